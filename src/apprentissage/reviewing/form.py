"""The form reviewed box by box, in the order of the paper."""

from collections.abc import Callable, Iterator
from typing import Any

from attrs import frozen

from apprentissage._arguments import check_arguments
from apprentissage._plain import PlainValue
from apprentissage._text import enumeration, shortened, table
from apprentissage.catalogue import RULES
from apprentissage.cerfa.boxes import BOXES, FIELDS_SINCE, OPTIONAL, PUBLIC_NIR_SINCE, Box
from apprentissage.cerfa.derogation_code import derogations_possible
from apprentissage.errors import InvalidValue, NotCovered, WrongType
from apprentissage.facts import (
    Contract,
    ContractMode,
    ContractType,
    DerogationType,
    Diploma,
    Nationality,
)
from apprentissage.facts.names import french_names
from apprentissage.judging import Finding, Outcome, Rule
from apprentissage.law.readings import LETTER, Readings
from apprentissage.minors.legal_representative import (
    ascendant_declares,
    legal_representative_signs,
)
from apprentissage.reviewing.review import Review, review, tally


@frozen(kw_only=True, eq=False, repr=False)
class BoxReview(PlainValue):
    """What is found in one box.

    Args:
        box: The box.
        findings: Of the rules that check it.
        empty: Absolute paths of its facts that this contract requires and
            that are still unknown.
        unsure: The same, where an unknown fact decides whether it does.
    """

    box: Box
    findings: tuple[Finding, ...] = ()
    empty: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()

    def __repr__(self) -> str:
        rules = ", ".join(finding.rule for finding in self.findings)
        return (
            f"BoxReview({self.box.number}, {self.outcome.name}{rules and f': {shortened(rules)}'})"
        )

    def __bool__(self) -> bool:
        """Refuse truth-testing; `bool` for type checkers, see `Outcome`."""
        raise WrongType("bool()", self.box.number, "ask box.outcome")

    @property
    def outcome(self) -> Outcome:
        """The worst of its findings; UNDETERMINED while it is incomplete."""
        found = [finding.outcome for finding in self.findings]
        if self.empty or self.unsure:
            found.append(Outcome.UNDETERMINED)
        order = tuple(Outcome)
        return min(found, key=order.index, default=Outcome.NOT_APPLICABLE)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is found, each sentence once, without what is not at issue."""
        return tuple(
            dict.fromkeys(
                finding.sentence
                for finding in self.findings
                if finding.outcome is not Outcome.NOT_APPLICABLE or finding.reminds
            )
        )


@frozen(kw_only=True, eq=False, repr=False)
class FormReview(PlainValue):
    """A form reviewed, box by box.

    Args:
        review: The same findings in the order of the rules.
        boxes: The head, then the boxes 1 to 36.

    >>> from datetime import date
    >>> from apprentissage.facts import Apprentice
    >>> from apprentissage.dates.conclusion import CONCLUSION
    >>> form = review_form(Contract(
    ...     concluded_on=date(2026, 9, 2),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2028, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ... ), rules=(CONCLUSION,))
    >>> print(repr(form).partition(",")[0])
    FormReview(contract of 2026-09-02
    """

    review: Review
    boxes: tuple[BoxReview, ...]

    def __bool__(self) -> bool:
        """Refuse truth-testing; `bool` for type checkers, see `Outcome`."""
        raise WrongType("bool()", type(self).__name__, "ask form.outcome")

    def __repr__(self) -> str:
        failing = ", ".join(f.rule for f in self.review.non_compliant)
        return (
            f"FormReview(contract of {self.review.contract.concluded_on}, "
            f"{self.outcome.name}{failing and f': {failing}'}; "
            f"boxes: {tally(each.outcome for each in self.boxes)}; "
            f"{len(self.empty)} facts to fill in)"
        )

    def __iter__(self) -> Iterator[BoxReview]:
        """The boxes."""
        return iter(self.boxes)

    def __getitem__(self, number: int) -> BoxReview:
        """A box by its number, 0 for the head.

        Raises:
            InvalidValue: For a number that the form does not have.
        """
        for each in self.boxes:
            if each.box.number == number:
                return each
        raise InvalidValue("form", number, "write a box from 0 to 36")

    @property
    def outcome(self) -> Outcome:
        """The worst outcome of all boxes."""
        order = tuple(Outcome)
        return min((each.outcome for each in self.boxes), key=order.index)

    @property
    def empty(self) -> tuple[str, ...]:
        """Paths of all facts required and still unknown, box after box."""
        return tuple(path for each in self.boxes for path in each.empty)

    def to_rows(self) -> list[dict[str, Any]]:
        """Plain rows, one a box, for a data frame."""
        return [
            {
                "rubrique": each.box.number,
                "objet": each.box.title,
                "sert_a": each.box.serves,
                "resultat": each.outcome.code,
                "constat": " ".join(each.sentences),
                "a_remplir": enumeration(french_names(each.empty)),
                "a_remplir_peut_etre": enumeration(french_names(each.unsure)),
            }
            for each in self.boxes
        ]

    def _repr_html_(self) -> str:
        """The boxes as a table, for a notebook."""
        return table(
            ("case", "objet", "résultat", "constats", "à remplir", "selon le contrat"),
            (
                (
                    str(each.box.number),
                    each.box.title,
                    each.outcome.label,
                    " ".join(each.sentences),
                    enumeration(french_names(each.empty)),
                    enumeration(french_names(each.unsure)),
                )
                for each in self.boxes
            ),
            caption="Revue du Cerfa, case par case",
        )


def review_form(
    contract: Contract, readings: Readings = LETTER, rules: tuple[Rule, ...] = RULES
) -> FormReview:
    """Review a form box by box.

    Args:
        contract: What the form says.
        readings: The choice on each contested point.
        rules: The rules to apply.

    Returns:
        For each box the findings that concern it and what is still empty
        and required for this very contract. Findings on no box (file,
        retention) stand at the head.

    Raises:
        NotCovered: For a contract concluded before 2008-05-01.

    >>> from datetime import date
    >>> from apprentissage.facts import Apprentice
    >>> form = review_form(Contract(
    ...     concluded_on=date(2026, 8, 31),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2028, 8, 31),
    ...     apprentice=Apprentice(
    ...         born_on=date(2009, 2, 10), emancipated=False
    ...     ),
    ... ))
    >>> "apprentice.legal_representative.email" in form[7].unsure
    True
    """
    check_arguments(review_form, locals())
    whole = review(contract, readings, rules)
    return FormReview(
        review=whole,
        boxes=tuple(
            BoxReview(
                box=box,
                findings=tuple(
                    finding for finding in whole.findings if box.number in (finding.boxes or (0,))
                ),
                empty=tuple(_empty(box, contract, readings, sure=True)),
                unsure=tuple(_empty(box, contract, readings, sure=False)),
            )
            for box in BOXES
        ),
    )


def _empty(box: Box, contract: Contract, readings: Readings, *, sure: bool) -> Iterator[str]:
    for field in box.fields:
        wanted = _wanted(field, contract, readings)
        if wanted is (True if sure else None):
            for path in _paths(field, contract):
                if _value(path, contract) is None:
                    yield path


def _wanted(field: str, contract: Contract, readings: Readings) -> bool | None:
    """Whether this contract requires a field; None where it is unknown."""
    if field in OPTIONAL:
        return False
    since = FIELDS_SINCE.get(field)
    if since is not None and contract.form_signed_on < since:
        return False
    condition = _CONDITIONS.get(field)
    if condition is None:
        return True
    try:
        return condition(contract, readings)
    except NotCovered:  # of another clock than the conclusion: unknown
        return None


def _represented(contract: Contract, readings: Readings) -> bool | None:
    return legal_representative_signs(
        born_on=contract.apprentice.born_on,
        concluded_on=contract.concluded_on,
        emancipated=contract.apprentice.emancipated,
        employed_by_ascendant=ascendant_declares(contract, readings),
        readings=readings,
    )


def _numbered(contract: Contract, _: Readings) -> bool | None:
    if contract.form_signed_on >= PUBLIC_NIR_SINCE:
        return True
    public = contract.employer.public
    return None if public is None else not public


def _ticked(contract: Contract, _: Readings) -> bool | None:
    # the two boxes are for those who answer no to the RQTH
    rqth = contract.apprentice.rqth
    return None if rqth is None else not rqth


def _titled(contract: Contract, readings: Readings) -> bool | None:
    # of the two boxes of the form, « extension BOE » does not say which title
    ticked = contract.apprentice.boe_extension
    asked = _ticked(contract, readings)
    return False if False in {asked, ticked} else asked and ticked


def _seasonal(contract: Contract, _: Readings) -> bool | None:
    mode = contract.mode
    return None if mode is None else mode is ContractMode.TWO_SEASONAL_EMPLOYERS


def _public(contract: Contract, _: Readings) -> bool | None:
    return contract.employer.public


def _studied(contract: Contract, _: Readings) -> bool | None:
    return contract.apprentice.last_diploma_prepared is not Diploma.NO_DIPLOMA


def _place_untold(contract: Contract, _: Readings) -> bool | None:
    return contract.training.main_site is None


def _foreign(contract: Contract, _: Readings) -> bool | None:
    nationality = contract.apprentice.nationality
    return None if nationality is None else nationality is Nationality.OTHER


def _second_place(contract: Contract, _: Readings) -> bool | None:
    training = contract.training
    if training.cfa_is_main_site is not None:
        return not training.cfa_is_main_site
    site = training.main_site
    return None if site is None else site != training.cfa


def _derogation(contract: Contract, readings: Readings) -> bool | None:
    possible, missing = derogations_possible(contract, readings)
    if DerogationType.NONE not in possible:
        return True
    return None if missing else False


def _follows(contract: Contract, _: Readings) -> bool | None:
    # codes 21 to 23 and 31 to 38
    kind = contract.kind
    return None if kind is None else kind is not ContractType.FIRST


def _surely_avenant(contract: Contract, _: Readings) -> bool | None:
    # box 20 holds the conclusion of a contract as long as box 18 is empty
    return bool(contract.writes_avenant)


def _avenant(contract: Contract, _: Readings) -> bool | None:
    return contract.writes_avenant


_CONDITIONS: dict[str, Callable[[Contract, Readings], bool | None]] = {
    "apprentice.legal_representative.name": _represented,
    "apprentice.legal_representative.email": _represented,
    "apprentice.legal_representative.address": _represented,
    "apprentice.nir": _numbered,
    "apprentice.work_authorisation": _foreign,
    "apprentice.youth_equivalence": _ticked,
    "apprentice.boe_extension": _ticked,
    "apprentice.disability_title": _titled,
    "apprentice.last_diploma_title": _studied,
    "second_employer": _seasonal,
    "employer.unemployment_scheme": _public,
    "training.cfa_is_main_site": _place_untold,
    "training.main_site.address": _second_place,
    "training.main_site.name": _second_place,
    "training.main_site.uai": _second_place,
    "training.main_site.siret": _second_place,
    "previous_number": _follows,
    "derogation": _derogation,
    "avenant.concluded_on": _surely_avenant,
    "avenant.effective_on": _avenant,
}
"""When a field is required; the others always are."""


def _paths(field: str, contract: Contract) -> Iterator[str]:
    if "[]" not in field:
        yield field
        return
    for rank in range(len(contract.maitres or ())):
        yield field.replace("[]", f"[{rank}]")


def _value(path: str, contract: Contract) -> object:
    value: Any = contract
    for step in path.split("."):
        name, _, rank = step.rstrip("]").partition("[")
        value = getattr(value, name, None)
        if rank:
            value = value[int(rank)]
    return value
