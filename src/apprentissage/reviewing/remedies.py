"""What to do about a review: the smallest changes, each proved by another."""

from apprentissage._arguments import check_arguments
from apprentissage.catalogue import RULES
from apprentissage.judging import Hopeless, Question, Rule
from apprentissage.reviewing._bench import FAILS, WAITS, Bench
from apprentissage.reviewing._together import shortest
from apprentissage.reviewing.changes import Remedies, Remedy
from apprentissage.reviewing.review import Review


def remedies(review: Review, rules: tuple[Rule, ...] = RULES) -> Remedies:
    """What would make each failing rule of a review hold.

    Each remedy is proved: the contract as changed is judged by every rule of
    the review; its rule complies, and no other finding is worse.

    Args:
        review: The review.
        rules: The rules applied in it; `(*RULES, mine)` where it had one
            more.

    Returns:
        The remedies, the shortest list, and what nothing helps.

    >>> from datetime import date
    >>> from apprentissage.facts import Apprentice, Contract
    >>> from apprentissage.reviewing.review import review
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
    bench = Bench(
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
        if finding.outcome is WAITS:
            asked += bench.asked(rule, finding)
        if finding.outcome is not FAILS:
            continue
        told = bench.told(rule, review.contract, finding)
        own = tuple(bench.proved(rule, told))
        found += own
        if not own:
            lost.append(bench.why(rule, told))
    return Remedies(
        remedies=tuple(found),
        together=shortest(bench, found),
        hopeless=tuple(lost),
        questions=tuple(asked),
    )
