"""The maître d'apprentissage: who may be one, of how many apprentices."""

from apprentissage.maitre.maitre_ceiling import (
    MAITRE_CEILING,
    Excess,
    first_excess,
    hairdressing_ceiling,
)
from apprentissage.maitre.maitre_change import (
    MAITRE_CHANGE,
    MaitreChange,
    maitre_change,
)
from apprentissage.maitre.maitre_competence import (
    MAITRE_COMPETENCE,
)
from apprentissage.maitre.maitre_designation import (
    MAITRE_DESIGNATION,
)
from apprentissage.maitre.texts import (
    Ceiling,
    CompetenceYears,
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
]
__dir__ = __all__.copy
