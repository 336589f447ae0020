"""Facts taken as ordinary because nobody stated them."""

from attrs import frozen

__all__ = ["Assumption", "Notes"]


@frozen
class Assumption:
    """An unknown fact, and what the pay schedule takes for it.

    Args:
        path: Absolute path of the fact.
        sentence: What is taken, in French.
    """

    path: str
    sentence: str


Notes = list[Assumption]
"""Where the rules note what they take for granted."""
