"""Every fact that can be missing has a French name."""

from collections.abc import Iterator
from typing import Any, get_args

import attrs

from apprentissage.facts import Contract
from apprentissage.facts.names import FRENCH_NAMES, french_name, french_names, numbered_name


def parts(kind: Any) -> Iterator[type]:
    """The attrs classes inside a type."""
    if isinstance(kind, type) and attrs.has(kind):
        yield kind
    for argument in get_args(kind):
        yield from parts(argument)


def paths(of: type, under: str = "") -> Iterator[str]:
    """The paths, without indices, of all fields reachable from a class."""
    for field in attrs.fields(of):
        path = f"{under}{field.name}"
        yield path
        for part in parts(field.type):
            yield from paths(part, f"{path}.")


def test_every_fact_has_a_name_and_every_name_a_fact() -> None:
    walked = list(paths(Contract))
    assert len(walked) > 150
    assert set(FRENCH_NAMES) == set(walked)


def test_names_are_told_apart() -> None:
    assert len(set(FRENCH_NAMES.values())) == len(FRENCH_NAMES)


def test_names_fit_after_a_colon() -> None:
    """Phrases without article, capital or point, as a list takes them."""
    for name in FRENCH_NAMES.values():
        assert name[0].islower() or name.split()[0].isupper(), name
        assert name == name.strip(" .")
        assert ", " not in name.partition(" (")[0], "a list would cut it"
        assert not name.startswith(("le ", "la ", "les ", "l'"))


def test_indices_do_not_change_the_name() -> None:
    assert french_name("previous[12].level") == FRENCH_NAMES["previous.level"]


def test_an_unknown_path_is_shown_as_it_is() -> None:
    assert french_name("nowhere[0].at_all") == "nowhere[0].at_all"


def test_facts_of_the_same_name_are_numbered() -> None:
    one, two = "maitres[0].born_on", "maitres[1].born_on"
    name = "date de naissance du maître d'apprentissage"
    assert french_names([one, "ends_on", two])[::2] == (f"{name}, n° 1", f"{name}, n° 2")
    assert french_names([two]) == (name,)
    assert french_names(()) == ()
    assert numbered_name("maitres[1].supervised[2].kind").endswith(", n° 2, n° 3")


def test_only_the_ranks_that_tell_facts_apart_are_told() -> None:
    of_one = [f"maitres[0].experience[{n}].kind" for n in (0, 1)]
    name = "nature de la période d'activité"
    assert french_names(of_one) == (f"{name}, n° 1", f"{name}, n° 2")
    of_two = [*of_one, "maitres[1].experience[0].kind"]
    assert french_names(of_two) == (
        f"{name}, n° 1, n° 1",
        f"{name}, n° 1, n° 2",
        f"{name}, n° 2, n° 1",
    )
    # the same period of two maîtres
    assert french_names(of_two[::2]) == (f"{name}, n° 1", f"{name}, n° 2")
