"""What to do about a review: the smallest changes, each proved by another."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations
from typing import Any, NoReturn

from attrs import evolve, frozen

from apprentissage._arguments import check_arguments
from apprentissage._plain import PlainValue
from apprentissage._text import enumeration, sentence, short_date, table, typeset
from apprentissage.catalogue import RULES
from apprentissage.errors import ApprentissageError, InvalidValue, NotCovered, WrongType
from apprentissage.facts import Contract
from apprentissage.facts.changing import changed, shown_value, value_at
from apprentissage.facts.names import french_names, numbered_name
from apprentissage.judging import (
    Finding,
    Hopeless,
    Outcome,
    Proposal,
    Proposed,
    Question,
    Rule,
    hopeless,
)
from apprentissage.judging._watched import Session
from apprentissage.law.readings import Readings
from apprentissage.months import eve_of, morrow_of
from apprentissage.reviewing import Review

__all__ = ["Change", "Remedies", "Remedy", "Together", "remedies"]
__dir__ = __all__.copy

MOST_CHANGES = 2
"""Two changes at once where one cannot do, never three."""

_WRITTEN_TWICE = {"starts_on": "employer_training_starts_on"}
"""A day of two boxes of the form: where both hold the same, it is one change.
"""

_NO_FACT = "Aucun changement des faits déclarés n'est proposé pour cette règle."
_NO_PROOF = (
    "Aucun changement simple ne rend cette règle respectée sans qu'une autre cesse de l'être."
)
_NOT_YET = "{changes} Pour prouver que la règle serait alors respectée, il manque : {facts}."
_NEARER = "Un jour plus proche suffirait peut-être ; il manque pour le savoir : {facts}."
_EXCLUDED = (
    "Cette liste ne règle pas « {title} » : ce qui le ferait seul ({facts}) ne suffit plus après "
    "les autres changements. Il faut choisir l'un ou l'autre, ou revoir le contrat entier."
)
_WAITS_THEN = (
    "Cette liste ne règle pas « {title} » : une fois les autres changements "
    "faits, il manque pour en juger : {facts}."
)
_FAILS, _WAITS = Outcome.NON_COMPLIANT, Outcome.UNDETERMINED
_RANKS = {_FAILS: 0, _WAITS: 1}


@frozen(kw_only=True, eq=False, repr=False)
class Change(PlainValue):
    """A fact, as it is declared and as it should be.

    Args:
        path: Absolute path of the fact.
        before: Its value; None where unknown.
        after: The value to write.
        also: Absolute paths of the facts that held the same day and go with
            it: the practical training that starts with the contract.
    """

    path: str
    before: Any
    after: Any
    also: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The French name of the fact, without its article."""
        return enumeration(map(numbered_name, (self.path, *self.also)))

    @property
    def sentence(self) -> str:
        """The fact in French, then both its values."""
        return typeset(f"{self.name} : {shown_value(self.before)} → {shown_value(self.after)}")


@frozen(kw_only=True, eq=False, repr=False)
class Remedy(PlainValue):
    """The smallest changes that make a rule hold, proved by a new review.

    Args:
        rule: Name of the rule.
        changes: One, or two where one cannot do.
        until: Last day on which a text lets it be done, where one does.
        finding: What the rule finds then: it complies.
        sentence: What to do, in French.
        contract: The contract as changed.
        clears: Every rule that failed and no longer does, this one among
            them.
    """

    rule: str
    changes: tuple[Change, ...]
    until: date | None
    finding: Finding
    sentence: str
    contract: Contract
    clears: tuple[str, ...]

    def __repr__(self) -> str:
        paths = ", ".join(each.path for each in self.changes)
        return f"Remedy({self.rule}: {paths})"


@frozen(kw_only=True, eq=False, repr=False)
class Together(PlainValue):
    """The fewest changes found that clear all that can be cleared.

    Args:
        remedies: What to do, in the order of the rules.
        changes: All its changes, each fact once.
        clears: The rules that no longer fail.
        leaves: Of each rule that a remedy of its own clears and these
            changes do not: once they are made, it waits for a fact, or no
            remedy clears it any more. Two lists are tried; that no other
            leaves fewer is not proved.
        contract: The contract as changed by all of them.
    """

    remedies: tuple[Remedy, ...]
    changes: tuple[Change, ...]
    clears: tuple[str, ...]
    leaves: tuple[Hopeless, ...]
    contract: Contract

    def __iter__(self) -> Iterator[Remedy]:
        """The remedies."""
        return iter(self.remedies)

    def __len__(self) -> int:
        """How many remedies there are."""
        return len(self.remedies)

    def __repr__(self) -> str:
        paths = ", ".join(each.path for each in self.changes)
        return f"Together({', '.join(self.clears)}: {paths})"


@frozen(kw_only=True, eq=False, repr=False)
class Remedies(PlainValue):
    """What to do about the findings of a review that fail.

    It refuses truth-testing: compare its length with 0.

    Args:
        remedies: Each with its rule, the smallest first for each rule.
        together: The shortest list that clears all that can be cleared at
            once; what it clears is told, and what it leaves.
        hopeless: Of each rule that nothing makes hold, why.
        questions: Facts that nobody stated, with which a rule would hold.
    """

    remedies: tuple[Remedy, ...]
    together: Together
    hopeless: tuple[Hopeless, ...]
    questions: tuple[Question, ...]

    def __bool__(self) -> NoReturn:
        """Refuse truth-testing."""
        raise WrongType("bool()", type(self).__name__, "compare its len()")

    def __repr__(self) -> str:
        return (
            f"Remedies({len(self)} remedies, {len(self.together.changes)} "
            f"changes together, {len(self.hopeless)} hopeless, "
            f"{len(self.questions)} questions)"
        )

    def __iter__(self) -> Iterator[Remedy]:
        """The remedies, in the order of the rules."""
        return iter(self.remedies)

    def __len__(self) -> int:
        """How many remedies there are."""
        return len(self.remedies)

    def __getitem__(self, rule: str) -> tuple[Remedy, ...]:
        """The remedies of a rule, by its name; () where there is none."""
        return tuple(each for each in self.remedies if each.rule == rule)

    def to_rows(self) -> list[dict[str, str | None]]:
        """Flat rows of texts, one a change, as pandas and polars take them."""
        return [
            {
                "regle": remedy.rule,
                "remede": remedy.sentence,
                "fait": change.path,
                "nom": change.name,
                "avant": shown_value(change.before),
                "apres": shown_value(change.after),
                "jusqu_au": None if remedy.until is None else remedy.until.isoformat(),
            }
            for remedy in self.remedies
            for change in remedy.changes
        ]

    def _repr_html_(self) -> str:
        """The remedies as a table, for a notebook."""
        return table(
            ("règle", "pour régulariser", "changements", "au plus tard"),
            (
                (
                    remedy.finding.subject,
                    remedy.sentence,
                    " ; ".join(each.sentence for each in remedy.changes),
                    "" if remedy.until is None else short_date(remedy.until),
                )
                for remedy in self.remedies
            ),
            caption="Pour régulariser",
            notes=(
                *self._shortest(),
                *(each.sentence for each in self.together.leaves),
                *(each.sentence for each in self.hopeless),
                *(each.sentence for each in self.questions),
            ),
        )

    def _shortest(self) -> Iterator[str]:
        if len(self.together) > 0:
            told = " ".join(each.sentence for each in self.together)
            yield typeset(f"Liste la plus courte trouvée : {told}")


def remedies(review: Review, rules: tuple[Rule, ...] = RULES) -> Remedies:
    """What would make each finding of a review hold that fails.

    Each remedy is proved: the contract as changed is judged by every rule of
    the review; its rule complies, and no other finding is worse.

    Args:
        review: The review.
        rules: The rules applied in it; `(*RULES, mine)` where it had one
            more.

    Returns:
        The remedies, the shortest list, and what nothing helps.

    >>> from apprentissage.facts import Apprentice
    >>> from apprentissage.reviewing import review
    >>> found = remedies(review(Contract(
    ...     concluded_on=date(2026, 9, 2),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2028, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ... )))
    >>> [remedy.changes[0].path for remedy in found["conclusion"]]
    ['starts_on', 'concluded_on']
    >>> found.together.changes[0].after
    datetime.date(2026, 9, 2)
    """
    check_arguments(remedies, locals())
    applied = {finding.rule for finding in review}
    bench = _Bench(
        review.contract,
        review.readings,
        tuple(rule for rule in rules if rule.name in applied),
        {finding.rule: finding for finding in review},
    )
    found: list[Remedy] = []
    lost: list[Hopeless] = []
    asked: list[Question] = []
    for rule in bench.rules:
        finding = bench.before[rule.name]
        if finding.outcome is _WAITS:
            asked += bench.asked(rule, finding)
        if finding.outcome is not _FAILS:
            continue
        told = bench.told(rule, review.contract, finding)
        own = tuple(bench.proved(rule, told))
        found += own
        if not own:
            lost.append(bench.why(rule, told))
    return Remedies(
        remedies=tuple(found),
        together=bench.shortest(found),
        hopeless=tuple(lost),
        questions=tuple(asked),
    )


_Told = tuple[Proposed, ...]


def faults(finding: Finding) -> int:
    """How many conditions of a finding fail, down to its last parts."""
    if finding.outcome is not _FAILS:
        return 0
    return sum(map(faults, finding.parts)) or 1


def _worse(before: Finding, after: Finding) -> bool:
    """Whether a finding is worse than it was.

    What did not apply may come to wait for a fact that nobody stated: it was
    as unknown before.
    """
    if before.outcome is after.outcome is _FAILS:
        return faults(after) > faults(before)
    if after.outcome is _WAITS:
        return before.outcome is Outcome.COMPLIANT
    return _RANKS.get(after.outcome, 2) < _RANKS.get(before.outcome, 2)


class _Trial:
    """A contract as changed; its rules are judged as far as it is asked."""

    def __init__(
        self,
        contract: Contract,
        readings: Readings,
        rules: Iterable[Rule],
        before: Mapping[str, Finding],
    ) -> None:
        self.contract = contract
        self.session = Session(contract, readings)
        self.before = before
        self.left = iter(rules)
        self.found_worse: list[Rule] = []
        self.cleared: set[str] = set()

    def holds(self, rule: Rule) -> bool:
        """Whether a rule complies, or does not apply."""
        return rule.told_in(self.session).outcome not in _RANKS

    def worse(self) -> Iterator[Rule]:
        """The rules of which the finding is worse than it was."""
        yield from tuple(self.found_worse)
        for rule in self.left:
            before, after = self.before[rule.name], rule.told_in(self.session)
            if _worse(before, after):
                self.found_worse.append(rule)
                yield rule
            elif before.outcome is _FAILS and after.outcome not in _RANKS:
                self.cleared.add(rule.name)

    @property
    def proved(self) -> bool:
        """Whether no rule finds worse."""
        return next(self.worse(), None) is None


class _Bench:
    """Where proposals are tried on one contract."""

    def __init__(
        self,
        contract: Contract,
        readings: Readings,
        rules: tuple[Rule, ...],
        before: Mapping[str, Finding],
    ) -> None:
        self.contract = contract
        self.readings = readings
        self.rules = rules
        self.before = before
        # a change is most often refused by a rule that may mend it
        self.likely_first = sorted(rules, key=lambda rule: rule.remedies is None)
        self.tried: dict[Contract, _Trial] = {}

    def told(self, rule: Rule, contract: Contract, finding: Finding) -> _Told:
        """What a rule proposes where it fails."""
        if rule.remedies is None or finding.outcome is not _FAILS:
            return ()
        try:
            told = tuple(rule.remedies(contract, finding, self.readings))
        except (InvalidValue, NotCovered):
            # the law of another day is not covered, a rate is no rate
            return ()
        for each in told:
            if not isinstance(each, Proposal | Hopeless):
                raise WrongType(f"{rule.name}.remedies", each, "yield a proposal")
        return told

    def changed(self, changes: Mapping[str, Any]) -> Contract | None:
        """The contract with other facts; None where they cannot stand."""
        along = {also: value for path, value in changes.items() for also in self.also(path)}
        try:
            return changed(self.contract, {**along, **changes})
        except ApprentissageError:
            return None

    def also(self, path: str) -> tuple[str, ...]:
        """The fact that holds the same day and goes with it."""
        other = _WRITTEN_TWICE.get(path)
        if other is None or value_at(self.contract, other) != value_at(self.contract, path):
            return ()
        return (other,)

    def trial(self, contract: Contract) -> _Trial:
        """A contract as changed, tried once."""
        known = self.tried.get(contract)
        if known is None:
            known = self.tried[contract] = _Trial(
                contract, self.readings, self.likely_first, self.before
            )
        return known

    def clears(self, trial: _Trial) -> tuple[str, ...]:
        """The rules that no longer fail, in their order."""
        return tuple(r.name for r in self.rules if r.name in trial.cleared)

    def proved(self, rule: Rule, told: _Told) -> Iterator[Remedy]:
        """The proposals that a new review proves, each once."""
        seen: list[Contract] = []
        for each in told:
            if not isinstance(each, Proposal) or (seen and each.last_resort):
                continue
            for remedy in self.tried_with_another(rule, each):
                if remedy.contract not in seen:
                    seen.append(remedy.contract)
                    yield remedy

    def tried_with_another(self, rule: Rule, proposal: Proposal) -> Iterator[Remedy]:
        """A proposal, or it and what another rule asks for after it."""
        changes = dict(proposal.changes)
        contract = self.changed(changes)
        if contract is None or len(changes) > MOST_CHANGES:
            return
        trial = self.trial(contract)
        if not trial.holds(rule):
            return
        if trial.proved:
            yield self.remedy(((rule, proposal),), trial)
            return
        if len(changes) == MOST_CHANGES:
            return
        for other in trial.worse():
            for more in self.told(other, contract, other.told_in(trial.session)):
                if not isinstance(more, Proposal):
                    continue
                second = self.with_another(changes, more)
                if second is not None and second.holds(rule) and second.proved:
                    both = ((rule, proposal), (other, more))
                    yield self.remedy(both, second)
                    return

    def with_another(self, changes: Mapping[str, Any], more: Proposal) -> _Trial | None:
        """A change, and one more; None where they are no two changes."""
        both = {**changes, **dict(more.changes)}
        if len(both) != MOST_CHANGES or _overlap(both):
            return None
        contract = self.changed(both)
        return None if contract is None else self.trial(contract)

    def remedy(self, told: tuple[tuple[Rule, Proposal], ...], trial: _Trial) -> Remedy:
        """What a rule proposes and what another asks for then, proved."""
        rule, _ = told[0]
        changes = {path: value for _, each in told for path, value in each.changes}
        days = [each.until for _, each in told if each.until is not None]
        return Remedy(
            rule=rule.name,
            changes=self.between(changes, trial.contract),
            until=min(days, default=None),
            finding=rule.found_in(trial.session),
            sentence=" ".join(
                (
                    *(each.sentence for _, each in told),
                    *(said for asked, each in told for said in self.nearer(asked, each, changes)),
                )
            ),
            contract=trial.contract,
            clears=self.clears(trial),
        )

    def nearer(self, rule: Rule, proposal: Proposal, changes: Mapping[str, Any]) -> Iterator[str]:
        """What is to be known for a nearer day to do.

        The eve of a day, towards the one declared, fails; or it waits for a
        fact that nobody stated, and without which this day does.
        """
        for path, day in proposal.changes:
            declared = value_at(self.contract, path)
            if isinstance(day, date) and isinstance(declared, date):
                eve = morrow_of(day) if day < declared else eve_of(day)
                found = self.found_after({**changes, path: eve}, rule)
                if found is not None and found.outcome is _WAITS:
                    yield sentence(_NEARER, {"facts": french_names(found.missing)})

    def found_after(self, changes: Mapping[str, Any], rule: Rule) -> Finding | None:
        """What a rule finds with other facts; None where they cannot stand."""
        contract = self.changed(changes)
        if contract is None:
            return None
        return rule.told_in(self.trial(contract).session)

    def between(self, paths: Iterable[str], after: Contract) -> tuple[Change, ...]:
        """The facts of these paths, before and after."""
        return tuple(
            Change(
                path=path,
                before=value_at(self.contract, path),
                after=value_at(after, path),
                also=tuple(
                    other
                    for other in self.also(path)
                    if value_at(after, other) == value_at(after, path)
                ),
            )
            for path in paths
        )

    def why(self, rule: Rule, told: _Told) -> Hopeless:
        """Why nothing makes a rule hold."""
        tried = [each for each in told if isinstance(each, Proposal)]
        own = [each for each in told if isinstance(each, Hopeless)]
        why = hopeless(_NO_PROOF if tried else _NO_FACT)
        for reason in (*map(self.not_yet(rule), tried), *own):
            if reason is not None:
                why = reason
                break
        return evolve(why, rule=rule.name)

    def not_yet(self, rule: Rule) -> Callable[[Proposal], Hopeless | None]:
        """What a proposal leaves to be known before it is proved."""

        def waits(each: Proposal) -> Hopeless | None:
            after = self.found_after(dict(each.changes), rule)
            if after is None or after.outcome is not _WAITS:
                return None
            return hopeless(_NOT_YET, changes=each.sentence, facts=french_names(after.missing))

        return waits

    def asked(self, rule: Rule, finding: Finding) -> Iterator[Question]:
        """The questions whose answer would make a rule hold."""
        if rule.questions is None:
            return
        for each in rule.questions(self.contract, finding, self.readings):
            answered = self.changed(dict(each.facts))
            if (
                answered is not None
                and self.nobody_stated(each)
                and self.trial(answered).holds(rule)
            ):
                yield evolve(each, rule=rule.name)

    def nobody_stated(self, question: Question) -> bool:
        """Whether its facts are unknown."""
        return any(value_at(self.contract, path) is None for path, _ in question.facts) and all(
            value_at(self.contract, path) in {None, value} for path, value in question.facts
        )

    # All failures at once

    def shortest(self, found: list[Remedy]) -> Together:
        """The fewest changes that clear all that some remedy clears."""
        wanted = {remedy.rule for remedy in found}
        for chosen in _covers(found, wanted):
            merged = {change.path: change.after for remedy in chosen for change in remedy.changes}
            contract = self.changed(merged)
            if contract is None:
                continue
            trial = self.trial(contract)
            if trial.proved and wanted <= trial.cleared:
                return self.all_of(chosen, [*merged], trial)
        return self.one_after_another(found)

    def all_of(self, chosen: tuple[Remedy, ...], paths: list[str], trial: _Trial) -> Together:
        """The remedies chosen, as one contract."""
        return Together(
            remedies=chosen,
            changes=self.between(paths, trial.contract),
            clears=self.clears(trial),
            leaves=(),
            contract=trial.contract,
        )

    def one_after_another(self, found: list[Remedy]) -> Together:
        """Remedies each of which starts from the contract that others left.

        What one list leaves is asked for first in the next.
        """
        wanted = {remedy.rule for remedy in found}
        lists, left = list[Together](), set[str]()
        for _ in range(_MOST_LISTS):
            lists.append(self.in_turn(left))
            left = wanted.difference(lists[-1].clears)
            if not left:
                break
        best = min(
            lists,
            key=lambda each: (
                len(wanted.difference(each.clears)),
                -len(each.clears),
                len(each.changes),
            ),
        )
        return evolve(best, leaves=tuple(self.left_by(best, found)))

    def left_by(self, together: Together, found: list[Remedy]) -> Iterator[Hopeless]:
        """Why the rules of these remedies are left."""
        session = self.trial(together.contract).session
        for rule in self.rules:
            own = [each for each in found if each.rule == rule.name]
            if not own or rule.name in together.clears:
                continue
            then = rule.told_in(session)
            why = (
                hopeless(_WAITS_THEN, title=rule.title, facts=french_names(then.missing))
                if then.outcome is _WAITS
                else hopeless(
                    _EXCLUDED, title=rule.title, facts=enumeration(c.name for c in own[0].changes)
                )
            )
            yield evolve(why, rule=rule.name)

    def in_turn(self, first: Collection[str]) -> Together:
        """The remedy that clears most, then another, until there is none.

        Where two of them change one fact, the later one has the last word.

        Args:
            first: The rules that are asked before the others.
        """
        bench, chosen = self, list[Remedy]()
        while ways := [*bench.ways()]:
            remedy = min(
                ways,
                key=lambda each: (each.rule not in first, -len(each.clears), len(each.changes)),
            )
            chosen.append(remedy)
            bench = self.after(remedy)
        paths = [self.standing(change.path) for remedy in chosen for change in remedy.changes]
        whole = [
            path
            for path in dict.fromkeys(paths)
            if not any(_overlap((path, other)) and path > other for other in paths)
        ]
        trial = self.trial(bench.contract)
        _ = trial.proved
        return self.all_of(tuple(chosen), whole, trial)

    def standing(self, path: str) -> str:
        """A path; that of its list where one is added before it."""
        try:
            value_at(self.contract, path)
        except InvalidValue:
            return path.rpartition("[")[0]
        return path

    def ways(self) -> Iterator[Remedy]:
        """The remedies of every rule that fails."""
        for rule in self.rules:
            told = self.told(rule, self.contract, self.before[rule.name])
            yield from self.proved(rule, told)

    def after(self, remedy: Remedy) -> "_Bench":
        """Where proposals are tried on the contract that a remedy leaves."""
        session = Session(remedy.contract, self.readings)
        return _Bench(
            remedy.contract,
            self.readings,
            self.rules,
            {each.name: each.told_in(session) for each in self.rules},
        )


def _overlap(paths: Iterable[str]) -> bool:
    """Whether one path leads into what another one changes whole."""
    ordered = sorted(paths)
    return any(
        inner.startswith((f"{outer}.", f"{outer}[")) for outer, inner in combinations(ordered, 2)
    )


_MOST_TRIED = 12
"""Lists tried as one before remedies are taken one after another."""

_MOST_LISTS = 2
"""Of those."""


def _covers(found: list[Remedy], wanted: set[str]) -> Iterator[tuple[Remedy, ...]]:
    """Lists of remedies that agree and clear all, the fewest changes first."""
    lists = [
        chosen
        for size in range(1, len(wanted) + 1)
        for chosen in combinations(found[:16], size)
        if wanted <= {name for remedy in chosen for name in remedy.clears} and _agree(chosen)
    ]
    lists.sort(key=_length)
    yield from lists[:_MOST_TRIED]


def _length(chosen: tuple[Remedy, ...]) -> tuple[int, int]:
    paths = {each.path for remedy in chosen for each in remedy.changes}
    return len(paths), len(chosen)


def _agree(chosen: tuple[Remedy, ...]) -> bool:
    """Whether no two of them write another value of one fact."""
    values: dict[str, Any] = {}
    for remedy in chosen:
        for change in remedy.changes:
            if values.setdefault(change.path, change.after) != change.after:
                return False
    return not _overlap(values)
