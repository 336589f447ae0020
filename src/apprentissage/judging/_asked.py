"""What a plain question answers: a finding that names its arguments."""

from apprentissage.facts.names import argument_of
from apprentissage.judging.finding import Finding


def to_the_asker(found: Finding) -> Finding:
    """The same finding, its missing facts named as the arguments they are.

    A judge names them by their paths in a contract, and who asks a plain
    question has none.
    """
    return found.but(
        missing=tuple(sorted(map(argument_of, found.missing))),
        parts=tuple(map(to_the_asker, found.parts)),
    )
