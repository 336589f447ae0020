"""What no register is read for: RNCP, Qualiopi, habilitation, opposition.

The caller states them; what he does not state is asked for, never assumed. An
opposition or a suspension is an event, which the administration notifies.
"""

from datetime import date

from apprentissage.facts import (
    Accreditation,
    Contract,
    EngagementBar,
    QualityCertification,
)
from apprentissage.facts.authorities import Source
from apprentissage.judging import (
    Finding,
    Rule,
    compliant,
    non_compliant,
    not_applicable,
    reminder,
    undetermined,
    whether,
)
from apprentissage.law.dated import ByConclusion, Version, version
from apprentissage.law.readings import Readings
from apprentissage.law.sources import UNREAD_VERSION

REGISTERED = ByConclusion(
    "certification enregistrée au RNCP (art. L. 6211-1)",
    (
        # « un diplôme ou un titre à finalité professionnelle enregistré au
        # répertoire national des certifications professionnelles »
        version(date(2008, 5, 1), True, "L6211-1"),
        version(date(2019, 1, 1), True, "L6211-1"),
        version(date(2020, 1, 1), True, "L6211-1", "D6224-2 1°", "D6275-2 1°"),
        version(date(2023, 8, 3), True, "L6211-1", "D6224-2 1°", "D6275-2 1°"),
        version(date(2024, 8, 1), True, "L6211-1", "D6224-2 1°", "D6275-2 1°"),
    ),
)
"""Whether the training prepares a certification of the RNCP."""

QUALITY = ByConclusion(
    "certification qualité du CFA (art. L. 6316-1)",
    (
        version(date(2008, 5, 1), False),
        # « Les prestataires mentionnés à l'article L. 6351-1 financés par un
        # opérateur de compétences, […] sont certifiés sur la base de critères
        # définis par décret en Conseil d'Etat. »
        version(date(2022, 1, 1), True, "L6316-1"),
        version(date(2024, 1, 1), True, "L6316-1"),
        # « L'article L. 6316-1 relatif à l'obligation de certification des
        # organismes de formation par apprentissage, sous réserve que
        # l'organisme de formation par apprentissage ne soit pas dispensé »
        version(date(2024, 8, 1), True, "L6316-1", "D6224-2 7°", "D6275-2 5°"),
    ),
)
"""Whether the CFA must be certified; a ground of refusal since 2024-08-01."""

ACCREDITED = ByConclusion(
    "habilitation à préparer à la certification (art. R. 6113-16)",
    (
        version(date(2008, 5, 1), False),
        # « L'article R. 6113-16 relatif aux habilitations pour préparer à la
        # certification, le cas échéant »
        version(
            date(2024, 8, 1), True, "D6224-2 6°", "D6275-2 4°", "R6113-16"
        ),
        # « à défaut d'assurer eux-mêmes les missions mentionnées au premier
        # alinéa, les ministres et organismes certificateurs peuvent habiliter
        # les organismes tiers »
        version(
            date(2025, 6, 9), True, "D6224-2 6°", "D6275-2 4°", "R6113-16"
        ),
    ),
)
"""Whether the accreditation is looked at."""

ENGAGEMENT = ByConclusion(
    "opposition, suspension, interdiction (art. L. 6225-1 à L. 6225-6)",
    (
        # « L'autorité administrative peut s'opposer à l'engagement
        # d'apprentis par une entreprise »
        version(date(2008, 5, 1), True, "L6225-1", "L6225-4", "L6225-6"),
        version(date(2011, 5, 19), True, "L6225-1", "L6225-4", "L6225-6"),
        version(date(2016, 8, 10), True, "L6225-1", "L6225-4", "L6225-6"),
        # « Les articles L. 6225-1 à L. 6225-6 relatifs aux procédures
        # d'opposition à l'engagement d'apprentis, de suspension de l'exécution
        # du contrat et d'interdiction de recrutement en alternance »
        version(
            date(2024, 8, 1),
            True,
            "L6225-1",
            "L6225-4",
            "L6225-6",
            "D6224-2 5°",
        ),
    ),
)
"""What keeps a private employer from engaging; a ground of refusal of the
OPCO since 2024-08-01."""

OPPOSITION_OF_PUBLIC_EMPLOYERS = ByConclusion(
    "opposition à un employeur public (art. L. 6227-12)",
    (
        version(date(2008, 5, 1), False),
        version(date(2016, 8, 10), False, "L6227-12"),
        # « à l'exception des articles […] L. 6225-1 à L. 6225-3-1 »
        version(date(2019, 1, 1), False, "L6227-12"),
        version(
            date(2026, 5, 28),
            False,
            "L6227-12",
            caveats=(UNREAD_VERSION("L6227-12", date(2026, 5, 28)),),
        ),
    ),
)
"""Whether the opposition of L6225-1 concerns a public employer."""


REGISTERED_OPEN = (
    "La certification visée est enregistrée au RNCP et ouverte à "
    "l'apprentissage au début du contrat, le {on}."
)
NOT_REGISTERED = (
    "La certification visée n'est pas enregistrée au RNCP, ou pas ouverte à "
    "l'apprentissage, au début du contrat, le {on}."
)
QUALITY_HELD = "Le CFA remplit l'obligation de qualité : {quality}."
NO_QUALITY = (
    "Le CFA n'a pas la certification qualité (Qualiopi) et n'en est pas "
    "dispensé."
)
QUALITY_NOT_ASKED = (
    "La certification qualité n'était pas exigée des CFA au jour de la "
    "conclusion."
)
ACCREDITATION_HELD = (
    "Le CFA peut préparer à la certification : {accreditation}."
)
NOT_ACCREDITED = "Le CFA n'est pas habilité à préparer à la certification."
ACCREDITATION_NOT_ASKED = (
    "L'habilitation du CFA n'était pas un motif de refus au jour de la "
    "conclusion."
)
NOTHING_TOLD = (
    "L'employeur ne doit être visé ni par une opposition à l'engagement "
    "d'apprentis, ni par une suspension, ni par une interdiction d'en "
    "recruter : aucun registre public ne le dit."
)
FREE = "Aucune décision ne fait obstacle à l'engagement d'apprentis."
BARRED = "Une décision fait obstacle à ce contrat : {bar}."
OF_PRIVATE_EMPLOYERS = (
    "La procédure d'opposition ne concerne pas les employeurs publics."
)


def _judge_certification(contract: Contract, _: Readings) -> Finding:
    """The certification is in the RNCP, open to apprenticeship on the start.

    L6211-1, a ground of refusal of D6224-2 1° and D6275-2 1°; the day of the
    start is that of OPCOs and of the State.

    Args:
        contract: `training.rncp_open`, as the caller states it.
    """
    law = REGISTERED.concluded(contract.concluded_on)
    return whether(
        # « enregistré au répertoire national des certifications
        # professionnelles » (L6211-1)
        contract.training.rncp_open,
        "training.rncp_open",
        holds=REGISTERED_OPEN,
        fails=NOT_REGISTERED,
        sources=_cited(law, contract),
        on=contract.starts_on,
    )


def _judge_quality(contract: Contract, _: Readings) -> Finding:
    """The CFA is certified for its quality, or exempted.

    L6316-1, since 2022; a ground of refusal of D6224-2 7° and D6275-2 5° for
    contracts concluded since 1 August 2024.

    Args:
        contract: `training.cfa.quality`, as the caller states it.
    """
    law = QUALITY.concluded(contract.concluded_on)
    if not law.value:
        return not_applicable(QUALITY_NOT_ASKED)
    cfa = contract.training.cfa
    quality = None if cfa is None else cfa.quality
    return whether(
        None if quality is None else quality is not QualityCertification.NONE,
        "training.cfa.quality",
        holds=QUALITY_HELD,
        fails=NO_QUALITY,
        sources=_cited(law, contract),
        quality=quality and quality.label,
    )


def _judge_accreditation(contract: Contract, _: Readings) -> Finding:
    """The CFA may prepare to the certification, « le cas échéant ».

    R6113-16, a ground of refusal of D6224-2 6° and D6275-2 4° for contracts
    concluded since 1 August 2024.

    Args:
        contract: `training.cfa.accreditation`, as the caller states it.
    """
    law = ACCREDITED.concluded(contract.concluded_on)
    if not law.value:
        return not_applicable(ACCREDITATION_NOT_ASKED)
    cfa = contract.training.cfa
    held = None if cfa is None else cfa.accreditation
    return whether(
        None if held is None else held is not Accreditation.NONE,
        "training.cfa.accreditation",
        holds=ACCREDITATION_HELD,
        fails=NOT_ACCREDITED,
        sources=_cited(law, contract),
        accreditation=held and held.label,
    )


def _judge_engagement(contract: Contract, _: Readings) -> Finding:
    """No opposition, suspension or ban keeps the employer from engaging.

    L6225-1 to L6225-6, which do not concern the public sector but for the
    suspension (L6227-12 sets aside L6225-1 to L6225-3-1); a ground of refusal
    of D6224-2 5° for contracts concluded since 1 August 2024.

    Args:
        contract: `employer.engagement`, an event that the administration
            notifies: untold, it is recalled and not assumed.
    """
    law = ENGAGEMENT.concluded(contract.concluded_on)
    sources = _cited(law, contract)
    bar, public = contract.employer.engagement, contract.employer.public
    if bar is None:
        return reminder(NOTHING_TOLD, sources=sources)
    if bar is EngagementBar.NONE:
        return compliant(FREE, sources=sources)
    if bar is EngagementBar.OPPOSITION and public is None:
        return undetermined("employer.type", sources=sources)
    if bar is EngagementBar.OPPOSITION and public:
        set_aside = OPPOSITION_OF_PUBLIC_EMPLOYERS.concluded(
            contract.concluded_on
        )
        return not_applicable(
            OF_PRIVATE_EMPLOYERS,
            sources=(*sources, *set_aside.sources),
            caveats=set_aside.caveats,
        )
    return non_compliant(BARRED, sources=sources, bar=bar.label)


def _cited(law: Version[bool], contract: Contract) -> tuple[Source, ...]:
    """The sources of a law, without the grounds of the other sector."""
    public = contract.employer.public
    if public is None:
        return law.sources
    other = "D. 6224-2" if public else "D. 6275-2"
    return tuple(each for each in law.sources if other not in each.reference)


CERTIFICATION = Rule(
    name="certification",
    title="Certification enregistrée au RNCP",
    judge=_judge_certification,
    articles=("L6211-1", "D6224-2", "D6275-2"),
    boxes=(31, 32),
)

CFA_QUALITY = Rule(
    name="cfa_quality",
    title="Certification qualité du CFA",
    judge=_judge_quality,
    articles=("L6316-1", "D6224-2", "D6275-2"),
    boxes=(30,),
)

CFA_ACCREDITATION = Rule(
    name="cfa_accreditation",
    title="Habilitation du CFA",
    judge=_judge_accreditation,
    articles=("R6113-16", "D6224-2", "D6275-2"),
    boxes=(30,),
)

EMPLOYER_ENGAGEMENT = Rule(
    name="employer_engagement",
    title="Opposition, suspension ou interdiction",
    judge=_judge_engagement,
    articles=("L6225-1", "L6225-4", "L6225-6", "L6227-12", "D6224-2"),
    boxes=(2,),
)
