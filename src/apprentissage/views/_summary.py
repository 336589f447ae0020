"""The first screen of a page: verdict, remedies, pay, days, questions."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import pairwise

from apprentissage._text import element, euros, percent, short_date
from apprentissage.judging import AgendaEntry, Consequence, Finding
from apprentissage.pay import PayAmount, PayLine
from apprentissage.reviewing import Agenda, Review
from apprentissage.views._findings import Told, anchor
from apprentissage.views._missing import counted
from apprentissage.views._parts import css_class, mark, prose, text
from apprentissage.views._pay import Pay

_NEXT = 3
_ALL_TOLD = "Aucune : les faits déclarés décident de toutes les règles."
_NONE_LEFT = "Aucune : toutes les dates sont passées."
_NO_RISE = "Pas de hausse à venir d'après les faits déclarés."
_SMIC_RISES = "hausse du SMIC"


def verdict(
    review: Review, findings: Told, what_to_do: Mapping[str, Iterable[str]], proof: str
) -> str:
    """The worst outcome, the tally, and each failure with its remedy.

    Args:
        review: The review.
        findings: Its findings.
        what_to_do: What could make the failed rules hold, in French.
        proof: What is known of it all, as HTML.
    """
    outcome = review.outcome
    failed = "".join(
        [
            element("li", _failure(each, what_to_do.get(each.rule, ())))
            for each in findings.failures
        ]
    )
    return element(
        "section",
        element("p", mark(outcome) + text(outcome.label.capitalize()), class_="word")
        + element("p", text(f"{findings.tally}."))
        + (element("ol", failed) if failed else "")
        + proof,
        class_=f"verdict {css_class(outcome)}",
        aria_label="Conclusion",
    )


def _failure(finding: Finding, what_to_do: Iterable[str]) -> str:
    told = element("a", text(finding.subject), href=f"#{anchor(finding)}")
    told += f"{_whose(finding)} – {prose(finding.sentence)}"
    for sentence in what_to_do:
        told += element("span", f"→ {prose(sentence)}", class_="remedy")
    return told


def _whose(finding: Finding) -> str:
    """The name of the part from which a finding has its sentence."""
    for part in finding.deciding:
        if part.subject and part.template == finding.template:
            return f" ({text(part.subject)})"
    return ""


def glance(review: Review, pay: Pay, dates: Agenda, on: date | None) -> str:
    """The least pay and its next rise, the next days, the facts to ask for.

    Args:
        review: The review.
        pay: Its pay lines and euros.
        dates: Its agenda.
        on: The day on which it is read; the first of each where None.
    """
    contract = review.contract
    first = contract.concluded_on if on is None else on
    day = min(max(first, contract.starts_on), contract.ends_on)
    told = (
        (f"Salaire minimum au {short_date(day)}", _least_pay(pay, day)),
        (
            "Premières échéances" if on is None else "Prochaines échéances",
            _next_days(dates, first),
        ),
        ("Informations à demander", _questions(review)),
    )
    return element(
        "dl",
        "".join(
            [
                element("div", element("dt", text(term)) + content)
                for term, content in told
                if content
            ]
        ),
        class_="glance",
    )


def _least_pay(pay: Pay, day: date) -> str:
    lines = pay.lines
    if not lines:
        return element("dd", prose(pay.gap))
    periods = [(line, each) for line in lines for each in pay.periods(line)]
    if not periods:
        line = [each for each in lines if each.starts_on <= day][-1]
        return element("dd", text(_rate(pay, line))) + element(
            "dd", prose(pay.gap), class_="small"
        )
    begun = [each for each in periods if each[1].starts_on <= day]
    line, amount = begun[-1]
    told = element("b", text(euros(amount.total_monthly)))
    return (
        element("dd", f"{told} brut par mois", class_="sum")
        + element("dd", text(_rate(pay, line)), class_="small")
        + element("dd", _rise(pay, periods[len(begun) - 1 :]), class_="small")
    )


def _rate(pay: Pay, line: PayLine) -> str:
    return f"{percent(line.rate)} du {line.base.value}, {pay.ages(line)}"


def _rise(pay: Pay, periods: Iterable[tuple[PayLine, PayAmount]]) -> str:
    """The next rise and why, among the periods from that of the day on."""
    for (line, before), (later, amount) in pairwise(periods):
        if amount.total_monthly > before.total_monthly:
            why = _SMIC_RISES if later == line else _reason(pay, line, later)
            told = element("b", text(euros(amount.total_monthly)))
            day = short_date(amount.starts_on)
            return f"puis {told} dès le {day} ({text(why)})"
    return text(_NO_RISE)


def _reason(pay: Pay, line: PayLine, later: PayLine) -> str:
    """What a line has that the one before it had not."""
    before, after = pay.told(line), pay.told(later)
    return ", ".join(each for each in after if each not in before)


def _next_days(dates: Agenda, first: date) -> str:
    coming = [entry for entry in dates if _is_limit(entry, first)]
    return "".join([element("dd", each) for each in _days(coming[:_NEXT])]) or element(
        "dd", text(_NONE_LEFT)
    )


def _is_limit(entry: AgendaEntry, first: date) -> bool:
    """Whether a day is to come; those of pay stand beside it."""
    return entry.on >= first and entry.consequence is not Consequence.UNDERPAID


def _days(entries: Iterable[AgendaEntry]) -> Iterator[str]:
    for entry in entries:
        day = element("time", short_date(entry.on), datetime=entry.on.isoformat())
        yield f"<b>{day}</b> {prose(entry.label)}"


def _questions(review: Review) -> str:
    missing = review.missing
    if not missing:
        return element("dd", text(_ALL_TOLD))
    link = element("a", f"<b>{len(missing)}</b>", href="#manques")
    return element("dd", f"{link} : {text(counted(missing))}")
