"""The catalogue says beside each rule what the rule declares."""

import re
from pathlib import Path

from apprentissage import catalogue

SOURCE = Path(catalogue.__file__).read_text(encoding="utf-8")
ARTICLE = r"[LRD]\d{4}(?:-\d+)+"
BESIDE = re.compile(
    r"^    (\w+),  # "
    rf"(no article|{ARTICLE}(?:,(?: |\n    # ){ARTICLE})*)$",
    re.MULTILINE,
)
"""A rule on its line, and its articles after it, over several lines."""


def test_the_articles_beside_each_rule_are_its_own() -> None:
    written = [
        (rule, tuple(re.findall(ARTICLE, articles))) for rule, articles in BESIDE.findall(SOURCE)
    ]
    assert written == [(rule.name.upper(), rule.articles) for rule in catalogue.RULES]
