"""What a rule needs: findings, three-valued logic, agenda entries."""

from typing import TYPE_CHECKING

from apprentissage._doors import open_door

if TYPE_CHECKING:
    from apprentissage.judging.calendar_entries import AgendaEntry, Consequence, Dates, Undated
    from apprentissage.judging.completions import agreed, possible_answers
    from apprentissage.judging.conditions import (
        UNKNOWN,
        all_of,
        any_of,
        compliant,
        non_compliant,
        not_applicable,
        reminder,
        undetermined,
        urgency,
        whether,
    )
    from apprentissage.judging.finding import Contested, Finding, Value
    from apprentissage.judging.named_results import Result, results_of
    from apprentissage.judging.outcome import Outcome, refuse_truth
    from apprentissage.judging.proposals import (
        Asks,
        Hopeless,
        Proposal,
        Proposed,
        Proposes,
        Question,
        hopeless,
        proposal,
        question,
    )
    from apprentissage.judging.rule import (
        Rule,
        TurningDays,
        first_lawful_day,
        signed_and_started_on,
    )
    from apprentissage.judging.watching import Judge

open_door(
    __name__,
    {
        "calendar_entries": ("AgendaEntry", "Consequence", "Dates", "Undated"),
        "completions": ("agreed", "possible_answers"),
        "conditions": (
            "UNKNOWN",
            "all_of",
            "any_of",
            "compliant",
            "non_compliant",
            "not_applicable",
            "reminder",
            "undetermined",
            "urgency",
            "whether",
        ),
        "finding": ("Contested", "Finding", "Value"),
        "named_results": ("Result", "results_of"),
        "outcome": ("Outcome", "refuse_truth"),
        "proposals": (
            "Asks",
            "Hopeless",
            "Proposal",
            "Proposed",
            "Proposes",
            "Question",
            "hopeless",
            "proposal",
            "question",
        ),
        "rule": ("Rule", "TurningDays", "first_lawful_day", "signed_and_started_on"),
        "watching": ("Judge",),
    },
)

__all__ = [
    "UNKNOWN",
    "AgendaEntry",
    "Asks",
    "Consequence",
    "Contested",
    "Dates",
    "Finding",
    "Hopeless",
    "Judge",
    "Outcome",
    "Proposal",
    "Proposed",
    "Proposes",
    "Question",
    "Result",
    "Rule",
    "TurningDays",
    "Undated",
    "Value",
    "agreed",
    "all_of",
    "any_of",
    "compliant",
    "first_lawful_day",
    "hopeless",
    "non_compliant",
    "not_applicable",
    "possible_answers",
    "proposal",
    "question",
    "refuse_truth",
    "reminder",
    "results_of",
    "signed_and_started_on",
    "undetermined",
    "urgency",
    "whether",
]
__dir__ = __all__.copy
