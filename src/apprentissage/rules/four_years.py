"""Four years for a disabled worker or a high-level athlete (R6222-46, -60)."""

from datetime import date

from apprentissage.arguments import check_arguments
from apprentissage.facts import Contract, DisabilityTitle, ExtensionReason
from apprentissage.law.durations import EXTENSION_MONTHS, FOUR_YEARS_TITLES
from apprentissage.law.sources import Caveat, article
from apprentissage.months import same_day
from apprentissage.rules.finding import Finding, Outcome, any_of, whether

__all__ = ["SENTENCES", "four_years", "prudent_caveats"]
__dir__ = __all__.copy

DISABLED = "L'apprenti est reconnu travailleur handicapé."
NOT_DISABLED = "L'apprenti n'est pas reconnu travailleur handicapé."
TITLE_COUNTS = "Un titre vaut reconnaissance de travailleur handicapé."
NO_TITLE = "Aucun titre ne vaut reconnaissance de travailleur handicapé."
ATHLETE = "L'apprenti est sportif de haut niveau."
NOT_ATHLETE = "L'apprenti n'est pas sportif de haut niveau."

SENTENCES = (
    DISABLED,
    NOT_DISABLED,
    TITLE_COUNTS,
    NO_TITLE,
    ATHLETE,
    NOT_ATHLETE,
)

_FIRST_2019 = date(2019, 1, 1)
_TWO_READINGS = Caveat(
    "DISABILITY_TWO_READINGS",
    "Pour un travailleur handicapé, l'art. R. 6222-46 permet quatre ans, et "
    "les art. R. 6222-47 et -48 la durée normale augmentée d'un an au plus : "
    "la lecture prudente retient la plus courte.",
)
_ATHLETE_BEFORE_2019 = Caveat(
    "ATHLETE_BEFORE_2019",
    "Avant 2019, le premier jour d'application des quatre ans du sportif de "
    "haut niveau n'a pas été vérifié.",
)


def _disabled(contract: Contract) -> Finding:
    apprentice = contract.apprentice
    titles = FOUR_YEARS_TITLES.concluded(contract.concluded_on)
    title = apprentice.disability_title
    by_title: bool | None = False
    if titles.value and title is not DisabilityTitle.NONE:
        by_title = None if title is None else title in titles.value
    extension = contract.extension
    declared = (
        extension is not None
        and extension.reason is ExtensionReason.DISABILITY
    )
    sources = (article("R6222-46"), article("R6222-49"))
    return any_of(
        (
            whether(
                declared or apprentice.rqth,
                "apprentice.rqth",
                holds=DISABLED,
                fails=NOT_DISABLED,
                sources=sources,
            ),
            whether(
                by_title,
                "apprentice.disability_title",
                holds=TITLE_COUNTS,
                fails=NO_TITLE,
                sources=titles.sources,
            ),
        ),
        subject=ExtensionReason.DISABILITY.label,
    )


def _athlete(contract: Contract) -> Finding:
    extension = contract.extension
    declared = (
        extension is not None and extension.reason is ExtensionReason.ATHLETE
    )
    return whether(
        # « peut être portée à quatre ans »
        declared or contract.apprentice.high_level_athlete,
        "apprentice.high_level_athlete",
        holds=ATHLETE,
        fails=NOT_ATHLETE,
        sources=(article("R6222-60"),),
        caveats=()
        if contract.concluded_on >= _FIRST_2019
        else (_ATHLETE_BEFORE_2019,),
        subject=ExtensionReason.ATHLETE.label,
    )


def four_years(contract: Contract) -> Finding:
    """Whether the duration may be of four years, and on which ground.

    Args:
        contract: The facts. An extension that gives disability or sport as
            its reason declares the ground.

    Returns:
        A finding whose parts are the two grounds.

    Source: art. R. 6222-46, R. 6222-49, R. 6222-60.

    >>> from apprentissage.facts import Apprentice
    >>> contract = Contract(
    ...     concluded_on=date(2025, 9, 1),
    ...     starts_on=date(2025, 9, 1),
    ...     ends_on=date(2029, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2006, 2, 10), rqth=True),
    ... )
    >>> four_years(contract).outcome
    <Outcome.COMPLIANT: 'compliant'>
    """
    check_arguments(four_years, locals())
    return any_of((_disabled(contract), _athlete(contract)))


def prudent_caveats(contract: Contract, last: date) -> tuple[Caveat, ...]:
    """The caveat of a disabled worker beyond the cycle and one year.

    Args:
        contract: The facts.
        last: Last day of the contract, without an extra year after failure.

    >>> from apprentissage.facts import Apprentice, Training
    >>> contract = Contract(
    ...     concluded_on=date(2025, 9, 1),
    ...     starts_on=date(2025, 9, 1),
    ...     ends_on=date(2029, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2006, 2, 10), rqth=True),
    ...     training=Training(cycle_ends_on=date(2027, 8, 31)),
    ... )
    >>> [c.name for c in prudent_caveats(contract, contract.ends_on)]
    ['DISABILITY_TWO_READINGS']
    """
    check_arguments(prudent_caveats, locals())
    cycle_ends_on = contract.training.cycle_ends_on
    if (
        _disabled(contract).outcome is not Outcome.COMPLIANT
        or _athlete(contract).outcome is Outcome.COMPLIANT
        or cycle_ends_on is None
        or last <= same_day(cycle_ends_on, EXTENSION_MONTHS)
    ):
        return ()
    return (_TWO_READINGS,)
