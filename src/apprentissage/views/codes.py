"""The code lists of the Cerfa as tables."""

from attrs import frozen

from apprentissage._arguments import check_arguments
from apprentissage._labelled import Labelled
from apprentissage._plain import PlainValue
from apprentissage._text import table
from apprentissage.cerfa.code_lists import codes_of, label_in
from apprentissage.law.notices import Notice


@frozen(kw_only=True, eq=False, repr=False)
class CodeTable(PlainValue):
    """A code list of the Cerfa, as a notice has it.

    Args:
        notice: The notice.
        codes: In the order of the list.
    """

    notice: Notice
    codes: tuple[Labelled, ...]

    def to_rows(self) -> list[dict[str, str]]:
        """Plain rows, one a code, for a data frame."""
        return [
            {"code": str(code.value), "libelle": label_in(self.notice, code), "nom": code.name}
            for code in self.codes
        ]

    def _repr_html_(self) -> str:
        """The list as a table, for a notebook."""
        return table(
            ("code", "libellé", "nom dans la bibliothèque"),
            (tuple(row.values()) for row in self.to_rows()),
            caption=f"Codes, {self.notice.source.reference}",
        )


def code_table(kind: type[Labelled], notice: Notice = Notice.N09) -> CodeTable:
    """A code list of the Cerfa, to be displayed.

    Args:
        kind: The enumeration of the list, such as `Diploma`.
        notice: The notice; by default the newest.

    Returns:
        Its codes, with the name that the notice gives them.

    Source: notice 51649.

    >>> from apprentissage.facts import Diploma
    >>> code_table(Diploma).to_rows()[0]["code"]
    '80'
    """
    check_arguments(code_table, locals())
    return CodeTable(notice=notice, codes=codes_of(kind, notice))
