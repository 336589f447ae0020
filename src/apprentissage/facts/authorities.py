"""On what a rule or an agreement rests: kind of authority, reference."""

from attrs import field, frozen

from apprentissage._guards import is_text, member, optional
from apprentissage._labelled import Labelled


class SourceKind(Labelled):
    """What a finding rests on, from the strongest to the weakest."""

    LAW = "law", "loi"
    DECREE = "decree", "décret"
    ORDER = "order", "arrêté"
    FORM = "form", "notice du Cerfa"
    DOCTRINE = "doctrine", "doctrine administrative"
    BRANCH = "branch", "accord de branche"


@frozen
class Source:
    """A text, a form's notice or a doctrine on which a result rests.

    Args:
        kind: What sort of authority it is.
        reference: Its name, as a French lawyer cites it.
        url: Where it can be read, where a stable address is known.

    >>> Source(SourceKind.FORM, "notice 51649#08").reference
    'notice 51649#08'
    """

    kind: SourceKind = field(validator=member(SourceKind))
    reference: str = field(validator=is_text)
    url: str | None = field(default=None, validator=optional(is_text))
