"""The fields of the PDF of the Cerfa 10103*14, and the key of each.

The form names its 216 fields by number alone. The table was made on
2026-11-28 from public code: a program that fills them all, compared with two
of other authors, which agree where they overlap. The PDF itself was not read.
"""

from collections.abc import Mapping
from decimal import InvalidOperation

from apprentissage._arguments import check_arguments
from apprentissage._money import EXACT, hours_and_minutes
from apprentissage.errors import InvalidValue
from apprentissage.facts.address import territory_of
from apprentissage.interchange.faults import Fault, UnreadableContract
from apprentissage.interchange.keys import french_code

# The form's numbers are the data here, and the key is where each one leads: no
# declaration of a fact knows them, for the next form will number anew.
_CFA, _SITE = "formation.cfa_responsable", "formation.lieu_principal"
_GUARDIAN = "apprenti.representant_legal"

_TEXTS: dict[int, str] = {
    1: "employeur.denomination",
    2: "employeur.siret",
    3: "employeur.type",
    4: "employeur.specifique",
    5: "employeur.effectif",
    6: "employeur.idcc",
    7: "employeur.naf",
    8: "employeur.adresse.complement",
    9: "employeur.adresse.code_postal",
    10: "employeur.adresse.commune",
    11: "employeur.telephone",
    12: "employeur.courriel",
    13: "employeur.adresse.voie",
    14: "employeur.adresse.numero",
    15: "apprenti.nom_naissance",
    16: "apprenti.nom_usage",
    17: "apprenti.prenom",
    18: "apprenti.nir",
    19: "apprenti.adresse.numero",
    20: "apprenti.adresse.voie",
    21: "apprenti.adresse.complement",
    22: "apprenti.adresse.code_postal",
    23: "apprenti.adresse.commune",
    24: "apprenti.telephone",
    25: "apprenti.courriel",
    26: "apprenti.departement_naissance",
    27: "apprenti.commune_naissance",
    28: "apprenti.situation_avant_contrat",
    29: "apprenti.dernier_diplome_prepare",
    30: "apprenti.derniere_classe",
    31: "apprenti.intitule_dernier_diplome",
    32: "apprenti.diplome_le_plus_eleve",
    33: "apprenti.nationalite",
    34: "apprenti.regime_social",
    35: f"{_GUARDIAN}.nom",
    36: f"{_GUARDIAN}.adresse.voie",
    37: f"{_GUARDIAN}.adresse.numero",
    38: f"{_GUARDIAN}.adresse.complement",
    39: f"{_GUARDIAN}.adresse.code_postal",
    40: f"{_GUARDIAN}.adresse.commune",
    41: f"{_GUARDIAN}.courriel",
    42: "maitres_apprentissage.1.nom_naissance",
    43: "maitres_apprentissage.1.prenom",
    44: "maitres_apprentissage.1.courriel",
    45: "maitres_apprentissage.1.emploi",
    46: "maitres_apprentissage.2.nom_naissance",
    47: "maitres_apprentissage.2.prenom",
    48: "maitres_apprentissage.2.courriel",
    49: "maitres_apprentissage.2.emploi",
    50: "maitres_apprentissage.1.intitule_diplome",
    51: "maitres_apprentissage.2.intitule_diplome",
    52: "maitres_apprentissage.1.niveau_diplome",
    53: "maitres_apprentissage.2.niveau_diplome",
    54: "contrat.mode",
    55: "contrat.numero_contrat_precedent",
    70: "contrat.derogation",
    71: "contrat.type",
    73: f"{_CFA}.uai",
    74: f"{_CFA}.siret",
    75: "formation.code_diplome",
    76: "formation.code_rncp",
    77: "formation.diplome",
    78: f"{_CFA}.adresse.commune",
    79: f"{_CFA}.adresse.numero",
    80: f"{_CFA}.adresse.voie",
    81: f"{_CFA}.adresse.complement",
    82: f"{_CFA}.adresse.code_postal",
    83: f"{_SITE}.siret",
    84: f"{_SITE}.uai",
    85: f"{_SITE}.adresse.commune",
    86: f"{_SITE}.adresse.numero",
    87: f"{_SITE}.adresse.voie",
    88: f"{_SITE}.adresse.complement",
    89: f"{_SITE}.adresse.code_postal",
    90: "contrat.lieu_signature",
    99: f"{_CFA}.denomination",
    100: "formation.intitule",
    101: f"{_SITE}.denomination",
    102: "formation.heures_a_distance",
}
"""`Zone de texte 8_N`, and without a number the first: its key."""

_DAYS: dict[int, str] = {
    1: "maitres_apprentissage.2.date_naissance",
    4: "maitres_apprentissage.1.date_naissance",
    7: "apprenti.date_naissance",
    10: "contrat.date_fin",
    13: "contrat.avenant.date_effet",
    16: "contrat.date_conclusion",
    19: "contrat.date_debut_execution",
    22: "contrat.date_debut_chez_employeur",
    25: "formation.date_debut_cfa",
    28: "formation.date_derniere_epreuve",
}
"""`Zone de texte 21_N` and the two that follow: day, month, year of a key."""

_PAY_LINES: dict[str, tuple[int, int, int]] = {
    "1.1": (81, 84, 95),
    "1.2": (87, 90, 97),
    "2.1": (37, 40, 56),
    "2.2": (43, 46, 58),
    "3.1": (49, 52, 60),
    "3.2": (55, 58, 62),
    "4.1": (61, 64, 64),
    "4.2": (67, 70, 66),
}
"""Order of a pay line: its first day, its last, its rate, then its base."""

_CHECKS: dict[str, tuple[str, str]] = {
    "2_2": ("employeur.regime_assurance_chomage", "oui"),
    "3": ("apprenti.sexe", "M"),
    "4": ("apprenti.sexe", "F"),
    "5": ("apprenti.sportif_haut_niveau", "oui"),
    "5_2": ("apprenti.sportif_haut_niveau", "non"),
    "5_3": ("apprenti.rqth", "oui"),
    "5_4": ("apprenti.rqth", "non"),
    "5_5": ("apprenti.equivalence_jeunes", "oui"),
    "5_6": ("apprenti.equivalence_jeunes", "non"),
    "5_7": ("apprenti.extension_boe", "oui"),
    "5_8": ("apprenti.extension_boe", "non"),
    "5_9": ("apprenti.projet_entreprise", "oui"),
    "5_10": ("apprenti.projet_entreprise", "non"),
    "5_11": ("formation.cfa_entreprise", "oui"),
    "5_12": ("formation.cfa_entreprise", "non"),
    "5_13": ("contrat.travaux_dangereux", "oui"),
    "5_14": ("contrat.travaux_dangereux", "non"),
    "6": ("contrat.attestation_maitre", "oui"),
    "7": ("formation.cfa_lieu_principal", "oui"),
    "8": ("contrat.attestation_pieces", "oui"),
}
"""`Case à cocher N`: what a tick tells. No tick tells nothing."""

_HOURS, _GROSS = "contrat.duree_hebdomadaire", "contrat.salaire_brut_embauche"
_IN_KIND = "contrat.avantages_par_nature"


def _text(number: int) -> str:
    return "Zone de texte 8" + (f"_{number}" if number > 1 else "")


def _part(number: int) -> str:
    return "Zone de texte 21" + (f"_{number}" if number > 1 else "")


def _day(first: int, key: str) -> dict[str, tuple[str, str]]:
    parts = ("jour", "mois", "année")
    return {_part(first + i): (key, part) for i, part in enumerate(parts)}


def _pay_lines() -> dict[str, tuple[str, str]]:
    made: dict[str, tuple[str, str]] = {}
    for order, (first, last, rate) in _PAY_LINES.items():
        at = f"contrat.remuneration.{order}"
        made |= _day(first, f"{at}.du") | _day(last, f"{at}.au")
        made[_text(rate)] = f"{at}.taux", ""
        made[_text(rate + 1)] = f"{at}.base", ""
    return made


FORM_FIELDS: dict[str, tuple[str, str]] = {
    **{_text(number): (key, "") for number, key in _TEXTS.items()},
    **{name: told for first, key in _DAYS.items() for name, told in _day(first, key).items()},
    **_pay_lines(),
    **{f"Case à cocher {n}": told for n, told in _CHECKS.items()},
    _text(68): (_HOURS, "heures"),
    _text(69): (_HOURS, "minutes"),
    _text(72): (_GROSS, "euros"),
    _part(73): (_GROSS, "centimes"),
    _part(74): ("contrat.caisse_retraite_complementaire", ""),
    _part(75): (f"{_IN_KIND}.repas", "euros"),
    _part(76): (f"{_IN_KIND}.repas", "centimes"),
    _part(77): (f"{_IN_KIND}.logement", "euros"),
    _part(78): (f"{_IN_KIND}.logement", "centimes"),
    _part(80): ("formation.heures", ""),
}
"""Field of the PDF: key here, and which part of its value.

The key of a pay line has its order on the form in the place of its rank.
"""

FORM_FIELDS_LEFT: dict[str, str] = {
    "Case à cocher 1": "employeur privé : le type d'employeur le dit",
    "Case à cocher 2": "employeur public : le type d'employeur le dit",
    _part(79): "autre avantage en nature, sans sa valeur",
    **{_text(n): "réservé à l'organisme du dépôt" for n in range(91, 95)},
    **{_part(n): "réservé à l'organisme du dépôt" for n in range(31, 37)},
}
"""Field of the PDF that is left, and why."""


def form_row(fields: Mapping[str, str | None]) -> dict[str, str]:
    """The row of a table that a filled Cerfa 10103*14 makes.

    Args:
        fields: What each field of the PDF holds, by its name, as pypdf tells
            it: a text, or `/Yes` and the like for a tick, `/Off` for none.

    Returns:
        Cell by key, for `read_row`; without what is blank or not ticked. An
        avenant tells its own day alone: add `contrat.date_conclusion`, the
        day of the contract.

    Raises:
        UnreadableContract: For a field of another form, and two ticks where
            one excludes the other.

    >>> form_row({
    ...     "Zone de texte 8_17": "Léa",
    ...     "Zone de texte 21_7": "10",
    ...     "Zone de texte 21_8": "02",
    ...     "Zone de texte 21_9": "2008",
    ...     "Case #C3#A0 cocher 5_4": "/Yes",
    ... })
    {'apprenti.prenom': 'Léa', 'apprenti.date_naissance': '10/02/2008', \
'apprenti.rqth': 'non'}
    """
    check_arguments(form_row, locals())
    faults: list[Fault] = []
    parts: dict[str, dict[str, str]] = {}
    for raw, value in fields.items():
        name = raw.replace("#C3#A0", "à")
        text = "" if value is None else str(value).strip()
        if name in FORM_FIELDS_LEFT or text in {"", "/Off"}:
            continue
        if name not in FORM_FIELDS:
            remedy = "donnez les champs du Cerfa 10103*14"
            faults.append(InvalidValue(raw, text, remedy))
            continue
        key, part = FORM_FIELDS[name]
        told = parts.setdefault(key, {})
        if name.startswith("Case") and told:
            remedy = "ne cochez qu'une des deux cases"
            faults.append(InvalidValue(key, text, remedy))
        told[part] = text
    if faults:
        raise UnreadableContract.of(faults)
    return _ranked({key: _cell(told) for key, told in parts.items()})


def _cell(told: Mapping[str, str]) -> str:
    """The cell that the parts of a value make; `?` for one that is blank."""
    if "" in told:
        return told[""]
    ticked = told.keys() & {"oui", "non", "M", "F"}
    if ticked:
        return max(ticked)
    if told.keys() & {"jour", "mois", "année"}:
        days = (told.get(part, "?") for part in ("jour", "mois", "année"))
        return "/".join(days)
    if "euros" in told or "centimes" in told:
        cents = told.get("centimes")
        euros = told.get("euros", "0")
        return euros if cents is None else f"{euros},{cents:0>2}"
    return _hours(told.get("heures", "?"), told.get("minutes", "0"))


def _hours(hours: str, minutes: str) -> str:
    try:
        total = hours_and_minutes(EXACT.create_decimal(hours), EXACT.create_decimal(minutes))
    except InvalidOperation:
        return f"{hours} h {minutes}"
    return f"{total:f}".replace(".", ",")


def _ranked(row: dict[str, str]) -> dict[str, str]:
    """The row with ranks for its pay lines, and the territory."""
    lines = [
        order
        for order in _PAY_LINES
        if any(key.startswith(f"contrat.remuneration.{order}.") for key in row)
    ]
    ranked: dict[str, str] = {}
    for key, cell in row.items():
        place, _, last = key.rpartition(".")
        at, _, order = place.partition("remuneration.")
        if order:
            rank = lines.index(order) + 1
            place = f"{at}remuneration.{rank}"
            ranked[f"{place}.ordre"] = order
        ranked[f"{place}.{last}"] = cell
    if ranked.get("contrat.type", "").startswith("3"):
        day = ranked.pop("contrat.date_conclusion", "")
        ranked["contrat.avenant.date_conclusion"] = day
    territory = territory_of(ranked.get("employeur.adresse.code_postal", ""))
    if territory is not None:
        ranked["employeur.territoire"] = french_code(territory)
    return ranked
