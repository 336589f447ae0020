"""The level of each diploma of the form, on the national framework."""

from apprentissage.facts.codes import Diploma

DIPLOMA_LEVELS: dict[Diploma, tuple[int, ...]] = {
    **dict.fromkeys(Diploma, ()),
    **{
        diploma: levels
        for first, levels in (
            ("8", (8,)),
            ("7", (7,)),
            ("6", (6,)),
            ("5", (5,)),
            ("4", (4,)),
            ("3", (3,)),
        )
        for diploma in Diploma
        if diploma.value.startswith(first)
    },
    # Notice 51649: « bac + 5 et plus ».
    Diploma.OTHER_BAC_5: (7, 8),
}
"""Levels that a code may have; () for 13, 25 and 26, which lead to none."""
