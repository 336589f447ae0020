"""Aids to the employer of an apprentice, dated by conclusion."""

from collections.abc import Mapping
from datetime import date

from attrs import field, frozen

from apprentissage.facts.territories import Territory
from apprentissage.law.dated import ByConclusion, Version, version
from apprentissage.law.sources import Caveat, Source, SourceKind, article

__all__ = [
    "AFTER_THE_SCHEME",
    "AIDE_UNIQUE",
    "AIDE_UNIQUE_SOURCES",
    "BY_THE_DAY_SINCE",
    "EMPLOYER_AID",
    "LARGE_FROM",
    "LATER_LEVELS",
    "OVERSEAS",
    "OVERSEAS_UNREAD",
    "AidScheme",
]
__dir__ = __all__.copy

LARGE_FROM = 250
"""Employees from which a firm is large, at conclusion (L130-1 CSS)."""

BY_THE_DAY_SINCE = date(2025, 11, 1)
"""Day from which a year not completed is paid by the day (décret 2025-1031),
running contracts too."""

LATER_LEVELS = frozenset({3, 4})
"""Levels that the aide unique followed after the first year, in a firm under
250 employees."""

OVERSEAS = frozenset(Territory) - {
    Territory.METROPOLE,
    Territory.ALSACE_MOSELLE,
}
"""Territories where the aide unique reaches level 5."""


@frozen(kw_only=True)
class AidScheme:
    """Amounts of the first year of execution, in whole euros.

    Args:
        small: Amount by level of the diploma, under 250 employees.
        large: The same from 250 on, on condition of the quota.
        overseas: Levels added under 250 employees overseas.
        minor: Amount of an apprentice under 18, where it differs.
        disabled: Amount of a disabled worker, where it differs.
        disabled_any: It is due whatever the size and the level.
        later_years: Amounts of the second and later years, under 250
            employees, for `LATER_LEVELS`.
        starts_before: The contract must start before that day; from it on
            the aide unique of the Code alone is open.
        filing_months: Months to send the contract to the OPCO.
        quota_months: Months for a large firm to commit itself to the ASP.
    """

    small: Mapping[int, int]
    large: Mapping[int, int] = field(factory=dict[int, int])
    overseas: Mapping[int, int] = field(factory=dict[int, int])
    minor: int | None = None
    disabled: int | None = None
    disabled_any: bool = False
    later_years: tuple[int, ...] = ()
    starts_before: date | None = None
    filing_months: int | None = None
    quota_months: int | None = None


def _levels(first: int, last: int, amount: int) -> dict[int, int]:
    return dict.fromkeys(range(first, last + 1), amount)


_L6243_1 = article("L6243-1")
_LATER_YEARS = (2000, 1200, 1200)

AIDE_UNIQUE = AidScheme(
    small=_levels(3, 4, 5000),
    overseas={5: 5000},
    disabled=6000,
    filing_months=6,
)
"""The aid of the Code (D6243-2) where no exceptional one is open, in 2026."""

AIDE_UNIQUE_SOURCES = (_L6243_1, article("D6243-2"))

_FROM_MEMORY = Caveat(
    "PARTLY_UNVERIFIED",
    "Pour cette période, le niveau maximal et le quota des entreprises de 250 "
    "salariés et plus n'ont pas été vérifiés.",
)
_ANNOUNCED = Caveat(
    "ANNOUNCED_ONLY",
    "Pour cette période, les conditions reposent sur une annonce du "
    "ministère, relayée.",
)
OVERSEAS_UNREAD = Caveat(
    "OVERSEAS_LEVEL_5",
    "Outre-mer, le niveau 5 est tenu pour ouvert à l'aide unique, comme avant "
    "le décret n° 2026-168, dont le texte n'a pas été lu.",
)
AFTER_THE_SCHEME = Caveat(
    "AFTER_THE_SCHEME",
    "Le contrat débute après l'aide exceptionnelle : seule l'aide unique du "
    "code est comptée, sous réserve d'un texte nouveau.",
)
_DECREE_2025 = Source(SourceKind.DECREE, "décret n° 2025-174")
_DECREE_2026 = Source(SourceKind.DECREE, "décret n° 2026-168")

EMPLOYER_AID = ByConclusion(
    "aide à l'employeur d'un apprenti",
    (
        version(
            date(2019, 1, 1),
            AidScheme(small=_levels(3, 4, 4125), later_years=_LATER_YEARS),
            _L6243_1,
        ),
        version(
            date(2020, 7, 1),
            AidScheme(
                small=_levels(3, 7, 8000),
                large=_levels(3, 7, 8000),
                minor=5000,
                later_years=_LATER_YEARS,  # it replaces the first year alone
            ),
            Source(
                SourceKind.DECREE,
                "décrets n° 2020-1084 et n° 2020-1085 du 24/08/2020, "
                "prolongés",
            ),
            _L6243_1,
            caveats=(_FROM_MEMORY,),
        ),
        version(
            date(2023, 1, 1),
            AidScheme(small=_levels(3, 7, 6000), large=_levels(3, 7, 6000)),
            _L6243_1,
            Source(SourceKind.DECREE, "décret n° 2022-1714 du 29/12/2022"),
            caveats=(_FROM_MEMORY,),
        ),
        version(
            date(2025, 1, 1),
            AidScheme(
                small=_levels(3, 4, 6000), overseas={5: 6000}, filing_months=6
            ),
            _L6243_1,
            Source(
                SourceKind.DOCTRINE,
                "annonce du ministère pour janvier et février 2025, "
                "relayée par des cabinets",
            ),
            caveats=(_ANNOUNCED,),
        ),
        version(
            date(2025, 2, 24),
            AidScheme(
                small=_levels(3, 8, 5000),
                large=_levels(3, 8, 2000),
                disabled=6000,
                disabled_any=True,
                filing_months=6,
                quota_months=8,
            ),
            _L6243_1,
            _DECREE_2025,
        ),
        Version(
            date(2026, 1, 1),
            AIDE_UNIQUE,
            AIDE_UNIQUE_SOURCES,
        ),
        version(
            date(2026, 3, 8),
            AidScheme(
                small={**_levels(3, 4, 5000), 5: 4500, **_levels(6, 7, 2000)},
                large={**_levels(3, 4, 2000), 5: 1500, **_levels(6, 7, 750)},
                overseas={5: 5000},
                disabled=6000,
                disabled_any=True,
                starts_before=date(2027, 1, 1),
                filing_months=6,
                quota_months=8,
            ),
            _L6243_1,
            _DECREE_2026,
            caveats=(OVERSEAS_UNREAD,),
        ),
    ),
)
"""Amounts of the first year, by size, level and disability."""
