"""On what a rule or an agreement rests: kind of authority, reference."""

from attrs import field, frozen

from apprentissage._labelled import Labelled
from apprentissage.facts.declared import fact, guarded, told


class SourceKind(Labelled):
    """What a finding rests on, from the strongest to the weakest."""

    LAW = "law", "loi", "loi"
    DECREE = "decree", "décret", "decret"
    ORDER = "order", "arrêté", "arrete"
    CASE_LAW = "case_law", "jurisprudence", "jurisprudence"
    FORM = "form", "notice du Cerfa", "notice"
    DOCTRINE = "doctrine", "doctrine administrative"
    BRANCH = "branch", "accord de branche", "accord_de_branche"


# each combination of findings asks for the hash
@frozen(field_transformer=guarded, cache_hash=True)
class Source:
    """A text, a form's notice or a doctrine on which a result rests.

    Args:
        kind: What sort of authority it is.
        reference: Its name, as a French lawyer cites it.
        url: Where it can be read, where a stable address is known.

    >>> Source(SourceKind.FORM, "notice 51649#08").reference
    'notice 51649#08'
    """

    kind: SourceKind = field(metadata=told("nature du texte {of}", key="nature"))
    reference: str = field(metadata=told("référence du texte {of}", key="reference"))
    url: str | None = fact("adresse du texte {of}", key="url")

    def __repr__(self) -> str:
        return f"Source({self.kind.name}, {self.reference!r})"
