"""The seven exemptions from the upper age limit (L6222-2, D6222-1-2)."""

from collections.abc import Callable

from apprentissage.age._asked import AgeFacts
from apprentissage.age._succession import (
    failed_exam,
    higher_diploma,
    involuntary_rupture,
    succession_age,
    temporary_unfitness,
)
from apprentissage.age.ages import age_on
from apprentissage.age.texts import (
    ATHLETES_EXEMPT,
    DISABILITY_TITLES,
    SUCCESSION_CAP,
    YOUTH_TITLES,
)
from apprentissage.facts import AgeExemption, DisabilityTitle
from apprentissage.judging import Finding, all_of, any_of, non_compliant, undetermined, whether
from apprentissage.law.readings import Readings
from apprentissage.law.sources import cited as article


def _disabled_worker(contract: AgeFacts, readings: Readings) -> Finding:
    # « souscrit par une personne à laquelle la qualité de travailleur
    # handicapé est reconnue » (L6222-2, 3°)
    recognised = any_of(
        (
            whether(
                contract.apprentice.rqth,
                "apprentice.rqth",
                holds="L'apprenti est reconnu travailleur handicapé.",
                fails="L'apprenti n'est pas reconnu travailleur handicapé.",
                sources=(article("L6222-2 3°", contract.concluded_on),),
            ),
            _equivalent_title(contract, readings),
        )
    )
    cap = SUCCESSION_CAP.concluded(contract.concluded_on)
    if cap.value.disabled_too:
        # « Pour les dérogations prévues aux 1° à 3°, l'âge de l'apprenti au
        # moment de la conclusion du contrat est de trente ans au plus »
        # (D6222-1 of 2008)
        capped = succession_age(contract, readings, *cap.sources)
        return all_of((recognised, capped))
    # one ground suffices: the RQTH, told first, is in no doubt
    told = recognised.deciding[0].caveats
    return recognised.but(caveats=(*told, *cap.caveats))


def _equivalent_title(contract: AgeFacts, readings: Readings) -> Finding:
    version = DISABILITY_TITLES.concluded(contract.concluded_on)
    title = contract.apprentice.disability_title
    if not version.value:
        return non_compliant(
            "Aucun autre titre ne valait reconnaissance pour un contrat conclu le {concluded_on}.",
            sources=version.sources,
            concluded_on=contract.concluded_on,
        )
    if title is None:
        return undetermined("apprentice.disability_title", sources=version.sources)
    if title is DisabilityTitle.NONE:
        return non_compliant(
            "L'apprenti ne détient pas de titre équivalent.", sources=version.sources
        )
    if title is DisabilityTitle.YOUTH_EQUIVALENT:
        # « Pour les personnes âgées de quinze à vingt ans » (L5213-2)
        return non_compliant(
            "L'AEEH, la PCH et le PPS ne valent reconnaissance que pour un "
            "jeune : l'apprenti a {age:an} au {concluded_on}.",
            sources=YOUTH_TITLES.concluded(contract.concluded_on).sources,
            age=age_on(contract.apprentice.born_on, contract.concluded_on, readings),
            concluded_on=contract.concluded_on,
        )
    # L5212-13-1: « à l'exception de celles mentionnées au 5° du même article
    # L. 5212-13 »
    return whether(
        title in version.value,
        holds="L'apprenti détient un titre équivalent : {title}.",
        fails=(
            "Ce titre ne vaut pas reconnaissance pour un contrat conclu le "
            "{concluded_on} : {title}."
        ),
        sources=version.sources,
        caveats=version.caveats,
        concluded_on=contract.concluded_on,
        title=title,
    )


def _business_project(contract: AgeFacts, _: Readings) -> Finding:
    sources = (article("L6222-2 4°", contract.concluded_on),)
    return all_of(
        (
            # « projet de création ou de reprise d'entreprise »
            whether(
                contract.apprentice.business_project,
                "apprentice.business_project",
                holds="L'apprenti a un projet de création ou de reprise d'entreprise.",
                fails="L'apprenti n'a pas de projet de création ou de reprise d'entreprise.",
                sources=sources,
            ),
            # « dont la réalisation est subordonnée à l'obtention du
            # diplôme ou titre sanctionnant la formation poursuivie »
            # (L6222-2, 4°)
            whether(
                contract.apprentice.project_requires_diploma,
                "apprentice.project_requires_diploma",
                holds="La réalisation du projet dépend du diplôme préparé.",
                fails="La réalisation du projet ne dépend pas du diplôme préparé.",
                sources=sources,
            ),
        )
    )


def _high_level_athlete(contract: AgeFacts, _: Readings) -> Finding:
    version = ATHLETES_EXEMPT.concluded(contract.concluded_on)
    if not version.value:
        return non_compliant(
            "Cette dérogation n'existait pas pour un contrat conclu le {concluded_on}.",
            sources=version.sources,
            concluded_on=contract.concluded_on,
        )
    # « personne inscrite en tant que sportif de haut niveau sur la liste »
    # (L6222-2, 5°)
    return whether(
        contract.apprentice.high_level_athlete,
        "apprentice.high_level_athlete",
        holds="L'apprenti est sportif de haut niveau, inscrit sur la liste.",
        fails="L'apprenti n'est pas inscrit sur la liste des sportifs.",
        sources=version.sources,
        caveats=version.caveats,
    )


EXEMPTIONS: dict[AgeExemption, Callable[[AgeFacts, Readings], Finding]] = {
    AgeExemption.HIGHER_DIPLOMA: higher_diploma,
    AgeExemption.INVOLUNTARY_RUPTURE: involuntary_rupture,
    AgeExemption.TEMPORARY_UNFITNESS: temporary_unfitness,
    AgeExemption.DISABLED_WORKER: _disabled_worker,
    AgeExemption.BUSINESS_PROJECT: _business_project,
    AgeExemption.HIGH_LEVEL_ATHLETE: _high_level_athlete,
    AgeExemption.FAILED_EXAM: failed_exam,
}
"""Each exemption and the conditions that its text sets."""
