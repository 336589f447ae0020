"""The longest week of work, dated by the day worked."""

from datetime import date

from apprentissage.law.dated import ByWork, version

__all__ = ["LONGEST_WEEK"]
__dir__ = __all__.copy

LONGEST_WEEK = ByWork(
    "durée maximale hebdomadaire (art. L. 3121-20)",
    (
        # « la durée maximale hebdomadaire de travail est de quarante-huit
        # heures »
        version(date(2016, 8, 10), 48, "L3121-20"),
    ),
)
"""Forty-eight hours; under other numbers before August 2016."""
