"""The four outcomes of a rule, which refuse truth-testing."""

from typing import NoReturn

from apprentissage._labelled import Labelled
from apprentissage.errors import WrongType


def refuse_truth(what: object, remedy: str) -> NoReturn:
    """Refuse `bool()`, which would be true of every object.

    Raises:
        WrongType: Always.

    >>> refuse_truth("finding", "compare its outcome")
    Traceback (most recent call last):
      ...
    apprentissage.errors.WrongType: bool(): got 'finding' (str); compare its \
outcome
    """
    raise WrongType("bool()", what, remedy)


class Outcome(Labelled):
    """The outcome of a rule on a contract, from the worst to the best.

    It refuses truth-testing: `if outcome:` would accept everyone.
    """

    NON_COMPLIANT = "non_compliant", "non conforme", "non_conforme"
    UNDETERMINED = "undetermined", "à compléter", "a_completer"
    COMPLIANT = "compliant", "conforme", "conforme"
    NOT_APPLICABLE = "not_applicable", "sans objet", "sans_objet"

    def __bool__(self) -> bool:
        """Refuse truth-testing."""
        # bool, and not NoReturn: type checkers would take what follows
        # `if outcome:` for dead code, and check it no more
        refuse_truth(self.name, "compare it: outcome is Outcome.COMPLIANT")
