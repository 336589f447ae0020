"""The maître d'apprentissage: who may be one, of how many apprentices."""

from typing import TYPE_CHECKING

from apprentissage._doors import open_door

if TYPE_CHECKING:
    from apprentissage.maitre.maitre_ceiling import (
        MAITRE_CEILING,
        Excess,
        first_excess,
        hairdressing_ceiling,
    )
    from apprentissage.maitre.maitre_change import MAITRE_CHANGE, MaitreChange, maitre_change
    from apprentissage.maitre.maitre_competence import MAITRE_COMPETENCE, maitre_qualification
    from apprentissage.maitre.maitre_designation import MAITRE_DESIGNATION
    from apprentissage.maitre.texts import Ceiling, CompetenceYears

open_door(
    __name__,
    {
        "maitre_ceiling": ("MAITRE_CEILING", "Excess", "first_excess", "hairdressing_ceiling"),
        "maitre_change": ("MAITRE_CHANGE", "MaitreChange", "maitre_change"),
        "maitre_competence": ("MAITRE_COMPETENCE", "maitre_qualification"),
        "maitre_designation": ("MAITRE_DESIGNATION",),
        "texts": ("Ceiling", "CompetenceYears"),
    },
)

__all__ = [
    "MAITRE_CEILING",
    "MAITRE_CHANGE",
    "MAITRE_COMPETENCE",
    "MAITRE_DESIGNATION",
    "Ceiling",
    "CompetenceYears",
    "Excess",
    "MaitreChange",
    "first_excess",
    "hairdressing_ceiling",
    "maitre_change",
    "maitre_qualification",
]
__dir__ = __all__.copy
