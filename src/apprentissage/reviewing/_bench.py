"""Where one proposal is tried, alone or with another, on one contract.

A proposal proves nothing by itself: the contract as changed is judged anew by
every rule of the review. It holds where its own rule does and no other finding
is worse than it was.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations
from typing import Any, Self

from attrs import evolve

from apprentissage._text import sentence
from apprentissage.errors import ApprentissageError, InvalidValue, NotCovered, WrongType
from apprentissage.facts import Contract
from apprentissage.facts.changing import changed, value_at
from apprentissage.facts.names import french_names
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
from apprentissage.judging.watching import Session
from apprentissage.law.readings import Readings
from apprentissage.months import eve_of, morrow_of
from apprentissage.reviewing.changes import Change, Remedy

MOST_CHANGES = 2
"""Two changes at once where one cannot do, never three."""

_WRITTEN_TWICE = {"starts_on": "employer_training_starts_on"}
"""A day of two boxes of the form: where both hold the same, it is one change."""

FAILS, WAITS = Outcome.NON_COMPLIANT, Outcome.UNDETERMINED
RANKS = {FAILS: 0, WAITS: 1}

Told = tuple[Proposed, ...]


def faults(finding: Finding) -> int:
    """How many conditions of a finding fail, down to its last parts."""
    if finding.outcome is not FAILS:
        return 0
    return sum(map(faults, finding.parts)) or 1


def _worse(before: Finding, after: Finding) -> bool:
    """Whether a finding is worse than it was.

    What did not apply may come to wait for a fact that nobody stated: it was
    as unknown before.
    """
    if before.outcome is after.outcome is FAILS:
        return faults(after) > faults(before)
    if after.outcome is WAITS:
        return before.outcome is Outcome.COMPLIANT
    return RANKS.get(after.outcome, 2) < RANKS.get(before.outcome, 2)


class Trial:
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
        # one pass over the rules, taken up again where it was left
        self.left = iter(rules)
        self.found_worse: list[Rule] = []
        self.cleared: set[str] = set()

    def holds(self, rule: Rule) -> bool:
        """Whether a rule complies, or does not apply."""
        return rule.told_in(self.session).outcome not in RANKS

    def worse(self) -> Iterator[Rule]:
        """The rules of which the finding is worse than it was."""
        yield from tuple(self.found_worse)
        for rule in self.left:
            before, after = self.before[rule.name], rule.told_in(self.session)
            if _worse(before, after):
                self.found_worse.append(rule)
                yield rule
            elif before.outcome is FAILS and after.outcome not in RANKS:
                self.cleared.add(rule.name)

    @property
    def proved(self) -> bool:
        """Whether no rule finds worse; then every rule has been judged."""
        return next(self.worse(), None) is None

    def judged(self) -> Self:
        """The same, once every rule is judged: all that it clears is known."""
        _ = [*self.worse()]
        return self


class Bench:
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
        # a change is most often refused by a rule that may mend it: asked
        # first, it ends the trial before sixty others are judged
        self.likely_first = sorted(rules, key=lambda rule: rule.remedies is None)
        self.tried: dict[Contract, Trial] = {}

    def told(self, rule: Rule, contract: Contract, finding: Finding) -> Told:
        """What a rule proposes where it fails."""
        if rule.remedies is None or finding.outcome is not FAILS:
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

    def trial(self, contract: Contract) -> Trial:
        """A contract as changed, tried once."""
        known = self.tried.get(contract)
        if known is None:
            known = self.tried[contract] = Trial(
                contract, self.readings, self.likely_first, self.before
            )
        return known

    def clears(self, trial: Trial) -> tuple[str, ...]:
        """The rules that no longer fail, in their order."""
        return tuple(r.name for r in self.rules if r.name in trial.cleared)

    def proved(self, rule: Rule, told: Told) -> Iterator[Remedy]:
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

    def with_another(self, changes: Mapping[str, Any], more: Proposal) -> Trial | None:
        """A change, and one more; None where they are no two changes."""
        both = {**changes, **dict(more.changes)}
        if len(both) != MOST_CHANGES or overlap(both):
            return None
        contract = self.changed(both)
        return None if contract is None else self.trial(contract)

    def remedy(self, told: tuple[tuple[Rule, Proposal], ...], trial: Trial) -> Remedy:
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
                if found is not None and found.outcome is WAITS:
                    yield sentence(
                        "Un jour plus proche suffirait peut-être ; il manque pour le savoir : "
                        "{facts}.",
                        {"facts": french_names(found.missing)},
                    )

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

    def why(self, rule: Rule, told: Told) -> Hopeless:
        """Why nothing makes a rule hold."""
        tried = [each for each in told if isinstance(each, Proposal)]
        own = [each for each in told if isinstance(each, Hopeless)]
        why = hopeless(
            "Aucun changement simple ne rend cette règle respectée sans qu'une autre cesse de "
            "l'être."
            if tried
            else "Aucun changement des faits déclarés n'est proposé pour cette règle."
        )
        for reason in (*map(self.not_yet(rule), tried), *own):
            if reason is not None:
                why = reason
                break
        return evolve(why, rule=rule.name)

    def not_yet(self, rule: Rule) -> Callable[[Proposal], Hopeless | None]:
        """What a proposal leaves to be known before it is proved."""

        def waits(each: Proposal) -> Hopeless | None:
            after = self.found_after(dict(each.changes), rule)
            if after is None or after.outcome is not WAITS:
                return None
            return hopeless(
                "{changes} Pour prouver que la règle serait alors respectée, il manque : {facts}.",
                changes=each.sentence,
                facts=french_names(after.missing),
            )

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


def overlap(paths: Iterable[str]) -> bool:
    """Whether one path leads into what another one changes whole."""
    ordered = sorted(paths)
    return any(
        inner.startswith((f"{outer}.", f"{outer}[")) for outer, inner in combinations(ordered, 2)
    )
