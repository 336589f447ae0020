"""How many examples the costly properties draw, in each profile."""

from hypothesis import settings


def fewer(among: int, *, least: int = 1) -> int:
    """One example among so many of the profile, but a least number.

    No more than the profile itself draws: `brief` is brief everywhere.
    """
    most = settings().max_examples
    return max(min(least, most), most // among)
