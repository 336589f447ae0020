"""The blocks fenced as `python` in the README and in docs/ are tests."""

from sybil import Sybil
from sybil.parsers.myst import PythonCodeBlockParser, SkipParser

# Those need Sphinx; these are for type checkers and never run.
collect_ignore_glob = ["docs/*.py", "tests/typing/*.py"]

pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(), SkipParser()],
    patterns=["*.md"],
    # the same code as the French pages, by tests/test_docs.py
    excludes=["docs/en/**/*.md", "docs/en/*.md", "README.en.md"],
).pytest()
