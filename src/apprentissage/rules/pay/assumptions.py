"""Facts taken as ordinary because nobody stated them."""

from attrs import frozen

__all__ = ["Assumption", "Notes"]


@frozen
class Assumption:
    """An unknown fact, and what the pay schedule takes for it.

    Args:
        path: Absolute path of the fact.
        sentence: What is taken, in French.
        lowers_from: First year of execution whose minimum the fact, once
            known, could lower; 0 where it can only raise one.
    """

    path: str
    sentence: str
    lowers_from: int = 0


Notes = list[Assumption]
"""Where the rules note what they take for granted."""
