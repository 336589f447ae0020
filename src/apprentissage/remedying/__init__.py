"""What to do about a review: the smallest changes, each proved by another."""

from typing import TYPE_CHECKING

from apprentissage._doors import open_door

if TYPE_CHECKING:
    from apprentissage.remedying.changes import Change, Remedies, Remedy, Together
    from apprentissage.remedying.remedies import remedies

open_door(
    __name__, {"changes": ("Change", "Remedies", "Remedy", "Together"), "remedies": ("remedies",)}
)

__all__ = ["Change", "Remedies", "Remedy", "Together", "remedies"]
__dir__ = __all__.copy
