"""The rows of many contracts as one table."""

from collections.abc import Hashable, Iterable, Iterator
from typing import Any, Protocol, runtime_checkable

from apprentissage._arguments import check_arguments
from apprentissage.errors import InvalidValue, WrongType


@runtime_checkable
class HasRows(Protocol):
    """A review, an agenda, a pay schedule: what gives plain rows."""

    def to_rows(self) -> list[dict[str, Any]]:
        """Its rows."""
        ...


def rows_of(
    results: Iterable[tuple[Hashable, HasRows]], *, identifier: str = "id", **asked: bool
) -> Iterator[dict[str, Any]]:
    """The rows of the results of many contracts, each with its identifier.

    One result at a time: nothing is kept of those told.

    Args:
        results: The identifier of each contract, and its review, its agenda,
            its schedule or another result that has `to_rows`.
        identifier: Name of the first column.
        **asked: What `to_rows` is asked: `parts`, `exact`.

    Raises:
        WrongType: For an item that is not such a pair.
        InvalidValue: For a name that the rows have already.

    >>> from datetime import date
    >>> from apprentissage import Apprentice, Contract, review
    >>> from apprentissage.dates.conclusion import CONCLUSION
    >>> contracts = {
    ...     number: Contract(
    ...         concluded_on=date(2026, 8, 31 - number),
    ...         starts_on=date(2026, 8, 30),
    ...         ends_on=date(2028, 8, 29),
    ...         apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ...     )
    ...     for number in (0, 1)
    ... }
    >>> for row in rows_of(
    ...     (number, review(contract, rules=(CONCLUSION,)))
    ...     for number, contract in contracts.items()
    ... ):
    ...     row["id"], row["regle"], row["resultat"]
    (0, 'conclusion', 'non_conforme')
    (1, 'conclusion', 'conforme')
    """
    check_arguments(rows_of, locals())
    return _rows_of(results, identifier, asked)


def _rows_of(
    results: Iterable[tuple[Hashable, HasRows]], identifier: str, asked: dict[str, bool]
) -> Iterator[dict[str, Any]]:
    for rank, pair in enumerate(results):
        match pair:
            case (name, HasRows() as result):
                for row in result.to_rows(**asked):
                    if identifier in row:
                        raise InvalidValue("identifier", identifier, "name another column")
                    yield {identifier: name, **row}
            case _:
                raise WrongType(
                    f"results[{rank}]",
                    pair,
                    "write a tuple of an identifier and a result with `to_rows`",
                )
