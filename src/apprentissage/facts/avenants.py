"""The avenants of a contract, wherever they are told."""

from attrs import frozen

from apprentissage._plain import PlainValue
from apprentissage.facts.codes import ContractType
from apprentissage.facts.contract import Contract
from apprentissage.facts.dossier import Avenant

WRITTEN = "avenant"
"""Path of the avenant that the form writes."""


@frozen(kw_only=True, eq=False, repr=False)
class ToldAvenant(PlainValue):
    """An avenant of a contract, and where it is told.

    Args:
        avenant: Its facts, those of box 18 included.
        path: Absolute path of its facts.
        name: What it is called, in French.
        type: Its code, that of box 18 where the form writes it.
        type_path: Absolute path of that code.
    """

    avenant: Avenant
    path: str
    name: str
    type: ContractType | None
    type_path: str

    @property
    def written(self) -> bool:
        """Whether it is the one that the form writes."""
        return self.path == WRITTEN


def told_avenants(contract: Contract) -> tuple[ToldAvenant, ...]:
    """The avenant that the form writes, then those of the file.

    Args:
        contract: The facts. A form of type 31 to 38 without dates counts as an
            avenant whose dates are unknown.

    >>> from datetime import date
    >>> from apprentissage.facts import Apprentice, ContractType
    >>> [told.path for told in told_avenants(Contract(
    ...     concluded_on=date(2026, 8, 31),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2028, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ...     kind=ContractType.OTHER_CHANGE,
    ... ))]
    ['avenant']
    """
    written = (
        (
            ToldAvenant(
                avenant=contract.avenant or Avenant(),
                path=WRITTEN,
                name="l'avenant que porte le formulaire",
                type=contract.kind,
                type_path="kind",
            ),
        )
        if contract.writes_avenant
        else ()
    )
    return written + tuple(
        ToldAvenant(
            avenant=avenant,
            path=f"file.avenants[{rank}]",
            name=f"l'avenant {rank + 1}",
            type=avenant.type,
            type_path=f"file.avenants[{rank}].type",
        )
        for rank, avenant in enumerate(contract.file.avenants or ())
    )
