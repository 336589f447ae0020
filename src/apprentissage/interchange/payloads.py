"""A contract out of what CFAs and the State's form tool send.

`payload_fields` says what becomes of each field. One that it does not know is
refused, never dropped.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from functools import partial
from re import compile as regex
from typing import Any

from apprentissage._arguments import check_arguments
from apprentissage._money import hours_and_minutes
from apprentissage.errors import InvalidValue, WrongType
from apprentissage.facts import Contract
from apprentissage.facts.address import territory_of
from apprentissage.facts.identifiers import parse_birth_department, parse_nir, parse_rncp
from apprentissage.interchange.drafts import Draft, steps_of
from apprentissage.interchange.faults import Fault, UnreadableContract
from apprentissage.interchange.keys import french_code
from apprentissage.interchange.payload_fields import (
    CFA_DOCK,
    LEFT,
    OF_ADDRESS,
    STATE_FORM,
    TOGETHER,
)
from apprentissage.interchange.rows import places
from apprentissage.interchange.shapes import Code, Day, Flag, Number, Text, Whole


def read_state_form(payload: Mapping[str, Any], *, concluded_on: date | None = None) -> Contract:
    """The contract that the State's online form tool holds.

    Args:
        payload: Sections `employeur`, `apprenti`, `maitre1`, `maitre2`,
            `formation`, `contrat`, `organismeFormation`,
            `etablissementFormation`, as its services of 2022 and 2024 write
            them.
        concluded_on: Day on which the contract was concluded, where the form
            writes an avenant: it tells its own day alone.

    Returns:
        The contract; `docs/json.md` tells what becomes of each field.

    Raises:
        UnreadableContract: With all faults, those of its own fields under
            their names.

    >>> contract = read_state_form({
    ...     "contrat": {
    ...         "dateSignature": "2026-08-31",
    ...         "dateDebutContrat": "2026-09-01T00:00:00+00:00",
    ...         "dateFinContrat": "2028-08-31",
    ...         "avantageNourriture": 3.55,
    ...     },
    ...     "apprenti": {"dateNaissance": "2008-02-10", "handicap": "non"},
    ...     "employeur": {"adresse": {"codePostal": "57000"}},
    ... })
    >>> contract.employer.territory.label, contract.in_kind.meal
    ('Alsace-Moselle', Decimal('3.55'))
    """
    check_arguments(read_state_form, locals())
    return _read(payload, STATE_FORM, concluded_on)


def read_cfa_dock(payload: Mapping[str, Any], *, concluded_on: date | None = None) -> Contract:
    """The contract that the software of a CFA sends to an OPCO.

    Args:
        payload: The object `cerfa`, or what holds it, in the form that the
            software of CFAs gives it for the exchanges of the OPCOs.
        concluded_on: As `read_state_form` takes it.

    Returns:
        The contract; `docs/json.md` tells what becomes of each field.

    Raises:
        UnreadableContract: With all faults, those of its own fields under
            their names.

    >>> contract = read_cfa_dock({"cerfa": {
    ...     "contrat": {
    ...         "dateConclusion": "2026-08-31T00:00:00+00:00",
    ...         "dateDebutContrat": "2026-09-01T00:00:00+00:00",
    ...         "dateFinContrat": "2028-08-31T00:00:00+00:00",
    ...         "dureeTravailHebdoHeures": 37,
    ...         "dureeTravailHebdoMinutes": 30,
    ...     },
    ...     "apprenti": {
    ...         "dateNaissance": "2008-02-10T00:00:00+00:00",
    ...         "derniereClasse": 1,
    ...     },
    ...     "versionCERFA": "10103*14",
    ... }})
    >>> contract.weekly_hours, contract.apprentice.last_class.value
    (Decimal('37.5'), '01')
    """
    check_arguments(read_cfa_dock, locals())
    return _read(payload.get("cerfa", payload), CFA_DOCK, concluded_on)


def _read(payload: object, table: Mapping[str, str], concluded_on: date | None) -> Contract:
    draft = Draft()
    fields = dict(_fields(payload, "", (), draft.faults))
    for (name, ranks), value in fields.items():
        if name in table:
            shown = _shown(name, ranks)
            key = table[name]
            draft.put(steps_of(key, ranks), shown, value, _made(key, shown, value))
        elif name not in TOGETHER:
            # the nearest name of each of a hundred thousand would take minutes
            known = table if len(draft.faults) < _ADVISED else {}
            draft.faults.append(_unknown(name, ranks, value, known))
    told = {name: value for (name, _), value in fields.items()}
    # what no field tells alone: two make one value, or one tells several
    for combine in (
        _conclusion(concluded_on),
        _weekly_hours,
        _no_benefits,
        _emancipation,
        _numbers,
        _representative,
        _territory,
    ):
        combine(told, draft)
    contract = draft.contract()
    if draft.faults:
        raise UnreadableContract.of(draft.faults)
    return contract  # type: ignore[no-any-return]


_Name = tuple[str, tuple[int, ...]]


def _fields(
    value: object, name: str, ranks: tuple[int, ...], faults: list[Fault]
) -> Iterator[tuple[_Name, Any]]:
    """Every field that holds something and is not left."""
    if name in LEFT or value is None or value == "":
        return
    # a payload nested on purpose ends in one fault, not in a recursion
    deep = name.count(".") >= _DEEPEST
    # the tool of 2024 writes an object of it, which makes one text
    phone = name.endswith("telephone")
    if isinstance(value, Mapping) and not (deep or phone):
        for key, inner in value.items():
            below = f"{name}.{key}" if name else str(key)
            yield from _fields(inner, below, ranks, faults)
    elif isinstance(value, list) and name and not deep:
        for rank, inner in enumerate(value):
            yield from _fields(inner, f"{name}.#", (*ranks, rank), faults)
    elif name:
        yield (name, ranks), value
    else:
        faults.append(WrongType("contrat", value, "écrivez un objet {...}"))


_DEEPEST = 8
"""Sections one in the other, beyond which nothing is looked for."""

_ADVISED = 100
"""Faults after which no nearest field is looked for."""


def _shown(name: str, ranks: tuple[int, ...]) -> str:
    """The path of a field in its payload, with its ranks."""
    for rank in ranks:
        name = name.replace(".#", f"[{rank}]", 1)
    return name


def _unknown(name: str, ranks: tuple[int, ...], value: object, table: Mapping[str, str]) -> Fault:
    if name.partition(".#")[0] in table.keys() | TOGETHER.keys():
        remedy = "écrivez une seule valeur, pas une liste"
        return InvalidValue(_shown(name, ranks), value, remedy)
    known = [*table, *TOGETHER, *LEFT] if table else []
    near = get_close_matches(name[:200], known, n=1, cutoff=0.75)
    return InvalidValue(
        _shown(name, ranks),
        value,
        f"écrivez plutôt {near[0]}, ou ôtez ce champ"
        if near
        else "ôtez ce champ : aucune table ne dit ce qu'il devient",
    )


_MIDNIGHT = regex(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:[T ]00:00(?::00(?:[.]0+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_FRENCH_DAY = regex("([0-9]{2})/([0-9]{2})/([0-9]{4})")
_A_NUMBER = regex("[0-9]+(?:[.,][0-9]+)?")
_FLAGS = {"oui": True, "non": False}


def _made(key: str, name: str, value: object) -> Callable[[], Any]:
    """What makes of a field what a mapping holds under a key."""
    place = steps_of(key.replace("#", "1"))
    pattern = ".".join("#" if isinstance(s, int) else s for s in place)
    convert = _OF_KEY.get(pattern) or _OF_SHAPE.get(type(places()[pattern].shape), _number)
    return partial(convert, name, value)


def _day(name: str, value: object) -> str:
    text = value if isinstance(value, str) else ""
    french = _FRENCH_DAY.fullmatch(text)
    if french is not None:
        return "-".join(reversed(french.groups()))
    at = _MIDNIGHT.fullmatch(text)
    if at is None:
        raise InvalidValue(
            name,
            value,
            "écrivez une date AAAA-MM-JJ, sans heure ou à minuit : une autre "
            "heure peut être d'un autre jour en France",
        )
    return at[1]


def _flag(name: str, value: object) -> bool:
    flag = _FLAGS.get(value.lower()) if isinstance(value, str) else value
    if not isinstance(flag, bool):
        raise InvalidValue(name, value, "écrivez true ou false, oui ou non")
    return flag


def _number(name: str, value: object) -> str:
    """The digits of a number; those of a float are its shortest ones."""
    text = ""
    if isinstance(value, float | Decimal | str):
        text = str(value)
    elif isinstance(value, int) and not isinstance(value, bool):
        text = str(Decimal(value))  # however long
    if _A_NUMBER.fullmatch(text) is None:
        raise InvalidValue(name, value, "écrivez un nombre positif")
    return text.replace(",", ".")


def _whole(name: str, value: object) -> int:
    text = _number(name, value).removesuffix(".0")
    if len(text) > 40 or not text.isdecimal():
        raise InvalidValue(name, value, "écrivez un nombre entier")
    return int(text)


def _text(name: str, value: object) -> str:
    if isinstance(value, Mapping):
        value = value.get("value")  # the telephone of 2024
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise WrongType(name, value, "écrivez un texte")
    return str(Decimal(value)) if isinstance(value, int) else value


def _code(name: str, value: object) -> str:
    text = _text(name, value)
    # 01 is written 1 where it is a number; no other list has such codes
    return text.zfill(2) if name.endswith("derniereClasse") else text


def _canonical(parse: Callable[[str], str]) -> Callable[[str, object], str]:
    """A number as the form asks for it; as it is where it is none."""

    def convert(name: str, value: object) -> str:
        text = _text(name, value)
        try:
            return parse(text)
        except InvalidValue:
            return text  # told by the review

    return convert


def _deposit(name: str, value: object) -> str | None:
    text = _text(name, value)
    # 0 stands there while there is none
    return None if text == "0" else text


def _idcc(name: str, value: object) -> str:
    # as a number it has lost its zeros
    return _text(name, value).zfill(4)


_OF_SHAPE: dict[type, Callable[[str, Any], Any]] = {
    Day: _day,
    Flag: _flag,
    Number: _number,
    Whole: _whole,
    Text: _text,
    Code: _code,
}
_OF_KEY: dict[str, Callable[[str, Any], Any]] = {
    "apprenti.nir": _canonical(lambda text: parse_nir(text).number),
    "apprenti.departement_naissance": _canonical(parse_birth_department),
    "formation.code_rncp": _canonical(parse_rncp),
    "contrat.numero_depot": _deposit,
    "employeur.idcc": _idcc,
}
_Combine = Callable[[Mapping[str, Any], Draft], None]


def _conclusion(concluded_on: date | None) -> _Combine:
    """The day of conclusion: of the avenant, where the form writes one."""

    def combine(told: Mapping[str, Any], draft: Draft) -> None:
        fields = ("contrat.dateConclusion", "contrat.dateSignature")
        name = next((each for each in fields if each in told), fields[0])
        value = told.get(name)
        # the codes of the avenants are 31 to 38
        avenant = str(told.get("contrat.typeContratApp", "")).startswith("3")
        where = "contrat.avenant.date_conclusion"
        key = where if avenant else "contrat.date_conclusion"
        if value is not None:
            draft.put(steps_of(key), name, value, _made(key, name, value))
        if avenant is (concluded_on is None):
            draft.faults.append(
                InvalidValue(
                    "concluded_on",
                    concluded_on,
                    "donnez le jour où le contrat a été conclu : le "
                    "formulaire d'un avenant ne le dit pas"
                    if avenant
                    else "ne donnez ce jour que pour un avenant",
                )
            )
        if avenant and concluded_on is not None:
            day = concluded_on.isoformat()
            steps = steps_of("contrat.date_conclusion")
            draft.put(steps, "concluded_on", concluded_on, lambda: day)

    return combine


def _weekly_hours(told: Mapping[str, Any], draft: Draft) -> None:
    hours = "contrat.dureeTravailHebdoHeures"
    minutes = "contrat.dureeTravailHebdoMinutes"

    def make() -> str:
        whole = Decimal(_number(hours, told[hours]))
        part = Decimal(_number(minutes, told.get(minutes, 0)))
        return f"{hours_and_minutes(whole, part):f}"

    if hours in told:
        steps = steps_of("contrat.duree_hebdomadaire")
        draft.put(steps, hours, told[hours], make)


def _no_benefits(told: Mapping[str, Any], draft: Draft) -> None:
    """No benefit in kind, or none but those whose value is told."""
    for name, parts in (
        ("contrat.avantageNature", ("repas", "logement", "autres")),
        ("contrat.autreAvantageEnNature", ("autres",)),
    ):
        if name in told and not _known_flag(name, told[name], draft):
            for part in parts:
                steps = steps_of(f"contrat.avantages_par_nature.{part}")
                if not draft.holds(steps):
                    draft.put(steps, name, told[name], lambda: "0")


def _known_flag(name: str, value: object, draft: Draft) -> bool:
    """Yes or no; told as a fault, and yes, where it is neither."""
    try:
        return _flag(name, value)
    except InvalidValue as fault:
        draft.faults.append(fault)
        return True


def _emancipation(told: Mapping[str, Any], draft: Draft) -> None:
    name, minor = ("apprenti.apprentiMineurNonEmancipe", "apprenti.apprentiMineur")
    if name not in told:
        return
    bound = _known_flag(name, told[name], draft)
    # an adult is no minor who is not emancipated: that alone tells nothing
    if bound or (minor in told and _known_flag(minor, told[minor], draft)):
        steps = steps_of("apprenti.emancipe")
        draft.put(steps, name, told[name], lambda: not bound)


def _representative(told: Mapping[str, Any], draft: Draft) -> None:
    at = "apprenti.responsableLegal"
    names = [name for name in (f"{at}.nom", f"{at}.prenom") if name in told]
    if names:
        draft.put(
            steps_of("apprenti.representant_legal.nom"),
            names[0],
            told[names[0]],
            lambda: " ".join(_text(name, told[name]) for name in names),
        )
    same = f"{at}.memeAdresse"
    if same in told and _known_flag(same, told[same], draft):
        draft.copy(steps_of("apprenti.adresse"), steps_of("apprenti.representant_legal.adresse"))


def _numbers(told: Mapping[str, Any], draft: Draft) -> None:
    """The number of the way, with `bis` and the like."""
    for field in OF_ADDRESS:
        at = f"{field}.adresse"
        names = [name for name in (f"{at}.numero", f"{at}.repetitionVoie") if name in told]
        if names:
            key, _ = TOGETHER[names[0]]

            def make(names: list[str] = names) -> str:
                return " ".join(_text(name, told[name]) for name in names)

            draft.put(steps_of(key), names[0], told[names[0]], make)


def _territory(told: Mapping[str, Any], draft: Draft) -> None:
    name = "employeur.adresse.codePostal"
    territory = territory_of(str(told.get(name, "")))
    if territory is not None:
        steps = steps_of("employeur.territoire")
        code = french_code(territory)
        draft.put(steps, name, told[name], lambda: code)
