"""What the parties declare of the pay: grid, lines of the Cerfa."""

from datetime import date
from decimal import Decimal

from attrs import field, frozen

from apprentissage import _text
from apprentissage._arguments import check_arguments
from apprentissage._guards import check_number, check_order, exact, exact_or_none, optional
from apprentissage._money import basis_points
from apprentissage._plain import PlainValue
from apprentissage.errors import InvalidValue, WrongType
from apprentissage.facts.authorities import Source
from apprentissage.facts.declared import fact, guarded, not_before, told
from apprentissage.facts.identifiers.company import IDCC_NONE
from apprentissage.facts.kinds import AgeBracket, PayBase

Rates = tuple[Decimal, Decimal, Decimal]
"""Rates in percent of years 1, 2 and 3."""

_GivenRates = tuple[Decimal | int, Decimal | int, Decimal | int]


def _exact_rates(rates: _GivenRates | None) -> Rates | None:
    if not isinstance(rates, tuple):
        return rates
    return tuple(map(exact, rates))  # type: ignore[return-value]


def _three_rates(_: object, attribute: object, value: object) -> None:
    name = str(getattr(attribute, "name", "rates"))
    if not isinstance(value, tuple) or len(value) != 3:
        raise WrongType(name, value, "write three Decimal rates, of years 1, 2 and 3")
    for rank, rate in enumerate(value):
        check_number(f"{name}[{rank}]", rate)
        basis_points(f"{name}[{rank}]", rate)


@frozen(kw_only=True, eq=False, repr=False, field_transformer=guarded)
class Grid(PlainValue):
    """A conventional grid of rates; an absent bracket follows the law.

    `NO_GRID` says that there is none. A grid without any rate is refused:
    four unknown brackets never become "there is none".

    Args:
        under_18: Rates of years 1, 2, 3 in percent, 16-17 and under 16.
        from_18: 18-20.
        from_21: 21-25.
        from_26: 26 and over.
        base: SMIC, SMC, or as the statute (SMIC up to 20, then the higher).
        idcc: Collective agreements it belongs to; 9999 where there is no
            grid.
        from_on: First day for which it holds.
        keeps_last_pay: The branch keeps the last pay of a contract within it
            that led to no diploma.

    >>> g = Grid(from_18=(Decimal(50), Decimal(60), Decimal(70)))
    >>> g.rates(AgeBracket.FROM_18)[1]
    Decimal('60')
    """

    under_18: Rates | None = field(
        default=None,
        converter=_exact_rates,
        validator=optional(_three_rates),
        metadata=told(
            "taux conventionnels jusqu'à 17 ans",
            key="jusqu_a_17_ans",
            remedy=(
                "écrivez les taux d'une tranche d'âge et l'accord dont ils "
                'viennent, ou "aucune" à la place de l\'objet'
            ),
        ),
    )
    from_18: Rates | None = field(
        default=None,
        converter=_exact_rates,
        validator=optional(_three_rates),
        metadata=told("taux conventionnels de 18 à 20 ans", key="de_18_a_20_ans"),
    )
    from_21: Rates | None = field(
        default=None,
        converter=_exact_rates,
        validator=optional(_three_rates),
        metadata=told("taux conventionnels de 21 à 25 ans", key="de_21_a_25_ans"),
    )
    from_26: Rates | None = field(
        default=None,
        converter=_exact_rates,
        validator=optional(_three_rates),
        metadata=told("taux conventionnels à partir de 26 ans", key="a_partir_de_26_ans"),
    )
    base: PayBase = fact("base des taux conventionnels", key="base", default=PayBase.STATUTORY)
    idcc: tuple[str, ...] = fact(
        "codes IDCC de la grille conventionnelle",
        key="idcc",
        remedy=(
            "écrivez les taux d'une tranche d'âge et l'accord dont ils "
            'viennent, ou "aucune" à la place de l\'objet'
        ),
        default=(),
    )
    from_on: date | None = fact(
        "premier jour d'application de la grille conventionnelle", key="a_compter_du"
    )
    keeps_last_pay: bool = fact(
        "maintien par la branche du dernier salaire sans le diplôme",
        key="maintien_sans_diplome",
        default=False,
    )
    sources: tuple[Source, ...] = fact(
        "textes {of}", key="textes", of="de la grille conventionnelle", default=()
    )

    def __attrs_post_init__(self) -> None:
        """Refuse a grid of which no rate is told, or none that has rates."""
        rows = (self.under_18, self.from_18, self.from_21, self.from_26)
        if IDCC_NONE in self.idcc:
            if rows != (None, None, None, None):
                raise InvalidValue("idcc", self.idcc, "write those of the grid, or NO_GRID")
        elif rows == (None, None, None, None):
            raise InvalidValue("under_18", None, "write the rates of a bracket, or NO_GRID")

    def rates(self, bracket: AgeBracket) -> Rates | None:
        """The rates of a bracket, or None where the law applies."""
        check_arguments(Grid.rates, locals())
        return {
            AgeBracket.UNDER_18: self.under_18,
            AgeBracket.FROM_18: self.from_18,
            AgeBracket.FROM_21: self.from_21,
            AgeBracket.FROM_26: self.from_26,
        }[bracket]

    def _repr_html_(self) -> str:
        """Brackets down, years across, for a notebook."""
        return _text.table(
            ("tranche d'âge", "1re année", "2e année", "3e année"),
            (
                (bracket.label, *map(_text.percent, rates))
                for bracket in AgeBracket
                if (rates := self.rates(bracket)) is not None
            ),
            caption=f"Grille de rémunération, base : {self.base.label}",
            notes=(source.reference for source in self.sources),
        )

    def or_better(self, other: "Grid") -> "Grid":
        """The better rate of each cell of two grids of one base.

        Where one has no rates for a bracket, those of the other are taken.

        Args:
            other: A grid of the same base.

        Returns:
            A grid of both branches, from the later of their first days.

        Raises:
            WrongType: If it is not a grid.
            InvalidValue: For another base: only euros of a day compare
                rates of two bases, as the pay schedule does.

        >>> one = Grid(from_18=(Decimal(50), Decimal(60), Decimal(70)))
        >>> two = Grid(from_18=(Decimal(55), Decimal(55), Decimal(70)))
        >>> [str(rate) for rate in one.or_better(two).from_18]
        ['55', '60', '70']
        """
        if not isinstance(other, Grid):
            raise WrongType("other", other, "write a Grid")
        if NO_GRID in {self, other}:
            return other if self == NO_GRID else self
        if other.base is not self.base:
            raise InvalidValue(
                "other.base",
                other.base,
                f"write a grid of base {self.base.name}; rates of two bases compare in euros only",
            )
        first_days = [g.from_on for g in (self, other) if g.from_on]
        return Grid(
            under_18=_better(self.under_18, other.under_18),
            from_18=_better(self.from_18, other.from_18),
            from_21=_better(self.from_21, other.from_21),
            from_26=_better(self.from_26, other.from_26),
            base=self.base,
            idcc=tuple(dict.fromkeys(self.idcc + other.idcc)),
            from_on=max(first_days, default=None),
            keeps_last_pay=self.keeps_last_pay or other.keeps_last_pay,
            sources=tuple(dict.fromkeys(self.sources + other.sources)),
        )


NO_GRID: Grid = Grid(idcc=(IDCC_NONE,))
"""Known: no conventional grid applies."""


def _better(one: Rates | None, other: Rates | None) -> Rates | None:
    if one is None or other is None:
        return one or other
    first, second, third = map(max, one, other)
    return first, second, third


@frozen(kw_only=True, eq=False, repr=False, field_transformer=guarded)
class InKind(PlainValue):
    """The benefits in kind of box 28, kind by kind, in euros.

    The form writes the value of a meal, and of a month of lodging. 0 says
    that there is none.

    Args:
        meal: Value of one meal.
        meals: Meals a month.
        lodging: Value of a month of lodging.
        other: Value of the other benefits of a month.
    """

    meal: Decimal | None = field(
        default=None,
        converter=exact_or_none,
        metadata=told("valeur d'un repas en nature", key="repas"),
    )
    meals: int | None = fact("nombre de repas en nature par mois", key="repas_par_mois")
    lodging: Decimal | None = field(
        default=None,
        converter=exact_or_none,
        metadata=told("valeur mensuelle du logement en nature", key="logement"),
    )
    other: Decimal | None = field(
        default=None,
        converter=exact_or_none,
        metadata=told("valeur mensuelle des autres avantages en nature", key="autres"),
    )


@frozen(kw_only=True, eq=False, repr=False, field_transformer=guarded)
class DeclaredPayLine(PlainValue):
    """A pay line as written on the Cerfa (box 27).

    Args:
        order: As the form prints it, `1.1` to `4.2`.
        starts_on: First day.
        ends_on: Last day, included.
        rate: Percent of the base.
        base: SMIC or SMC.
        monthly: Gross monthly pay in euros, where written.
    """

    order: str | None = fact("numéro d'ordre de la période de rémunération", key="ordre")
    starts_on: date = field(metadata=told("début de la période de rémunération", key="du"))
    ends_on: date = field(
        metadata=told(
            "fin de la période de rémunération", key="au", remedy=not_before("starts_on")
        )
    )
    rate: Decimal = field(
        converter=exact, metadata=told("taux de la période de rémunération", key="taux")
    )
    base: PayBase = fact("base de la période de rémunération", key="base", default=PayBase.SMIC)
    monthly: Decimal | None = field(
        default=None,
        converter=exact_or_none,
        metadata=told("salaire brut mensuel de la période de rémunération", key="brut_mensuel"),
    )

    def __attrs_post_init__(self) -> None:
        """Refuse an end before the start."""
        check_order("starts_on", self.starts_on, "ends_on", self.ends_on)
