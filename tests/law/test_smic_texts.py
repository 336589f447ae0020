"""Each rise of the SMIC as its decree or arrêté fixes it: `smic.json`."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from apprentissage.facts.authorities import SourceKind
from apprentissage.law.smic import BUNDLED_SMIC

RISES: dict[str, list[dict[str, Any]]] = json.loads(
    Path(__file__).with_name("smic.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("series", ["national", "mayotte"])
def test_the_days_and_the_hours_of_each_rise(series: str) -> None:
    versions = getattr(BUNDLED_SMIC, series).versions
    assert [(version.since.isoformat(), version.value.hourly) for version in versions] == [
        (rise["since"], Decimal(rise["hourly"])) for rise in RISES[series]
    ]


def test_the_text_of_each_rise_and_its_address() -> None:
    told = [
        (version.since.isoformat(), source.reference, source.url)
        for version in BUNDLED_SMIC.national.versions
        for source in version.sources
    ]
    assert told == [(rise["since"], rise["text"], rise["url"]) for rise in RISES["national"]]


def test_the_months_printed_for_mayotte() -> None:
    for version, rise in zip(BUNDLED_SMIC.mayotte.versions, RISES["mayotte"], strict=True):
        smic = version.value
        printed = Decimal(rise.get("printed_month", smic.monthly))
        assert smic.printed_monthly == printed


def test_mayotte_follows_the_texts_of_its_days() -> None:
    kinds = {
        rise["since"]: SourceKind.ORDER if rise["text"].startswith("Arrêté") else SourceKind.DECREE
        for rise in RISES["national"]
    }
    for version in BUNDLED_SMIC.mayotte.versions:
        (source,) = version.sources
        assert source.kind is kinds[version.since.isoformat()]
        assert "SMIC de Mayotte (art. L. 3423-2)" in source.reference
        assert source.url is None
