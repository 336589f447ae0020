"""The French name of every fact, by its path."""

from re import sub

__all__ = ["FRENCH_NAMES", "french_name"]

FRENCH_NAMES: dict[str, str] = {
    "apprentice.rqth": "reconnaissance de la qualité de travailleur handicapé",
}
"""Path without indices, and the name that a case officer uses."""


def french_name(path: str) -> str:
    """The French name of a fact.

    Args:
        path: Absolute path, such as `previous[0].level`.

    >>> french_name("apprentice.rqth")
    'reconnaissance de la qualité de travailleur handicapé'
    """
    return FRENCH_NAMES.get(sub(r"\[\d+\]", "", path), path)
