"""A postal address, as the form splits it."""

from attrs import frozen

from apprentissage._arguments import check_arguments
from apprentissage._plain import PlainValue
from apprentissage.facts.declared import fact, guarded
from apprentissage.facts.territories import Territory

_OF_COMMUNE = {"97133": Territory.SAINT_BARTHELEMY, "97150": Territory.SAINT_MARTIN}
"""Collectivities that keep the postal codes of Guadeloupe."""

_OF_DEPARTMENT = {
    **dict.fromkeys(("57", "67", "68"), Territory.ALSACE_MOSELLE),
    "971": Territory.GUADELOUPE,
    "972": Territory.MARTINIQUE,
    "973": Territory.GUYANE,
    "974": Territory.LA_REUNION,
    "975": Territory.SAINT_PIERRE_ET_MIQUELON,
    "976": Territory.MAYOTTE,
}


@frozen(kw_only=True, eq=False, repr=False, field_transformer=guarded)
class Address(PlainValue):
    """A postal address. `None` is always unknown.

    Args:
        street: Kind and name of the way.
        complement: Building, floor, letter box.
        postal_code: Five digits.
    """

    number: str | None = fact("numéro de la voie {of}", key="numero")
    street: str | None = fact("voie de l'adresse {of}", key="voie")
    complement: str | None = fact("complément d'adresse {of}", key="complement")
    postal_code: str | None = fact("code postal {of}", key="code_postal")
    commune: str | None = fact("commune {of}", key="commune")


def territory_of(postal_code: str) -> Territory | None:
    """The territory of a postal code, to fill in `employer.territory`.

    A postal code is that of a post office: that of a few communes begins with
    the number of the next département.

    Args:
        postal_code: Five digits.

    Returns:
        The territory; None for what is no postal code of a territory whose
        holidays and SMIC the library knows.

    >>> territory_of("57000"), territory_of("97150").label
    (<Territory.ALSACE_MOSELLE: 'alsace-moselle'>, 'Saint-Martin')
    >>> territory_of("98800") is None
    True
    """
    check_arguments(territory_of, locals())
    code = postal_code.strip()
    if len(code) != 5 or not (code.isascii() and code.isdigit()):
        return None
    found = _OF_COMMUNE.get(code) or _OF_DEPARTMENT.get(code[:3]) or _OF_DEPARTMENT.get(code[:2])
    if found is not None or code[:2] in {"00", "96", "97", "98", "99"}:
        return found
    return Territory.METROPOLE
