"""The entry point by which Hypothesis learns the classes of facts.

Hypothesis calls `register` when it is imported, which may happen in the
midst of an import of this package: nothing of either is imported above, and
the strategies are loaded on their first use.
"""

from typing import Any


def register() -> None:
    """Let `st.from_type` draw every class of facts, and the readings."""
    from attrs import has
    from hypothesis.strategies import SearchStrategy, register_type_strategy

    from apprentissage import facts
    from apprentissage.law.readings import Readings

    def resolve(kind: type[Any]) -> SearchStrategy[Any]:
        from apprentissage.testing.registered import STRATEGIES

        return STRATEGIES[kind]()

    for name in facts.__all__:
        kind = getattr(facts, name)
        if isinstance(kind, type) and has(kind):
            register_type_strategy(kind, resolve)
    register_type_strategy(Readings, resolve)
