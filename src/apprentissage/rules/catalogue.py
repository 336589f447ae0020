"""All rules, in the order of the Code."""

from apprentissage.rules.conclusion import CONCLUSION
from apprentissage.rules.filing import FILING
from apprentissage.rules.lower_age import LOWER_AGE_LIMIT
from apprentissage.rules.retention import CERFA_RETENTION
from apprentissage.rules.rule import Rule
from apprentissage.rules.start_gaps import START_GAPS
from apprentissage.rules.upper_age import UPPER_AGE_LIMIT

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    LOWER_AGE_LIMIT,
    UPPER_AGE_LIMIT,
    CONCLUSION,
    START_GAPS,
    FILING,
    CERFA_RETENTION,
)
"""The rules that `review` applies; a caller adds his own to them."""
