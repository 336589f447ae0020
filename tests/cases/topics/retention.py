"""How long the signed Cerfa is kept: both notices, and the one answer."""

from typing import Any

from apprentissage.dossier.cerfa_retention import cerfa_retention
from apprentissage.dossier.retention_texts import Holder
from apprentissage.law.readings import Readings
from tests.cases.given import Facts, a_day, day


def evaluate(facts: Facts, _: Readings) -> dict[str, Any]:
    """Give the days, or the event."""
    kept = cerfa_retention(
        concluded_on=a_day(facts, "concluded_on"),
        holder={holder.value: holder for holder in Holder}[facts["holder"]],
        ends_on=day(facts, "ends_on"),
    )
    return {
        "notice_07_until_on": kept.notice_07_until_on,
        "notice_08_until_on": kept.notice_08_until_on,
        "prudent_until_on": kept.prudent_until_on,
        "keep_until_on": kept.keep_until_on,
        "until_event": kept.until_event and kept.until_event.value,
    }
