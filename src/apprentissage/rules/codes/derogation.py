"""The type of derogation (box 19)."""

from collections.abc import Iterable

from apprentissage.facts import DerogationType

__all__ = ["derogation_code"]


def derogation_code(
    grounds: Iterable[DerogationType],
) -> DerogationType | None:
    """The code of box 19 for the derogations that a contract needs.

    Args:
        grounds: Codes 11, 12, 21, 22 and 60 that apply, each for itself.

    Returns:
        The code, 50 for several, None where none is needed.

    Source: notice 51649.

    >>> derogation_code([DerogationType.OVER_29]).value
    '12'
    >>> derogation_code(
    ...     [DerogationType.OVER_29, DerogationType.REDUCED_DURATION]
    ... ).value
    '50'
    """
    needed = set(grounds)
    if len(needed) > 1:
        return DerogationType.SEVERAL
    return next(iter(needed), None)
