"""The rupture of the contract: its grounds and delays, each by its clock."""

from datetime import date
from typing import NamedTuple

from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.facts.kinds import RuptureCause
from apprentissage.law.dated import ByConclusion, ByEvent, version
from apprentissage.law.sources import Caveat


class FreePeriod(NamedTuple):
    """How long either party may break the contract freely.

    Attributes:
        practical_days: Days of practical training in the firm, or None.
        months: Months of the contract, or None.
    """

    practical_days: int | None = None
    months: int | None = None


_TWO_MONTHS = FreePeriod(months=2)
_FORTY_FIVE = FreePeriod(practical_days=45)

FREE_PERIOD = ByConclusion(
    "période de rupture libre (art. L. 6222-18 al. 1)",
    (
        # before 2015: « durant les deux premiers mois de l'apprentissage »
        version(date(2008, 5, 1), _TWO_MONTHS, "L6222-18 al. 1"),
        version(date(2009, 11, 26), _TWO_MONTHS, "L6222-18 al. 1"),
        version(date(2014, 3, 7), _TWO_MONTHS, "L6222-18 al. 1"),
        version(date(2014, 7, 1), _TWO_MONTHS, "L6222-18 al. 1"),
        # « quarante-cinq premiers jours, consécutifs ou non, de formation
        # pratique en entreprise »
        version(date(2015, 8, 19), _FORTY_FIVE, "L6222-18 al. 1"),
        version(date(2019, 1, 1), _FORTY_FIVE, "L6222-18 al. 1"),
    ),
)
"""Two months of the contract, then 45 days of practical training."""


class Grounds(NamedTuple):
    """What may break a contract after the free period.

    Attributes:
        agreement: Causes that need no one's decision: the written agreement.
        dismissal: Causes for which the employer dismisses.
        court: Causes for which the conseil de prud'hommes alone pronounces
            the rupture.
        resignation: The apprentice may resign, through the mediator.
    """

    agreement: frozenset[RuptureCause] = frozenset({RuptureCause.MUTUAL_AGREEMENT})
    dismissal: frozenset[RuptureCause] = frozenset()
    court: frozenset[RuptureCause] = frozenset()
    resignation: bool = False


_BY_THE_COURT = Grounds(
    court=frozenset(
        {
            RuptureCause.GROSS_MISCONDUCT,
            RuptureCause.DISMISSAL_FOR_MISCONDUCT,
            RuptureCause.EMPLOYER_BREACH,
            RuptureCause.PERMANENT_UNFITNESS,
        }
    )
)

GROUNDS = ByConclusion(
    "causes de rupture (art. L. 6222-18)",
    (
        # in 2008 as later:
        # « A défaut, la rupture ne peut être prononcée que par le conseil de
        # prud'hommes en cas de faute grave ou de manquements répétés de l'une
        # des parties à ses obligations ou en raison de l'inaptitude de
        # l'apprenti à exercer le métier auquel il voulait se préparer. »
        version(date(2008, 5, 1), _BY_THE_COURT, "L6222-18"),
        version(date(2009, 11, 26), _BY_THE_COURT, "L6222-18"),
        version(date(2014, 3, 7), _BY_THE_COURT, "L6222-18"),
        version(date(2014, 7, 1), _BY_THE_COURT, "L6222-18"),
        version(date(2015, 8, 19), _BY_THE_COURT, "L6222-18"),
        # « A défaut, le contrat peut être rompu en cas de force majeure, de
        # faute grave de l'apprenti, d'inaptitude constatée par le médecin du
        # travail dans les conditions définies à l'article L. 4624-4 ou en cas
        # de décès d'un employeur maître d'apprentissage dans le cadre d'une
        # entreprise unipersonnelle. »
        version(
            date(2019, 1, 1),
            Grounds(
                dismissal=frozenset(
                    {
                        RuptureCause.FORCE_MAJEURE,
                        RuptureCause.GROSS_MISCONDUCT,
                        RuptureCause.PERMANENT_UNFITNESS,
                        RuptureCause.EMPLOYER_DEATH,
                    }
                ),
                resignation=True,
            ),
            "L6222-18",
        ),
    ),
)
"""Agreement or the court before 2019; the grounds of a dismissal since."""

LIQUIDATION = ByEvent(
    "rupture par le liquidateur (art. L. 6222-18)",
    (
        version(date(2008, 5, 1), False, "L6222-18"),
        version(date(2009, 11, 26), False, "L6222-18"),
        version(date(2014, 3, 7), False, "L6222-18"),
        # « le liquidateur notifie la rupture du contrat à l'apprenti »
        version(date(2014, 7, 1), True, "L6222-18"),
        version(date(2015, 8, 19), True, "L6222-18"),
        version(date(2019, 1, 1), True, "L6222-18"),
    ),
)
"""Whether the liquidator may break the contract, by the day of the rupture."""

REFUSED_RESUMPTION = ByEvent(
    "refus d'autoriser la reprise (art. L. 6225-5)",
    (
        # « Le refus d'autoriser la reprise de l'exécution du contrat
        # d'apprentissage entraîne la rupture de ce contrat »
        version(date(2008, 5, 1), None, "L6225-5"),
        version(date(2011, 5, 19), None, "L6225-5"),
        version(date(2014, 3, 7), None, "L6225-5"),
    ),
)
"""The rupture of a contract whose execution was suspended."""

EXCLUSION = ByConclusion[int | None](
    "exclusion définitive par le CFA (art. L. 6222-18-1)",
    (
        version(date(2008, 5, 1), None, "L6222-18"),
        version(date(2009, 11, 26), None, "L6222-18"),
        version(date(2014, 3, 7), None, "L6222-18"),
        version(date(2014, 7, 1), None, "L6222-18"),
        version(date(2015, 8, 19), None, "L6222-18"),
        # « dans un délai de deux mois à compter de son exclusion définitive »
        version(date(2019, 1, 1), 2, "L6222-18-1"),
    ),
)
"""Months to find another CFA; None where an exclusion grounds no rupture."""


class ResignationDays(NamedTuple):
    """Calendar days of a resignation after the free period.

    Attributes:
        before_informing: From the mediator to informing the employer.
        before_rupture: From informing the employer to the rupture.
    """

    before_informing: int
    before_rupture: int


RESIGNATION = ByConclusion(
    "délais de la démission (art. D. 6222-21-1)",
    (
        version(
            date(2019, 1, 1),
            ResignationDays(before_informing=5, before_rupture=7),
            "D6222-21-1",
            "L6222-18 al. 4",
        ),
    ),
)
"""At least five days, then at least seven; no such way out before 2019."""

_TWO_MONTHS_STILL_PRINTED = Caveat(
    "TWO_MONTHS_STILL_PRINTED",
    "Plusieurs sites impriment encore deux mois, la règle d'avant le 1er avril 2020.",
)

NOTICE_OF_DIPLOMA = ByEvent(
    "préavis après le diplôme (art. R. 6222-23)",
    (
        # before 2020-04-01: « au moins deux mois avant la fin du contrat »
        version(date(2008, 5, 1), 2, "R6222-23", "L6222-19"),
        # « au moins un mois avant la fin du contrat »
        version(date(2020, 4, 1), 1, "R6222-23", "L6222-19", caveats=(_TWO_MONTHS_STILL_PRINTED,)),
    ),
)
"""Months before the end, by the day of the notice: the decree of 2020 makes
no exception for contracts concluded before it."""

_THREE_MONTHS = Caveat(
    "KEPT_BEFORE_2019",
    "Pour les contrats conclus avant 2019, aucun article lu ne fixe ce "
    "maintien : les trois mois viennent de sources secondaires.",
)

TRAINING_KEPT = ByConclusion(
    "maintien en CFA après une rupture",
    (
        version(
            date(2008, 5, 1),
            3,
            Source(SourceKind.DOCTRINE, "usage des CFA avant 2019"),
            caveats=(_THREE_MONTHS,),
        ),
        # « suivre sa formation théorique pendant six mois »
        version(date(2019, 1, 1), 6, "L6222-18-2", "L6231-2 5°"),
        version(date(2019, 8, 23), 6, "L6222-18-2", "L6231-2 5°"),
    ),
)
"""Months during which the CFA keeps the apprentice."""

RUPTURE_RECORD: ByEvent[int | None] = ByEvent(
    "constat écrit de la rupture",
    (
        # until 2020-03-31: « La rupture unilatérale du contrat d'apprentissage par l'une des
        # parties pendant les deux premiers mois de son exécution ou la rupture
        # convenue d'un commun accord est constatée par écrit. »
        version(date(2008, 5, 1), 2, "R6222-21"),
        version(date(2009, 1, 1), 2, "R6222-21"),
        version(date(2010, 2, 15), 2, "R6222-21"),
        # « La rupture anticipée du contrat d'apprentissage ou de la période
        # d'apprentissage fait l'objet d'un document écrit »
        version(date(2020, 4, 1), None, "R6222-21"),
    ),
)
"""The first months of which a rupture that nobody agreed to is recorded; None
where any is. By the day of the rupture."""

RUPTURE_NOTICE = ByEvent(
    "notification de la rupture",
    (
        version(date(2008, 5, 1), False),
        # « l'employeur notifie sans délai la rupture à l'opérateur de
        # compétences »
        version(date(2020, 1, 1), True, "D6224-6"),
    ),
)
"""Whether the employer gives notice of any rupture, by its day."""

PUBLIC_RUPTURE_NOTICE = ByEvent(
    "notification de la rupture, employeur public",
    (
        version(date(2008, 5, 1), False),
        # « l'employeur notifie sans délai la rupture, et par tout moyen
        # approprié »
        version(date(2020, 1, 1), True, "D6275-5"),
    ),
)
"""The same of a public employer, to the State."""
