"""The French name of every fact, by its path."""

from collections import Counter
from collections.abc import Iterable

from apprentissage._arguments import check_arguments
from apprentissage._guards import check_items
from apprentissage.facts.contract import Contract
from apprentissage.facts.declared import name_in, names_of, numbered_in

FRENCH_NAMES: dict[str, str] = names_of(Contract)
"""Path without indices, and the name that a case officer uses."""


def french_name(path: str) -> str:
    """The French name of a fact.

    Args:
        path: Absolute path, such as `previous[0].level`.

    Returns:
        The name, without its article; the path itself where it names no
        fact.

    >>> french_name("maitres[1].born_on")
    "date de naissance du maître d'apprentissage"
    """
    return name_in(FRENCH_NAMES, path)


def french_names(paths: Iterable[str]) -> tuple[str, ...]:
    """The French names of several facts, numbered where they are alike.

    Args:
        paths: Absolute paths.

    Returns:
        A name for each, in their order; facts of the same name, such as
        those of two maîtres, with their ranks from 1.

    >>> french_names(["maitres[0].status", "maitres[1].status"])[1]
    "lien du maître d'apprentissage avec l'entreprise, n° 2"
    >>> french_names(["maitres[1].status", "apprentice.rqth"])[0]
    "lien du maître d'apprentissage avec l'entreprise"
    """
    listed = check_items("paths", paths, str)
    names = [name_in(FRENCH_NAMES, path) for path in listed]
    times = Counter(names)
    return tuple(
        numbered_in(FRENCH_NAMES, path) if times[name] > 1 else name
        for path, name in zip(listed, names, strict=True)
    )


def numbered_name(path: str) -> str:
    """The French name of a fact, with the ranks in its path, from 1.

    >>> numbered_name("previous[1].level")
    'niveau du diplôme obtenu au contrat précédent, n° 2'
    """
    check_arguments(numbered_name, locals())
    return numbered_in(FRENCH_NAMES, path)
