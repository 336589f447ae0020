"""How long the signed Cerfa is kept, by version of its notice.

No article of the code du travail fixes it: the notice of the form does, and
that of 2025 replaced that of 2023. A caller who destroys a paper needs both;
for the employer the form is the contract of work too, which may be argued
over for five years after its end (code civil).
"""

from datetime import date

from apprentissage._labelled import Labelled
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.law.dated import ByConclusion, ByEvent, version
from apprentissage.law.sources import Caveat


class Holder(Labelled):
    """Who keeps a document of the file."""

    EMPLOYER = "employer", "employeur"
    OPCO = "opco", "opérateur de compétences ou entité chargée du dépôt"
    APPRENTICE = "apprentice", "apprenti"
    CFA = "cfa", "CFA"


class RetentionEvent(Labelled):
    """An event of no known date that ends the retention of a document."""

    PENSION_SETTLEMENT = "pension_settlement", "liquidation de la retraite"


_FORM_07 = Source(SourceKind.FORM, "notice 51649#07 (Cerfa 10103*10)")
_FORM_08 = Source(SourceKind.FORM, "notice 51649#08 (Cerfa 10103*13)")
_FUNDS = Source(SourceKind.LAW, "règlement (UE, Euratom) 2018/1046, art. 132")

_CUT_SHORT = Caveat(
    "NOTICE_08_CUT_SHORT",
    "La fin du paragraphe de la notice 51649#08 n'a pas pu être lue : la "
    "durée de cinq ans repose sur ce qu'en rapportent des éditeurs.",
)

NOTICE_09_UNREAD = Caveat(
    "NOTICE_09_UNREAD",
    "La notice 51649#09 (Cerfa 10103*14, en usage depuis juillet 2025) n'a "
    "pas pu être lue sur la conservation.",
)
"""The notice in use may have changed the rule again."""

OPEN_ENDED = Caveat(
    "OPEN_ENDED",
    "La période d'apprentissage se poursuit dans un contrat à durée "
    "indéterminée : les cinq ans de l'employeur courent alors de la fin de la "
    "relation de travail, que le formulaire ne dit pas.",
)
"""The last day of the form is not that of the contract of work."""

CLAIMS_YEARS = ByEvent(
    "prescription des actions nées du contrat (art. 2224 du code civil)",
    (
        version(
            # loi n° 2008-561 du 17 juin 2008, in force two days later; the
            # contracts that the library covers end after it
            date(2008, 5, 1),
            5,
            Source(SourceKind.LAW, "art. 2224 du code civil"),
        ),
    ),
)
"""For how many years after its end a contract of work may be argued over: the
employer needs the form until then. Deduced: no text says it of the Cerfa."""

Keeping = date | int
"""A fixed last day, or a number of years from the conclusion."""

NOTICE_07 = ByConclusion[Keeping](
    "conservation du Cerfa, notice #07",
    (
        # OPCO EP's sheet: « jusqu'au 31 décembre 2032, pour les contrats
        # conclus jusqu'au 31 décembre 2022 »
        version(date(2008, 5, 1), date(2032, 12, 31), _FORM_07),
        # OPCO EP's sheet: « pendant 5 ans à compter de leur conclusion,
        # pour ceux conclus depuis le 1er janvier 2023 »
        version(date(2023, 1, 1), 5, _FORM_07),
    ),
)
"""By the notice of 20 April 2023."""

NOTICE_08 = ByConclusion[Keeping](
    "conservation du Cerfa, notice #08",
    (
        # Notice 51649#08: « Pour les contrats conclus antérieurement au 1er
        # juillet 2020 et pour ceux conclus à compter du 1er janvier 2024 »
        version(date(2008, 5, 1), 5, _FORM_08, caveats=(_CUT_SHORT,)),
        # Notice 51649#08: « conclus entre le 1er juillet 2020 et le 31
        # décembre 2023 […] jusqu'au 31 décembre 2031 »
        version(date(2020, 7, 1), date(2031, 12, 31), _FORM_08, _FUNDS),
        version(date(2024, 1, 1), 5, _FORM_08, caveats=(_CUT_SHORT,)),
    ),
)
"""By the notice of 17 January 2025."""

APPRENTICE_SOURCES = (_FORM_07,)
"""OPCO EP's sheet: apprentices keep it « jusqu'à la liquidation de leur
retraite »."""
