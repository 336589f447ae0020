"""A contract out of a row of a table: French headings, cells of a spreadsheet.

A heading is a key of a contract, `apprenti.date_naissance`, or a shorter name
that leaves no choice; a cell is what a French spreadsheet shows. Nothing is
guessed: what can be read in two ways is refused, with what to write.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache, lru_cache, partial
from re import compile as regex
from re import sub
from typing import Any, NamedTuple, cast

from apprentissage._arguments import check_arguments
from apprentissage._guards import check_items
from apprentissage.errors import InvalidValue, WrongType
from apprentissage.facts import Contract
from apprentissage.facts.names import french_name
from apprentissage.interchange.drafts import Draft, Steps, dotted, path_of, steps_of
from apprentissage.interchange.faults import Fault, UnreadableContract, shortened
from apprentissage.interchange.keys import KNOWN_NONE
from apprentissage.interchange.records import Changing, Record, record_of
from apprentissage.interchange.shapes import (
    Clock,
    Code,
    Day,
    Flag,
    Many,
    Number,
    Shape,
    Text,
    Whole,
    plainly,
)

OTHER_NAMES = {"maitres": "maitres_apprentissage", "nom": "nom_naissance"}
"""Words of a heading that stand for a key, beside those the keys give."""


def read_row(row: Mapping[str, str | None]) -> Contract:
    """The contract of one row of a table.

    Args:
        row: Cell by heading, as `csv.DictReader` gives them. A heading is a
            key with dots, ranks from 1 (`maitres.1.nom`); its section may be
            left out where one fact alone has the rest. An empty cell is
            unknown. Dates are written 01/09/2026 or 2026-09-01, numbers
            1 234,56 or 1234.56, yes and no oui and non.

    Returns:
        The contract.

    Raises:
        UnreadableContract: With all faults; the path of each is its heading.

    >>> contract = read_row({
    ...     "date_naissance": "10/02/2008",
    ...     "date_conclusion": "31/08/2026",
    ...     "date_debut_execution": "01/09/2026",
    ...     "contrat.date_fin": "2028-08-31",
    ...     "salaire_brut_embauche": "1 234,56",
    ...     "rqth": "non",
    ...     "maitres.1.nom": "Roux",
    ... })
    >>> contract.maitres[0].family_name, contract.gross_at_hiring
    ('Roux', Decimal('1234.56'))
    """
    check_arguments(read_row, locals())
    faults: list[Fault] = []
    contract = _read(row, faults)
    if faults:
        raise UnreadableContract.of(faults)
    return contract  # type: ignore[no-any-return]


def read_rows(rows: Iterable[Mapping[str, str | None]], *, first: int = 2) -> tuple[Contract, ...]:
    """The contracts of the rows of a table, or all that is wrong with it.

    Args:
        rows: As `read_row` takes them.
        first: Number of the first row: 2, under the headings.

    Returns:
        The contracts, in the order of the rows.

    Raises:
        UnreadableContract: With all faults of all rows; the path of each is
            its row and its column. A heading that is wrong is told once.

    >>> try:
    ...     read_rows([{"date_naissance": "hier"}])
    ... except UnreadableContract as error:
    ...     print(error.faults[0].path)
    ligne 2, colonne date_naissance
    """
    check_arguments(read_rows, locals())
    contracts: list[Contract] = []
    faults: list[Fault] = []
    told: set[str] = set()
    listed = check_items("rows", rows, Mapping)  # type: ignore[type-abstract]
    for number, row in enumerate(listed, start=first):
        headings: list[Fault] = []
        cells: list[Fault] = []
        contracts.append(_read(row, cells, headings))
        for fault in headings:
            if fault.path not in told:
                told.add(fault.path)
                faults.append(_moved(fault, f"colonne {fault.path}"))
        faults.extend(_moved(fault, f"ligne {number}, colonne {fault.path}") for fault in cells)
    if faults:
        raise UnreadableContract.of(faults, "tableau")
    return tuple(contracts)


def read_headings(headings: Iterable[str]) -> dict[str, str]:
    """The key for which each heading of a table stands.

    Args:
        headings: As the table has them; `csv.DictReader` keeps the last of
            two equal ones, which are refused here.

    Returns:
        Key by heading, its ranks from 1.

    Raises:
        UnreadableContract: For unknown, ambiguous and doubled headings.

    >>> read_headings(["Date naissance", "maitres.1.nom"])
    {'Date naissance': 'apprenti.date_naissance', \
'maitres.1.nom': 'maitres_apprentissage.1.nom_naissance'}
    """
    faults: list[Fault] = []
    listed = check_items("headings", headings, str)
    columns = _columns(listed, faults)
    faults.extend(
        InvalidValue(each, each, "nommez autrement l'une des deux colonnes")
        for each in dict.fromkeys(listed)
        if listed.count(each) > 1
    )
    if faults:
        raise UnreadableContract.of(faults, "tableau")
    return {each.heading: dotted(path_of(each.steps)) for each in columns}


def _moved(fault: Fault, path: str) -> Fault:
    return type(fault)(path, fault.value, fault.remedy)


class Place(NamedTuple):
    """Where a contract holds something that a cell can tell.

    Args:
        key: With dots, `#` for a rank.
        french: Name of the fact.
        shape: What it takes.
    """

    key: str
    french: str
    shape: Shape


@cache
def places() -> dict[str, Place]:
    """Every place of a contract that has a cell, by its key."""
    walked = _walk(record_of(Contract), "", "")
    return {place.key: place for place in walked}


def _walk(record: Record, at: str, path: str) -> Iterator[Place]:
    for name, key in record.keys.items():
        shape, place = record.shapes[name], f"{at}{key}"
        french = french_name(f"{path}{name}")
        if not isinstance(shape, Record) or shape.of in KNOWN_NONE:
            yield Place(place, french, shape)
        while isinstance(shape, Many):
            shape, place = shape.item, f"{place}.#"
            if not isinstance(shape, Record):
                yield Place(place, french, shape)
        if isinstance(shape, Record):
            yield from _walk(shape, f"{place}.", f"{path}{name}.")


@cache
def _named() -> dict[str, tuple[str, ...]]:
    """The keys for which a shorter name, or a French one, may stand."""
    named: dict[str, list[str]] = {}
    for key, place in places().items():
        _, _, rest = key.partition(".")
        names = {key, *([] if not rest or rest[0] == "#" else [rest])}
        # a short name is tried for each word of a key, so that
        # `maitres.1.nom` and `maitres_apprentissage.1.nom` are one heading
        for short, word in OTHER_NAMES.items():
            names |= {sub(rf"(^|\.){word}(?=\.|$)", rf"\g<1>{short}", name) for name in names}
        # the French name of a fact of a list does not say of which rank
        if "#" not in key:
            names.add(plainly(place.french))
        for name in names:
            named.setdefault(name, []).append(key)
    return {name: tuple(keys) for name, keys in named.items()}


def names_of_columns() -> Iterator[tuple[Place, tuple[str, ...]]]:
    """Each place of a contract, with the shorter names that mean it alone.

    Its French name, which does as well, stands in the place itself.
    """
    for key, place in places().items():
        yield (
            place,
            tuple(
                sorted(
                    name
                    for name, keys in _named().items()
                    if keys == (key,) and name not in {key, plainly(place.french)}
                )
            ),
        )


class _Column(NamedTuple):
    """A column of a table: its heading, where it leads, what it takes."""

    heading: str
    steps: Steps
    shape: Shape


@lru_cache(maxsize=4096)
def _column(heading: str) -> _Column | Fault:
    """The column of a heading, or what is wrong with it."""
    words = plainly(heading[:200]).split(".")
    name = ".".join("#" if word.isdecimal() else word for word in words)
    keys = (name,) if name in places() else _named().get(name, ())
    if not keys:
        return InvalidValue(heading, heading, _instead(name))
    key, *others = keys
    if others:
        listed = ", ".join(keys)
        return InvalidValue(heading, heading, f"écrivez l'un de {listed}")
    # nine digits are more than any rank, and no number takes long to read
    ranks = tuple(int(w[:9]) - 1 for w in words if w.isdecimal())
    steps = steps_of(key, ranks)
    if -1 in steps:
        return InvalidValue(heading, heading, "comptez les rangs à partir de 1")
    return _Column(heading, steps, places()[key].shape)


def _instead(name: str) -> str:
    inside = [key for key in places() if key.startswith(f"{name}.")]
    if inside:
        return f"écrivez l'une de ses clés, comme {inside[0]}"
    ending = [key for key in places() if key.endswith(f".{name}")]
    if ending:
        listed = ", ".join(key.replace("#", "1") for key in ending)
        return f"écrivez l'un de {listed}"
    near = get_close_matches(name, _named(), n=1, cutoff=0.75)
    if near:
        return f"écrivez plutôt {near[0].replace('#', '1')}, ou ôtez-la"
    return "ôtez cette colonne, ou nommez-la par une clé d'un contrat"


_MOST_COLUMNS = 2_000
"""Columns of a table: a contract has 300 places, and some have ranks."""


def _columns(headings: Iterable[object], faults: list[Fault]) -> list[_Column]:
    """The columns that can be read; no two of them tell one fact."""
    columns: dict[Steps, _Column] = {}
    listed = dict.fromkeys(headings)
    if len(listed) > _MOST_COLUMNS:
        remedy = f"écrivez {_MOST_COLUMNS} colonnes au plus"
        faults.append(InvalidValue("en-têtes", len(listed), remedy))
        return []
    for heading in listed:
        # `csv.DictReader` puts under None the cells that have no heading
        if heading is None:
            faults.append(
                InvalidValue(
                    "sans en-tête", heading, "nommez chaque colonne, et ôtez les cellules en trop"
                )
            )
            continue
        if not isinstance(heading, str):
            faults.append(WrongType(str(heading), heading, "écrivez un texte"))
            continue
        column = _column(heading)
        if not isinstance(column, _Column):
            faults.append(column)
            continue
        other = columns.setdefault(column.steps, column)
        if other is not column:
            faults.append(
                InvalidValue(
                    heading,
                    heading,
                    f"ôtez cette colonne, ou « {shortened(other.heading)} » qui dit le même fait",
                )
            )
    return list(columns.values())


def _read(
    row: Mapping[str, str | None], faults: list[Fault], headings: list[Fault] | None = None
) -> Any:
    """The contract of a row, or its faults, those of its headings apart."""
    columns = _columns(row, faults if headings is None else headings)
    draft = Draft(faults)
    for column in columns:
        cell: Any = row[column.heading]
        text = cell.strip() if isinstance(cell, str) else cell
        if text is not None and text != "":
            draft.put(column.steps, column.heading, text, partial(_told, column, text))
    return draft.contract()


def _told(column: _Column, text: object) -> Any:
    """What a cell tells, as JSON would."""
    if not isinstance(text, str):
        raise WrongType(
            column.heading, text, "écrivez un texte : lisez le tableau sans convertir ses cellules"
        )
    return _CELLS[type(column.shape)](column, text)


_FRENCH_DAY = regex("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_ISO_DAY = regex("([0-9]{4})-([0-9]{2})-([0-9]{2})")


def _day(column: _Column, text: str) -> str:
    french, iso = _FRENCH_DAY.fullmatch(text), _ISO_DAY.fullmatch(text)
    if french is None and iso is None:
        raise InvalidValue(column.heading, text, "écrivez une date JJ/MM/AAAA, comme 01/09/2026")
    if french is None:
        return text
    day, month, year = french.groups()
    return f"{year}-{month:0>2}-{day:0>2}"


_FLAGS = {
    **dict.fromkeys(("oui", "vrai", "true"), True),
    **dict.fromkeys(("non", "faux", "false"), False),
}


def _flag(column: _Column, text: str) -> bool:
    flag = _FLAGS.get(text.casefold())
    if flag is None:
        raise InvalidValue(column.heading, text, "écrivez oui ou non")
    return flag


_DIGITS = "[0-9]{1,40}"
_GROUPS = "[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3}){1,12}"
_WHOLE = regex(f"{_DIGITS}|{_GROUPS}")
_NUMBER = regex(f"[0-9]+([.,][0-9]+)?|{_GROUPS}(,[0-9]+)?")
_TWO_NUMBERS = regex("([1-9][0-9]{0,2})([.,])([0-9]{3})")


def _whole(column: _Column, text: str) -> int:
    if _WHOLE.fullmatch(text) is None:
        raise InvalidValue(column.heading, text, "écrivez un nombre entier")
    return int(_ungrouped(text))


def _number(column: _Column, text: str) -> str:
    # 1.234 is 1234 to a French reader, and 1,234 to another: both are refused
    two = _TWO_NUMBERS.fullmatch(text)
    if two is not None:
        thousands, sign, rest = two.groups()
        raise InvalidValue(
            column.heading,
            text,
            f"écrivez {thousands}{rest} si c'est un millier, "
            f"{thousands}{sign}{rest}0 si ce sont des décimales",
        )
    if _NUMBER.fullmatch(text) is None:
        raise InvalidValue(column.heading, text, "écrivez un nombre positif, comme 1234,56")
    return _ungrouped(text).replace(",", ".")


def _ungrouped(text: str) -> str:
    return sub("[ \u00a0\u202f]", "", text)


_NONE = frozenset({"aucun", "aucune"})


def _no_list(column: _Column, text: str) -> list[Any]:
    if text.casefold() not in _NONE:
        raise InvalidValue(
            column.heading, text, "écrivez aucun, ou laissez vide et remplissez les rangs, dès .1"
        )
    return []


def _no_object(column: _Column, text: str) -> str:
    word, _ = KNOWN_NONE[cast("Record", column.shape).of]
    if text.casefold() != word:
        raise InvalidValue(
            column.heading, text, f"écrivez {word}, ou laissez vide et remplissez ses colonnes"
        )
    return word


_SHRUNK = regex("[0-9]([.,][0-9]+)?[eE][+][0-9]+")
"""A long number, such as a SIRET, as a spreadsheet cuts it short."""


def _plain(column: _Column, text: str) -> str:
    if _SHRUNK.fullmatch(text):
        raise InvalidValue(
            column.heading, text, "écrivez tous les chiffres, la colonne étant au format texte"
        )
    return text


_CELLS: dict[type, Callable[[_Column, str], Any]] = {
    Changing: _number,
    Clock: _plain,
    Code: _plain,
    Day: _day,
    Flag: _flag,
    Many: _no_list,
    Number: _number,
    Record: _no_object,
    Text: _plain,
    Whole: _whole,
}
"""What a cell tells, as JSON would, by the shape of its fact."""
