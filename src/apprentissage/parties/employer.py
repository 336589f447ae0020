"""Who may employ an apprentice, and under which code (L6227-1, notice 51649)."""

from collections.abc import Iterator
from datetime import date

from apprentissage.facts import Contract, EmployerType, Territory
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.judging import (
    Finding,
    Outcome,
    Proposed,
    Rule,
    all_of,
    compliant,
    hopeless,
    undetermined,
    whether,
)
from apprentissage.law.dated import ByConclusion, version
from apprentissage.law.notices import opco_ep_sheet
from apprentissage.law.readings import Readings
from apprentissage.law.sources import UNREAD_VERSION, Caveat

_PUBLIC_UNREAD = Caveat(
    "PUBLIC_SECTOR_UNREAD",
    "Les règles propres au secteur public n'ont été lues que dans leur "
    "rédaction en vigueur depuis le 1er janvier 2019.",
)

PUBLIC_EMPLOYERS = ByConclusion(
    "apprentissage dans le secteur public (art. L. 6227-1)",
    (
        # R6224-1 of 2008 names that law
        version(
            date(2008, 5, 1),
            True,
            Source(SourceKind.LAW, "loi n° 92-675 du 17 juillet 1992"),
            caveats=(_PUBLIC_UNREAD,),
        ),
        version(date(2016, 8, 10), True, "L6227-1", "L6227-12", caveats=(_PUBLIC_UNREAD,)),
        version(date(2019, 1, 1), True, "L6227-1", "L6227-12"),
        version(date(2019, 8, 8), True, "L6227-1", "L6227-12"),
        version(
            date(2026, 5, 28),
            True,
            "L6227-1",
            "L6227-12",
            caveats=(UNREAD_VERSION("L6227-12", date(2026, 5, 28)),),
        ),
    ),
)
"""Whether public-law legal persons may conclude such contracts."""

MAYOTTE = ByConclusion(
    "code du travail à Mayotte",
    (
        version(
            date(2018, 1, 1),
            True,
            Source(SourceKind.LAW, "ordonnance n° 2017-1491"),
            caveats=(
                Caveat(
                    "MAYOTTE_TRANSITION",
                    "À Mayotte, le code du travail s'applique depuis le 1er janvier 2018, mais "
                    "l'ancien code local est resté affiché en vigueur jusqu'à la fin de 2019 : la "
                    "transition n'est pas tranchée.",
                ),
            ),
        ),
        version(
            date(2020, 1, 1),
            True,
            Source(SourceKind.LAW, "ordonnance n° 2017-1491"),
            Source(SourceKind.DECREE, "décret n° 2018-953"),
        ),
    ),
)
"""From when the Code du travail rules apprenticeship in Mayotte."""

_EXCLUSION = (
    Source(SourceKind.FORM, "notice 51649, particuliers employeurs exclus"),
    opco_ep_sheet(2),
)

_INDIVIDUAL_AND_FIRM = Caveat(
    "INDIVIDUAL_AND_FIRM",
    "Les faits se contredisent : l'employeur serait un particulier, et son "
    "type nomme une entreprise ou une personne publique. Vérifiez-les.",
)


def _no_private_individual(contract: Contract) -> Finding:
    employer = contract.employer
    private = employer.private_individual
    # A code of box 4 other than 16 names a firm or a public body.
    named = employer.type not in {None, EmployerType.OTHER_PRIVATE}
    if private is None and named:
        private = False
    return whether(
        None if private is None else not private,
        "employer.private_individual",
        holds="L'employeur peut conclure un contrat d'apprentissage.",
        fails="Un particulier employeur ne peut conclure un contrat d'apprentissage.",
        sources=_EXCLUSION,
        caveats=(_INDIVIDUAL_AND_FIRM,) if private and named else (),
        subject="employeur",
    )


COMMON_LAW = "Le code du travail s'applique au lieu d'exécution."


def _place(contract: Contract) -> Finding:
    territory = contract.employer.territory
    if territory is None and contract.concluded_on < MAYOTTE.since:
        first = MAYOTTE.concluded(MAYOTTE.since)
        return undetermined("employer.territory", sources=first.sources, subject="territoire")
    if territory is not Territory.MAYOTTE:
        return compliant(COMMON_LAW, subject="territoire")
    version = MAYOTTE.concluded(contract.concluded_on)
    return compliant(
        COMMON_LAW, sources=version.sources, caveats=version.caveats, subject="territoire"
    )


def judge(contract: Contract, _: Readings) -> Finding:
    """Any employer but a private individual, where the Code applies.

    Notice 51649: private individuals are excluded. Public-law persons
    conclude such contracts « selon les modalités définies au présent titre »
    (L6227-1, since 2016-08-10), save for the articles that L6227-12 sets
    aside. In Mayotte the Code applies since 2018-01-01.

    Args:
        contract: The facts.

    Raises:
        NotCovered: In Mayotte before 2018-01-01.
    """
    individual = _no_private_individual(contract)
    if individual.outcome is Outcome.NON_COMPLIANT:
        return individual
    found = all_of((individual, _place(contract)))
    if not contract.employer.public:
        return found
    version = PUBLIC_EMPLOYERS.concluded(contract.concluded_on)
    return found.but(
        sources=(*found.sources, *version.sources), caveats=(*found.caveats, *version.caveats)
    )


def remedies(_contract: Contract, _found: Finding, _: Readings) -> Iterator[Proposed]:
    """Nothing: the employer would have to be another one."""
    yield hopeless(
        "L'employeur ne peut pas conclure de contrat d'apprentissage : seul "
        "un autre employeur le peut."
    )


EMPLOYER = Rule(
    name="employer",
    title="Employeur",
    judge=judge,
    articles=("L6227-1", "L6227-12"),
    boxes=(2, 4),
    remedies=remedies,
)
