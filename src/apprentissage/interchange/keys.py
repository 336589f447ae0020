"""The French keys and codes of a contract written as a mapping.

They stand where the facts are declared; a key is a promise made to files
that exist.
"""

from collections.abc import Iterator
from enum import Enum
from functools import cache
from types import EllipsisType
from typing import Any

from attrs import fields

from apprentissage.facts import (
    NO_BRANCH_AGREEMENT,
    NO_EXTENSION,
    NO_GRID,
    Apprentice,
    BranchAgreement,
    Cfa,
    Contract,
    Extension,
    Grid,
    WorkAuthorisation,
)
from apprentissage.facts.declared import told_of

SECTION = "contrat"
"""The section that holds the facts of the contract itself."""

_ORDER: dict[type, tuple[str | EllipsisType, ...]] = {
    Contract: (
        ...,
        "employer",
        "second_employer",
        "apprentice",
        "maitres",
        "training",
        "previous",
        "file",
    ),
    Apprentice: ("family_name", "used_name", "first_name", ...),
    Cfa: ("name", ...),
}
"""The order of keys where it is not that of the fields: `...` are the others.

Files show the sections as the form does.
"""

KNOWN_NONE: dict[type, tuple[str, object]] = {
    BranchAgreement: ("aucun", NO_BRANCH_AGREEMENT),
    Extension: ("aucune", NO_EXTENSION),
    Grid: ("aucune", NO_GRID),
}
"""The word that says, in the place of an object, that there is none."""

FLAGS: dict[type[Enum], dict[bool, Enum]] = {
    WorkAuthorisation: {True: WorkAuthorisation.GRANTED, False: WorkAuthorisation.NONE}
}
"""What `true` and `false` say where a fact was yes or no in older files."""


@cache
def keys_of(of: Any) -> dict[str, str]:
    """Key of each field of a class, in the order in which they are written.

    A calendar of the program, which is no data, has none.

    >>> list(keys_of(Cfa).values())[:2]
    ['denomination', 'uai']
    """
    keys = {each.name: told_of(each).key for each in fields(of)}
    return {name: key for name in _ordered(of, [*keys]) if (key := keys[name])}


def _ordered(of: type, names: list[str]) -> Iterator[str]:
    order = _ORDER.get(of, (...,))
    for name in order:
        if isinstance(name, str):
            yield name
        else:
            yield from (other for other in names if other not in order)


def french_code(member: Enum) -> str:
    """The code of a member: the Cerfa's own where it has one.

    >>> from apprentissage.facts import ContractType, RuptureCause
    >>> french_code(ContractType.FIRST)
    '11'
    >>> french_code(RuptureCause.RESIGNATION)
    'demission'
    """
    return str(getattr(member, "code", member.value))


def told_code(member: Enum) -> str:
    """The code of a member as a message writes it, with its label.

    >>> from apprentissage.facts import PayBase, Sex
    >>> told_code(Sex.FEMALE), told_code(PayBase.SMIC)
    ('"F" (féminin)', '"SMIC"')
    """
    code, label = french_code(member), getattr(member, "label", "")
    return f'"{code}" ({label})' if label not in {"", code} else f'"{code}"'
