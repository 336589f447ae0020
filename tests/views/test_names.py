"""Every contested point has a French name, and no other."""

from apprentissage.law.readings import POINTS
from apprentissage.views.names import POINT_NAMES


def test_every_point_is_named() -> None:
    assert list(POINT_NAMES) == list(POINTS)


def test_names_differ_and_are_no_identifiers() -> None:
    assert len(set(POINT_NAMES.values())) == len(POINT_NAMES)
    assert not any("_" in name for name in POINT_NAMES.values())
