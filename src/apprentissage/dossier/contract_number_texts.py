"""The two numbers of a contract: who gives them, who holds them, where."""

from typing import NamedTuple

from apprentissage._labelled import Labelled
from apprentissage.dossier.retention_texts import Holder
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.law.notices import opco_ep_sheet


class NumberKind(Labelled):
    """A number of a contract."""

    OPCO_FILE = "opco_file", "numéro de dossier de l'OPCO"
    DEPOSIT = "deposit", "numéro de dépôt (DECA)"


class Stage(Labelled):
    """How far the file of a contract has come."""

    NOT_SENT = "not_sent", "contrat non transmis"
    SENT = "sent", "contrat transmis, réception du dossier complet inconnue"
    EXAMINED = "examined", "dossier complet, en cours d'instruction"
    CORRECTION_ASKED = "correction_asked", "correction demandée"
    REFUSED = "refused", "prise en charge refusée"
    SILENT = "silent", "délai de vingt jours échu sans décision connue"
    ACCEPTED = "accepted", "prise en charge acceptée, dépôt attendu ou fait"
    DEPOSITED = "deposited", "contrat déposé, numéro connu"


class Cause(Labelled):
    """Why the deposit number of a contract is missing or wrong."""

    NOT_SENT = "not_sent", "le contrat n'est pas transmis"
    INCOMPLETE = (
        "incomplete",
        "rien ne dit que le dossier est complet ; sans cela, le délai de décision ne court pas",
    )
    PENDING = "pending", "le dossier est en cours d'instruction"
    CORRECTION_ASKED = "correction_asked", "une correction est demandée"
    REFUSED = "refused", "la prise en charge est refusée"
    REFUSED_YET_DEPOSITED = (
        "refused_yet_deposited",
        "la prise en charge est refusée, mais le contrat est déposé",
    )
    SILENCE = "silence", "le délai a expiré sans décision connue"
    NOT_PASSED_ON = (
        "not_passed_on",
        "le numéro existe mais n'a pas été transmis entre l'OPCO, l'entreprise et le CFA",
    )
    OTHER_NUMBER = ("other_number", "le numéro connu est celui du dossier de l'OPCO")
    MALFORMED = "malformed", "le numéro inscrit n'est pas un numéro de dépôt"


NUMBER_SOURCES = (Source(SourceKind.FORM, "notice 51649, numéro de dépôt"), opco_ep_sheet(36))
"""OPCO EP's sheet: « fourni par la DGEFP lors du dépôt du contrat […] reporté
sur la notification de prise en charge »."""

REMEDIES: dict[Cause, str] = {
    Cause.NOT_SENT: (
        "Transmettre le contrat, au plus tard dans les cinq jours ouvrables "
        "qui suivent le début de son exécution."
    ),
    Cause.INCOMPLETE: (
        "Demander si le dossier est reçu complet, et envoyer les pièces qui manqueraient : le "
        "délai de vingt jours ne court que du dossier complet."
    ),
    Cause.PENDING: "Attendre la décision, due le {due_on} au plus tard.",
    Cause.CORRECTION_ASKED: ("Corriger les points signalés et renvoyer le dossier."),
    Cause.REFUSED: (
        "Lire les motifs de la notification, corriger le contrat et le "
        "transmettre à nouveau : un contrat refusé n'est pas financé."
    ),
    Cause.REFUSED_YET_DEPOSITED: (
        "Demander le numéro à l'OPCO : un contrat de ce temps était déposé malgré le refus, dont "
        "il faut lire les motifs pour corriger le contrat."
    ),
    Cause.SILENCE: (
        "Interroger l'organisme saisi : la décision était due le {due_on}. "
        "Le silence d'un OPCO vaut refus, celui du service de l'État qui "
        "reçoit les contrats publics vaut acceptation du dépôt."
    ),
    Cause.NOT_PASSED_ON: (
        "Demander au CFA une copie de la notification, ou à l'OPCO le numéro, "
        "avec le SIRET, le nom de l'apprenti et la date de début."
    ),
    Cause.OTHER_NUMBER: (
        "Relever sur la notification de prise en charge le numéro de dépôt, "
        "de quinze caractères : l'autre ne sert qu'auprès de l'OPCO."
    ),
    Cause.MALFORMED: (
        "Recopier les quinze caractères de la notification : département sur "
        "trois, année, mois, deux chiffres ou NC, quatre chiffres."
    ),
}
"""What to do, by cause; `{due_on}` is the last day of the decision."""

_ALL_BUT_APPRENTICE: tuple[Holder, ...] = (Holder.OPCO, Holder.CFA, Holder.EMPLOYER)
_OPEN_FILE: dict[NumberKind, tuple[Holder, ...]] = {
    NumberKind.OPCO_FILE: _ALL_BUT_APPRENTICE,
    NumberKind.DEPOSIT: (),
}
_DEPOSITED: dict[NumberKind, tuple[Holder, ...]] = {
    NumberKind.OPCO_FILE: _ALL_BUT_APPRENTICE,
    NumberKind.DEPOSIT: _ALL_BUT_APPRENTICE,
}

HOLDERS: dict[Stage, dict[NumberKind, tuple[Holder, ...]]] = {
    Stage.NOT_SENT: {NumberKind.OPCO_FILE: (), NumberKind.DEPOSIT: ()},
    Stage.SENT: _OPEN_FILE,
    Stage.EXAMINED: _OPEN_FILE,
    Stage.CORRECTION_ASKED: _OPEN_FILE,
    Stage.REFUSED: _OPEN_FILE,
    Stage.SILENT: _OPEN_FILE,
    Stage.ACCEPTED: {
        NumberKind.OPCO_FILE: _ALL_BUT_APPRENTICE,
        # « reporté sur la notification de prise en charge financière » (OPCO
        # EP's sheet), which goes to the parties and to the CFA
        NumberKind.DEPOSIT: _ALL_BUT_APPRENTICE,
    },
    Stage.DEPOSITED: _DEPOSITED,
}
"""Who may hold each number at each stage, the likeliest first.

The apprentice rarely receives one directly.
"""


class Payee(Labelled):
    """Who is paid at a stage of the file."""

    CFA = "cfa", "CFA"
    EMPLOYER = "employer", "employeur"


class StagePayment(NamedTuple):
    """A payment that a stage of the file opens, or does not.

    Attributes:
        payee: To whom.
        sentence: What, in French.
    """

    payee: Payee
    sentence: str


def _paid(cfa: str, employer: str) -> tuple[StagePayment, ...]:
    return (
        StagePayment(payee=Payee.CFA, sentence=cfa),
        StagePayment(payee=Payee.EMPLOYER, sentence=employer),
    )


_NOT_YET = _paid(
    "L'OPCO ne paie rien avant d'avoir accepté la prise en charge.",
    "Aucune aide n'est versée avant le dépôt du contrat.",
)
_UNFUNDED = _paid(
    "L'OPCO ne prend pas en charge les frais de formation.",
    "Aucune aide n'est versée pour un contrat qui n'est pas déposé.",
)
_FUNDED = (
    "L'OPCO paie au CFA les frais de formation, par avances puis solde, sur "
    "ses factures (art. R. 6332-25)."
)

PAYMENTS: dict[Stage, tuple[StagePayment, ...]] = {
    Stage.NOT_SENT: _NOT_YET,
    Stage.SENT: _NOT_YET,
    Stage.EXAMINED: _NOT_YET,
    Stage.CORRECTION_ASKED: _NOT_YET,
    Stage.REFUSED: _UNFUNDED,
    Stage.SILENT: _UNFUNDED,
    Stage.ACCEPTED: _paid(_FUNDED, "L'aide, s'il y a droit, attend le dépôt du contrat."),
    Stage.DEPOSITED: _paid(
        _FUNDED,
        "L'aide, s'il y a droit, est versée chaque mois de la première année "
        "d'exécution (art. D. 6243-2).",
    ),
}
"""« paiements au CFA ou à l'entreprise » (the founding article): which follow
each stage. The days and the amounts are those of the rules `opco_payments`
and `employer_aid`; for a public employer the State's service deposits, and no
OPCO pays."""


class Place(NamedTuple):
    """Where a number is found.

    Attributes:
        label: The place, in French.
        kinds: The numbers found there.
    """

    label: str
    kinds: tuple[NumberKind, ...] = tuple(NumberKind)


_NOTIFICATION = Place(label="la notification (ou attestation) de prise en charge de l'OPCO")
_RECEIPT = Place(label="l'accusé de réception de l'OPCO", kinds=(NumberKind.OPCO_FILE,))

PLACES: dict[Holder, tuple[Place, ...]] = {
    Holder.APPRENTICE: (
        Place(label="la copie du contrat rendue après validation"),
        Place(label="le CFA ou l'entreprise, qui gardent le contrat validé"),
        _NOTIFICATION,
        _RECEIPT,
    ),
    Holder.EMPLOYER: (
        Place(label="l'espace de l'employeur sur le portail de l'OPCO"),
        _NOTIFICATION,
        _RECEIPT,
        Place(label="les courriels échangés avec l'OPCO ou le CFA"),
    ),
    Holder.CFA: (
        Place(label="le dossier de l'apprenti tenu par le CFA"),
        Place(label="l'espace du CFA sur le portail de l'OPCO"),
        _NOTIFICATION,
        Place(label="l'OPCO, auquel le CFA demande un duplicata"),
    ),
    Holder.OPCO: (Place(label="le système de l'OPCO"),),
}
"""Where each role looks, in order."""
