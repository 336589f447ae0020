"""Aids to the employer of an apprentice, dated by conclusion."""

from collections.abc import Mapping
from datetime import date

from attrs import field, frozen

from apprentissage._plain import PlainValue
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.facts.codes import EmployerType
from apprentissage.facts.territories import Territory
from apprentissage.law.dated import ByConclusion, ByEvent, Version, version
from apprentissage.law.sources import UNREAD_VERSION, Caveat
from apprentissage.law.sources import cited as article

LARGE_FROM = 250
"""Employees from which a firm is large, at conclusion (L130-1 CSS)."""

BY_THE_DAY: ByEvent[bool] = ByEvent(
    "aide due au prorata des jours (art. D. 6243-2 III)",
    (
        version(date(2019, 1, 1), False, "D6243-2"),
        version(date(2025, 11, 1), True, "D6243-2"),
    ),
)
"""Whether a contract under a year that ends on a day is helped by the day.

« Lorsque la durée du contrat est inférieure à un an, le montant de l'aide due
au titre du premier et du dernier mois du contrat est calculé au prorata
temporis du nombre de jours couverts par ce contrat pour les mois considérés. »
Contracts that run on 1 November 2025 too, but for their first month.
"""

LATER_LEVELS = frozenset({3, 4})
"""Levels that the aide unique followed after the first year, in a firm under
250 employees."""

OVERSEAS = frozenset(Territory) - {Territory.METROPOLE, Territory.ALSACE_MOSELLE}
"""Territories where the aide unique reaches level 5."""


@frozen(kw_only=True, eq=False, repr=False)
class AidScheme(PlainValue):
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
        filing_months: Months from the conclusion to send the contract to the
            OPCO.
        filed_before: Or the day before which it must be sent.
        once: Not due where the same employer, apprentice and certification
            had an aid before.
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
    filed_before: date | None = None
    once: bool = False
    quota_months: int | None = None


def _levels(first: int, last: int, amount: int) -> dict[int, int]:
    return dict.fromkeys(range(first, last + 1), amount)


_LATER_YEARS = (2000, 1200, 1200)
_SHEET = Source(
    SourceKind.DOCTRINE,
    "fiche du ministère du travail « L'aide aux employeurs qui recrutent en "
    "apprentissage » (13/03/2026)",
)
"""It gives level 5 overseas, where D6243-1 stops at the baccalauréat."""

AIDE_UNIQUE = AidScheme(
    small=_levels(3, 4, 5000), overseas={5: 5000}, disabled=6000, filing_months=6, once=True
)
"""The aid of the Code where no exceptional one is open, in 2026.

D6243-1: « Les entreprises de moins de deux cent cinquante salariés bénéficient
d'une aide forfaitaire de l'État pour la conclusion d'un contrat
d'apprentissage visant un diplôme ou un titre à finalité professionnelle
équivalant au plus au baccalauréat. » D6243-2: « Son montant est de 5 000 euros
maximum. »
"""

_IN_2026 = date(2026, 1, 1)
AIDE_UNIQUE_SOURCES = (
    article("L6243-1", _IN_2026),
    article("D6243-1", _IN_2026),
    article("D6243-2", _IN_2026),
    _SHEET,
)

_FROM_MEMORY = Caveat(
    "PARTLY_UNVERIFIED",
    "Pour cette période, le niveau maximal et le quota des entreprises de 250 "
    "salariés et plus n'ont pas été vérifiés.",
)
AFTER_THE_SCHEME = Caveat(
    "AFTER_THE_SCHEME",
    "Le contrat débute après l'aide exceptionnelle : seule l'aide unique du "
    "code est comptée, sous réserve d'un texte nouveau.",
)
_DECREE_2025 = Source(SourceKind.DECREE, "décret n° 2025-174")
_DECREE_2026 = Source(SourceKind.DECREE, "décret n° 2026-168")

AIDS = ByConclusion(
    "aide à l'employeur d'un apprenti",
    (
        version(
            date(2019, 1, 1),
            AidScheme(small=_levels(3, 4, 4125), later_years=_LATER_YEARS),
            "L6243-1",
            "D6243-2",
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
                SourceKind.DECREE, "décrets n° 2020-1084 et n° 2020-1085 du 24/08/2020, prolongés"
            ),
            "L6243-1",
            caveats=(_FROM_MEMORY,),
        ),
        version(
            date(2023, 1, 1),
            AidScheme(
                small=_levels(3, 7, 6000),
                large=_levels(3, 7, 6000),
                # the sheet: « avant le 30 juin 2025 »
                filed_before=date(2025, 6, 30),
            ),
            "L6243-1",
            "D6243-2",
            Source(SourceKind.DECREE, "décret n° 2022-1714 du 29/12/2022"),
            _SHEET,
        ),
        version(
            date(2025, 1, 1),
            AidScheme(small=_levels(3, 4, 6000), overseas={5: 6000}, filing_months=6),
            "L6243-1",
            "D6243-2",
            _SHEET,
        ),
        version(
            date(2025, 2, 24),
            AidScheme(
                small=_levels(3, 7, 5000),
                large=_levels(3, 7, 2000),
                disabled=6000,
                disabled_any=True,
                filing_months=6,
                quota_months=8,
                once=True,
            ),
            "L6243-1",
            "D6243-2",
            _DECREE_2025,
            _SHEET,
        ),
        Version(_IN_2026, AIDE_UNIQUE, AIDE_UNIQUE_SOURCES),
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
                once=True,
            ),
            "L6243-1",
            "D6243-2",
            _DECREE_2026,
            _SHEET,
        ),
    ),
)
"""Amounts of the first year, by size, level and disability.

D6243-2 I: « la transmission du contrat par l'employeur à l'opérateur de
compétences au plus tard six mois après sa conclusion et le dépôt de celui-ci
par l'opérateur auprès du ministre chargé de la formation professionnelle »;
« ne pas avoir bénéficié d'une aide à l'embauche d'apprenti au titre d'un
contrat d'apprentissage précédemment conclu entre un même employeur et un même
apprenti pour la même certification professionnelle ».
"""

PUBLIC_EXCLUDED = ByConclusion(
    "aide d'un employeur public (art. L. 6227-12)",
    (
        version(date(2019, 1, 1), None, "L6227-12"),
        version(
            date(2026, 5, 28),
            None,
            "L6227-12",
            caveats=(UNREAD_VERSION("L6227-12", date(2026, 5, 28)),),
        ),
    ),
)
"""« L'ensemble des dispositions relatives à l'apprentissage est applicable au
secteur public non industriel et commercial, à l'exception des articles […] L.
6243-1 et L. 6243-1-2. »"""

LOCAL_AUTHORITIES = frozenset(
    {
        EmployerType.COMMUNE,
        EmployerType.DEPARTMENT,
        EmployerType.REGION,
        EmployerType.LOCAL_ADMINISTRATIVE_BODY,
    }
)
"""Local authorities and their administrative establishments."""

LOCAL_AUTHORITY_AID: ByConclusion[int] = ByConclusion(
    "aide forfaitaire aux collectivités territoriales",
    (
        version(date(2019, 1, 1), 0, "L6227-12"),
        version(
            date(2020, 7, 1),
            3000,
            Source(SourceKind.DECREE, "décrets n° 2020-1622 et n° 2021-340"),
        ),
        version(date(2022, 1, 1), 0, "L6227-12"),
    ),
)
"""A lump sum, whatever the size and the level, paid by the ASP."""
