"""A filled Cerfa 10103*14 is read by the names of its fields."""

from datetime import date
from decimal import Decimal

import pytest

from apprentissage.facts import PayBase, Territory
from apprentissage.facts.names import FRENCH_NAMES
from apprentissage.interchange import UnreadableContract, form_row, french_path, read_row
from apprentissage.interchange.form_fields import FORM_FIELDS, FORM_FIELDS_LEFT

TEXT, PART, CHECK = "Zone de texte 8", "Zone de texte 21", "Case à cocher"


def day(first: int, written: str) -> dict[str, str]:
    """The three fields of a date, `01/09/2026`."""
    parts = written.split("/")
    return {f"{PART}_{first + i}": part for i, part in enumerate(parts)}


FILLED: dict[str, str | None] = {
    f"{TEXT}_54": "1",
    TEXT: "Boulangerie Muller",
    f"{TEXT}_9": "67000",
    f"{TEXT}_17": "Inès",
    f"{TEXT}_30": "01",
    f"{TEXT}_42": "Roux",
    f"{TEXT}_46": "  ",
    f"{TEXT}_71": "11",
    f"{TEXT}_68": "35",
    f"{TEXT}_69": "20",
    f"{TEXT}_72": "1 504",
    f"{PART}_73": "1",
    f"{PART}_75": "4",
    f"{PART}_76": "25",
    f"{PART}_78": "50",
    f"{PART}_79": "X",
    f"{PART}_80": "840",
    f"{TEXT}_91": "vu",
    **day(7, "14/03/2009"),
    **day(16, "31/08/2026"),
    **day(19, "1/9/2026"),
    **day(10, "31/08/2028"),
    **day(81, "01/09/2026"),
    **day(84, "31/08/2027"),
    f"{TEXT}_95": "27",
    f"{TEXT}_96": "SMIC",
    **day(37, "01/09/2027"),
    **day(40, "31/08/2028"),
    f"{TEXT}_56": "39,5",
    f"{TEXT}_57": "SMC",
    f"{CHECK} 1": "/Yes",
    "Case #C3#A0 cocher 4": "/Yes",
    f"{CHECK} 3": "/Off",
    f"{CHECK} 5_3": "/Off",
    f"{CHECK} 5_4": "/Oui",
    f"{CHECK} 7": None,
}


def test_the_form_has_216_fields() -> None:
    """102 texts, 92 parts of dates and amounts, 22 boxes, all of them told."""
    numbered = {TEXT, *(f"{TEXT}_{n}" for n in range(2, 103))}
    numbered |= {PART, *(f"{PART}_{n}" for n in range(2, 93))}
    boxes = {name for name in FORM_FIELDS if name.startswith(CHECK)}
    boxes |= {name for name in FORM_FIELDS_LEFT if name.startswith(CHECK)}
    assert FORM_FIELDS.keys() | FORM_FIELDS_LEFT.keys() == numbered | boxes
    assert FORM_FIELDS.keys().isdisjoint(FORM_FIELDS_LEFT)
    assert len(numbered | boxes) == 216


def test_every_field_leads_to_a_fact() -> None:
    known = {french_path(path) for path in FRENCH_NAMES}
    for name, (key, _) in FORM_FIELDS.items():
        plain = [step for step in key.split(".") if not step.isdecimal()]
        assert ".".join(plain) in known, name


def test_the_names_that_public_programs_agree_on() -> None:
    """Some that two programs know at least, written down apart."""
    assert {
        name: FORM_FIELDS[name]
        for name in (f"{TEXT}_15", f"{TEXT}_36", f"{TEXT}_72", f"{PART}_28")
    } == {
        f"{TEXT}_15": ("apprenti.nom_naissance", ""),
        f"{TEXT}_36": ("apprenti.representant_legal.adresse.voie", ""),
        f"{TEXT}_72": ("contrat.salaire_brut_embauche", "euros"),
        f"{PART}_28": ("formation.date_derniere_epreuve", "jour"),
    }


def test_a_filled_form_is_read() -> None:
    contract = read_row(form_row(FILLED))
    assert contract.concluded_on == date(2026, 8, 31)
    assert contract.starts_on == date(2026, 9, 1)
    assert contract.ends_on == date(2028, 8, 31)
    assert contract.weekly_hours == Decimal("35.3333")
    assert contract.gross_at_hiring == Decimal("1504.01")
    assert contract.training.hours == 840
    assert contract.in_kind is not None
    assert contract.in_kind.meal == Decimal("4.25")
    assert contract.in_kind.lodging == Decimal("0.50")
    assert contract.in_kind.other is None
    assert contract.employer.name == "Boulangerie Muller"
    assert contract.employer.territory is Territory.ALSACE_MOSELLE
    assert contract.apprentice.first_name == "Inès"
    assert contract.apprentice.rqth is False
    assert contract.apprentice.high_level_athlete is None
    assert contract.maitres is not None
    assert [m.family_name for m in contract.maitres] == ["Roux"]
    assert contract.training.cfa_is_main_site is None
    assert contract.declared_pay is not None
    assert [
        (line.order, line.starts_on, line.rate, line.base) for line in contract.declared_pay
    ] == [
        ("1.1", date(2026, 9, 1), Decimal(27), PayBase.SMIC),
        ("2.1", date(2027, 9, 1), Decimal("39.5"), PayBase.SMC),
    ]


def test_an_avenant_tells_its_own_day() -> None:
    row = form_row(FILLED | {f"{TEXT}_71": "36"} | day(13, "01/01/2027"))
    assert "contrat.date_conclusion" not in row
    contract = read_row(row | {"contrat.date_conclusion": "01/07/2026"})
    assert contract.avenant is not None
    assert contract.avenant.concluded_on == date(2026, 8, 31)
    assert contract.avenant.effective_on == date(2027, 1, 1)


def test_a_date_half_written_is_told() -> None:
    with pytest.raises(UnreadableContract) as caught:
        read_row(form_row(FILLED | {f"{PART}_11": ""}))
    (fault,) = caught.value.faults
    assert (fault.path, fault.value) == ("contrat.date_fin", "31/?/2028")
    only_a_year = form_row(FILLED | {f"{PART}_10": "", f"{PART}_11": ""})
    assert only_a_year["contrat.date_fin"] == "?/?/2028"
    row = form_row(FILLED | {f"{TEXT}_69": "vingt"})
    assert row["contrat.duree_hebdomadaire"] == "35 h vingt"
    row = form_row(FILLED | {f"{TEXT}_68": ""})
    assert row["contrat.duree_hebdomadaire"] == "? h 20"


def test_two_ticks_and_another_form_are_refused() -> None:
    with pytest.raises(UnreadableContract) as caught:
        form_row(FILLED | {f"{CHECK} 5_3": "/Yes", "Courriel 1": "x"})
    assert {fault.path: fault.remedy for fault in caught.value.faults} == {
        "apprenti.rqth": "ne cochez qu'une des deux cases",
        "Courriel 1": "donnez les champs du Cerfa 10103*14",
    }
