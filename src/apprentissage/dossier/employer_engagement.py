"""Opposition, suspension or ban of the employer (art. L6225-1 to L6225-6).

Each is an event, which the administration notifies: no register tells it.
"""

from collections.abc import Iterator
from datetime import date

from apprentissage.dossier._registration import grounds
from apprentissage.facts import Contract, EngagementBar
from apprentissage.judging import (
    Finding,
    Proposed,
    Result,
    Rule,
    compliant,
    hopeless,
    non_compliant,
    not_applicable,
    reminder,
    undetermined,
)
from apprentissage.law.dated import ByConclusion, version
from apprentissage.law.readings import Readings
from apprentissage.law.sources import UNREAD_VERSION

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
        version(date(2024, 8, 1), True, "L6225-1", "L6225-4", "L6225-6", "D6224-2 5°"),
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


class EmployerEngagementFinding(Finding):
    """What `EMPLOYER_ENGAGEMENT` finds."""

    bar = Result[EngagementBar]("decision that bars the engagement")


def judge(contract: Contract, _: Readings) -> Finding:
    """No opposition, suspension or ban keeps the employer from engaging.

    L6225-1 to L6225-6, which do not concern the public sector but for the
    suspension (L6227-12 sets aside L6225-1 to L6225-3-1); a ground of refusal
    of D6224-2 5° for contracts concluded since 1 August 2024.

    Args:
        contract: `employer.engagement`, an event that the administration
            notifies: untold, it is recalled and not assumed.
    """
    law = ENGAGEMENT.concluded(contract.concluded_on)
    sources = grounds(law, contract)
    bar, public = contract.employer.engagement, contract.employer.public
    if bar is None:
        return reminder(
            "L'employeur ne doit être visé ni par une opposition à "
            "l'engagement d'apprentis, ni par une suspension, ni par une "
            "interdiction d'en recruter : aucun registre public ne le dit.",
            sources=sources,
        )
    if bar is EngagementBar.NONE:
        return compliant(
            "Aucune décision ne fait obstacle à l'engagement d'apprentis.", sources=sources
        )
    if bar is EngagementBar.OPPOSITION and public is None:
        return undetermined("employer.type", sources=sources)
    if bar is EngagementBar.OPPOSITION and public:
        set_aside = OPPOSITION_OF_PUBLIC_EMPLOYERS.concluded(contract.concluded_on)
        return not_applicable(
            "La procédure d'opposition ne concerne pas les employeurs publics.",
            sources=(*sources, *set_aside.sources),
            caveats=set_aside.caveats,
        )
    return non_compliant(
        "Une décision fait obstacle à ce contrat : {bar}.", sources=sources, bar=bar
    )


def remedies(_: Contract, __: Finding, ___: Readings) -> Iterator[Proposed]:
    """Nothing: the decision is the administration's."""
    yield hopeless(
        "Seule l'autorité qui a pris cette décision peut la lever : attendre "
        "qu'elle le soit, ou conclure avec un autre employeur."
    )


EMPLOYER_ENGAGEMENT = Rule(
    name="employer_engagement",
    title="Opposition, suspension ou interdiction",
    judge=judge,
    articles=("L6225-1", "L6225-4", "L6225-6", "L6227-12", "D6224-2"),
    boxes=(2,),
    finding=EmployerEngagementFinding,
    remedies=remedies,
)
