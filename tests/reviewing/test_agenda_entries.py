"""What each day of an agenda rests on, and what follows when it is missed.

The first text is what fixes the day. Where no text sanctions a day that is
missed, no consequence is known.
"""

from typing import NamedTuple

from apprentissage import NotCovered, UnreadableContract, agenda, read_contract
from apprentissage.judging import AgendaEntry, Consequence
from tests.support.drawn import written

NONE_KNOWN = {Consequence.NONE_KNOWN}
UNLAWFUL = {Consequence.UNLAWFUL}
AID_LOST = {Consequence.AID_LOST}
REFUSAL = {
    Consequence.REFUSAL_POSSIBLE,
    Consequence.DEPOSIT_REFUSAL_POSSIBLE,
    Consequence.FILE_REFUSAL_POSSIBLE,
    *UNLAWFUL,
}
"""By whom the file is refused; before it could be, the contract is unlawful."""


class Day(NamedTuple):
    """A day that a rule tells.

    Attributes:
        rule: The rule.
        label: How its label begins.
        follows: What may follow when it is missed.
        texts: The first of what it rests on, one or the other.
    """

    rule: str
    label: str
    follows: set[Consequence]
    texts: set[str]


DAYS = (
    Day("avenant_dates", "Prise d'effet", REFUSAL, {"vade-mecum des CFA (V2)"}),
    # five days, and no sanction of a sixth
    Day("avenant_filing", "Dernier jour", NONE_KNOWN, {"D. 6224-5", "D. 6275-4"}),
    Day("filing", "Dernier jour", NONE_KNOWN, {"D. 6224-1", "D. 6275-1"}),
    Day("cerfa_retention", "Fin de conservation", {Consequence.PROOF_LOST}, {"notice 51649#07"}),
    Day("conclusion", "Début d'exécution", REFUSAL, {"L. 6222-4"}),
    Day("contract_end", "Fin du contrat", REFUSAL, {"fiche Cerfa FA13 d'OPCO EP"}),
    Day("contract_end", "Dernière épreuve", REFUSAL, {"téléservice de l'État"}),
    Day("dangerous_work", "Dernier jour", UNLAWFUL, {"D. 4153-15"}),
    # « varie entre six mois et trois ans », four years of R6222-46 and -60
    Day("duration", "Fin du contrat au plus tôt", UNLAWFUL, {"L. 6222-7-1", "L. 6222-7"}),
    Day(
        *("duration", "Fin du contrat au plus tard", UNLAWFUL),
        {"L. 6222-7-1", "L. 6222-7", "R. 6222-46", "R. 6222-60"},
    ),
    Day("duration", "Fin du contrat, ou", NONE_KNOWN, {"L. 6222-7-1", "L. 6222-7"}),
    Day("employer_aid", "Dernier jour pour débuter", AID_LOST, {"L. 6243-1"}),
    Day("employer_aid", "Dernier jour pour transmettre", AID_LOST, {"L. 6243-1"}),
    Day("exam_leave", "Début du mois", NONE_KNOWN, {"L. 6222-35"}),
    Day("exam_leave", "Dernier jour", {Consequence.RIGHT_LOST}, {"L. 6222-35"}),
    # « L'absence de réponse […] vaut », refusal of the one, deposit of the other
    Day(
        *("funding_decision", "Dernier jour"),
        {Consequence.FUNDING_REFUSED, Consequence.DEPOSIT_ACCEPTED, *NONE_KNOWN},
        {"R. 6224-3", "R. 6275-3"},
    ),
    Day("legal_representative", "Majorité", NONE_KNOWN, {"R. 6222-2"}),
    Day("medical_visit", "Dernier jour", NONE_KNOWN, {"R. 6222-36", "R. 6222-40-1"}),
    Day("medical_visit", "Visite médicale", NONE_KNOWN, {"R. 4624-18"}),
    Day("minimum_pay", "SMIC", {Consequence.UNDERPAID}, {"Arrêté", "Décret", "SMIC de Mayotte"}),
    Day("minimum_pay", "1re année", {Consequence.UNDERPAID}, {"D. 6222-26"}),
    Day("minimum_pay", "2e année", {Consequence.UNDERPAID}, {"D. 6222-26"}),
    Day("minimum_pay", "3e année", {Consequence.UNDERPAID}, {"D. 6222-26"}),
    Day("minors_hours", "18 ans", NONE_KNOWN, {"L. 3161-1"}),
    Day("minors_night", "16 ans", NONE_KNOWN, {"L. 3163-1"}),
    Day("opco_payments", "Dernier jour", {Consequence.BALANCE_LOST}, {"R. 6332-25"}),
    Day("rupture", "Dernier jour", {Consequence.RIGHT_LOST}, {"L. 6222-18 al. 1"}),
    Day("start_gaps", "Dernier jour", UNLAWFUL, {"L. 6222-12"}),
    Day("start_gaps", "Premier jour", UNLAWFUL, {"L. 6222-12"}),
    Day("upper_age", "Dernier jour pour débuter", UNLAWFUL, {"L. 6222-1"}),
    Day("upper_age", "Dernier jour pour conclure par", UNLAWFUL, {"D. 6222-1"}),
    Day("upper_age", "Dernier jour pour conclure un", {Consequence.RIGHT_LOST}, {"D. 6222-1"}),
)
"""The days of ordinary contracts; those of rarer ones are tried by their rule."""


def entries(number: int) -> tuple[AgendaEntry, ...]:
    try:
        return agenda(read_contract(written(number))).entries
    except (NotCovered, UnreadableContract):
        return ()


def first_text(entry: AgendaEntry) -> str:
    """What fixes the day, a space after it: an article is no beginning of another."""
    reference = entry.sources[0].reference.removeprefix("art. ")
    return reference.removesuffix("du code du travail") + " "


def test_each_day_rests_on_its_text_and_tells_what_follows() -> None:
    met: set[tuple[str, str]] = set()
    for entry in (each for number in range(120) for each in entries(number)):
        for day in DAYS:
            if entry.rule == day.rule and entry.label.startswith(day.label):
                met.add((day.rule, day.label))
                assert entry.consequence in day.follows, entry
                assert first_text(entry).startswith(tuple(f"{text} " for text in day.texts)), entry
    assert met == {(day.rule, day.label) for day in DAYS}
