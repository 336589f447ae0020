"""Every list of codes that the form prints."""

from apprentissage._labelled import Labelled
from apprentissage.facts import codes

KINDS: list[type[Labelled]] = [
    kind
    for kind in vars(codes).values()
    if isinstance(kind, type) and issubclass(kind, Labelled) and kind is not Labelled
]
