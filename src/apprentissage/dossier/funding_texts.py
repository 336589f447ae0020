"""The funding: decision, grounds of refusal, participation, payments."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from apprentissage._arguments import check_arguments
from apprentissage._labelled import Labelled
from apprentissage.facts import RefusalGround
from apprentissage.facts.authorities import Source
from apprentissage.law.dated import ByConclusion, version
from apprentissage.law.sources import Caveat
from apprentissage.law.sources import cited as article


def of_sector(public: bool | None, private: str, of_public: str, on: date) -> tuple[Source, ...]:
    """The article of the sector of an employer, or both where unknown.

    Args:
        public: Whether public law applies to the employer.
        private: Article of the others, such as `D6224-1`.
        of_public: Article of the public sector, such as `D6275-1`.
        on: A day on which they are cited.

    >>> [s.reference for s in of_sector(True, "D6224-1", "D6275-1",
    ...     date(2026, 9, 1))]
    ['art. D. 6275-1 du code du travail']
    """
    check_arguments(of_sector, locals())
    return sector_articles(public, private, of_public, on)


def sector_articles(
    public: bool | None, private: str, of_public: str, on: date
) -> tuple[Source, ...]:
    """The same as `of_sector`, unchecked."""
    if public is None:
        return article(private, on), article(of_public, on)
    return (article(of_public if public else private, on),)


class Silence(Labelled):
    """What the silence of the deciding body means."""

    REFUSAL = "refusal", "refus implicite de prise en charge"
    ACCEPTANCE = "acceptance", "acceptation implicite du dépôt"


_FIRST_GROUNDS: tuple[RefusalGround, ...] = (
    RefusalGround.ELIGIBLE_TRAINING,
    RefusalGround.AGE,
    RefusalGround.MAITRE,
    RefusalGround.REMUNERATION,
)

REFUSAL_GROUNDS: ByConclusion[tuple[RefusalGround, ...]] = ByConclusion(
    "motifs de refus de prise en charge (art. D. 6224-2)",
    (
        version(date(2020, 1, 1), _FIRST_GROUNDS, "D6224-2"),
        version(date(2024, 8, 1), tuple(RefusalGround), "D6224-2"),
    ),
)
"""Grounds of the OPCO, in the order of the article.

« 4° L'article D. 6222-26 relatif à la rémunération des apprentis »: that
article alone.
"""

PUBLIC_GROUNDS: ByConclusion[tuple[RefusalGround, ...]] = ByConclusion(
    "motifs de refus de dépôt, secteur public (art. D. 6275-2)",
    (
        version(
            date(2020, 1, 1),
            (RefusalGround.ELIGIBLE_TRAINING, RefusalGround.AGE, RefusalGround.REMUNERATION),
            "D6275-2",
        ),
        version(
            date(2024, 8, 1),
            (
                RefusalGround.ELIGIBLE_TRAINING,
                RefusalGround.AGE,
                RefusalGround.REMUNERATION,
                RefusalGround.CERTIFICATION_ACCREDITATION,
                RefusalGround.QUALITY_CERTIFICATION,
                RefusalGround.OTHER_LEGAL_BREACH,
            ),
            "D6275-2",
        ),
    ),
)
"""Grounds of the State's service for a public employer (D6275-2)."""

DECISION_DAYS = ByConclusion(
    "délai de décision sur le dossier", (version(date(2020, 1, 1), 20, "R6224-3", "R6275-3"),)
)
"""Calendar days from the receipt of the complete file.

R6224-3: « statue sur la prise en charge financière dans un délai de vingt
jours à compter de la réception de l'ensemble des documents ». R6275-3, for a
public employer: « se prononce dans un délai de vingt jours à compter de la
réception de l'ensemble des documents ».
"""

SILENCE: dict[bool, Silence] = {False: Silence.REFUSAL, True: Silence.ACCEPTANCE}
"""What silence means, by whether the employer is public.

R6224-3: « Son silence fait naître, au terme de ce délai, une décision
implicite refusant la prise en charge. » R6275-3: « Son silence fait naître,
au terme de ce délai, une décision implicite acceptant le dépôt du contrat. »
"""

DEPOSIT_AFTER_REFUSAL: ByConclusion[bool] = ByConclusion(
    "dépôt d'un contrat dont la prise en charge est refusée",
    (
        # D6224-4: « L'opérateur de compétences dépose le contrat […]. Le cas
        # échéant, il informe simultanément ces services de son refus de prise
        # en charge financière, ainsi que des motifs de ce refus. »
        version(date(2020, 1, 1), True, "D6224-2", "D6224-4"),
        # D6224-2: « Il ne procède pas au dépôt du contrat. »
        version(date(2024, 8, 1), False, "D6224-2"),
    ),
)
"""Whether the OPCO deposits a contract that it refuses to fund."""


class ParticipationTerms(NamedTuple):
    """What the employer contributes to the cost of training (R6332-25-1).

    Attributes:
        amount: Lump sum of a contract, in euros.
        least_level: Level of the diploma from which it is due.
        broken_percent: Percent of the funding for the days executed, due
            in its place when the contract is broken in the free period.
        resumed: Lump sum of a new contract after a rupture, in euros.
    """

    amount: int
    least_level: int
    broken_percent: int
    resumed: int


EMPLOYER_SHARE: ByConclusion[ParticipationTerms | None] = ByConclusion(
    "participation de l'employeur (art. R. 6332-25-1)",
    (
        version(date(2008, 5, 1), None, "L6332-14"),
        version(
            date(2025, 7, 1),
            ParticipationTerms(amount=750, least_level=6, broken_percent=50, resumed=200),
            "R6332-25-1",
        ),
    ),
)
"""L6332-14 knew no participation before; the OPCO funds private contracts."""


class PaymentTerms(NamedTuple):
    """How the OPCO pays the CFA for a year of execution (R6332-25 III, IV).

    Attributes:
        invoice_days: Days from the invoice to the advance.
        advance: Percent of the amount of the year, at once.
        instalments: Month of the year, and percent of the amount then paid.
        short_advance: Percent at once where the contract is under a year.
        balance_months: Months after the term to send the papers of the
            balance.
    """

    invoice_days: int
    advance: int
    instalments: tuple[tuple[int, int], ...]
    short_advance: int
    balance_months: int


PAYMENTS: ByConclusion[PaymentTerms | None] = ByConclusion(
    "versements de l'opérateur de compétences (art. R. 6332-25)",
    (
        version(date(2008, 5, 1), None, "R6332-25"),
        version(
            date(2025, 7, 1),
            PaymentTerms(
                invoice_days=30,
                advance=40,
                instalments=((7, 30), (10, 20)),
                short_advance=50,
                balance_months=4,
            ),
            "R6332-25",
        ),
    ),
)
"""The payments by the day executed; before July 2025 by the month begun."""

YEAR_OF_365_DAYS = Caveat(
    "YEAR_OF_365_DAYS",
    "L'art. R. 6332-25 retient un montant annuel « au prorata temporis du nombre de jours "
    "effectués » sans dire le nombre de jours de l'année : 365 jours sont comptés.",
)


class RemoteTerms(NamedTuple):
    """How distance learning lowers the funding (D6332-82-1).

    Attributes:
        least_percent: Percent of distance learning from which the funding is
            lowered.
        cut_percent: Percent by which it is.
        floor: Euros under which the cut does not bring it.
    """

    least_percent: int
    cut_percent: int
    floor: Decimal


REMOTE_TEACHING: ByConclusion[RemoteTerms | None] = ByConclusion(
    "minoration pour enseignement à distance (art. D. 6332-82-1)",
    (
        version(date(2019, 1, 1), None, "D6332-78"),
        version(
            date(2025, 7, 1),
            RemoteTerms(least_percent=80, cut_percent=20, floor=Decimal(4000)),
            "D6332-82-1",
        ),
    ),
)
"""« minore le niveau de prise en charge de 20 % lorsque les enseignements
dispensés par le centre de formation d'apprentis sont réalisés à distance pour
au moins à 80 % de leur durée totale »."""
