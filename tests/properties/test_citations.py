"""A citation is that of the version in force: no drawn contract meets none.

`article(name, day)` raises `NotCovered` where the article is not in force on
the day, which a review tells as a rule that is not covered; an agenda would
raise. Neither may happen for an article that a rule cites of its own accord.
"""

from collections.abc import Iterator

from hypothesis import given, settings

from apprentissage.errors import NotCovered
from apprentissage.facts import Contract
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.judging import Finding
from apprentissage.reviewing import agenda, review
from apprentissage.testing import contracts
from tests.law.test_witness import number_of
from tests.support.draws import fewer
from tests.support.recording import UNCITED, WAITS

FEWER = settings(max_examples=fewer(10, least=60))

WITHOUT_LEGIARTI = {
    "D6222-34",
    "D6222-35",
    "L6222-8",
    "L6222-9",
    "L6222-10",
    "R6222-54",
    "R6223-24",
    "R6224-11",
    "R6224-12",
}
"""Articles abrogated in 2019 whose identifier the source does not give."""


def sources_of(finding: Finding) -> set[Source]:
    return set(finding.sources).union(*map(sources_of, finding.parts))


@FEWER
@given(contracts())
def test_no_rule_cites_an_article_out_of_force(contract: Contract) -> None:
    for finding in review(contract).findings:
        for caveat in finding.caveats:
            assert "article " not in caveat.sentence or (caveat.name != "NOT_COVERED"), (
                finding.rule,
                caveat.sentence,
            )


@FEWER
@given(contracts())
def test_no_entry_of_the_agenda_does(contract: Contract) -> None:
    gaps: list[str] = []
    try:
        agenda(contract)
    except NotCovered as gap:
        gaps.append(gap.what)
    assert not [what for what in gaps if what.startswith("article ")]


@FEWER
@given(contracts())
def test_a_cited_article_carries_its_version(contract: Contract) -> None:
    for finding in review(contract).findings:
        for source in sources_of(finding):
            if source.kind in {SourceKind.LAW, SourceKind.DECREE}:
                number = number_of(source)
                assert number is None or source.url is not None or number in WITHOUT_LEGIARTI, (
                    finding.rule,
                    source,
                )


def everything(finding: Finding) -> Iterator[Finding]:
    yield finding
    for part in finding.parts:
        yield from everything(part)


@FEWER
@given(contracts())
def test_a_finding_cites_an_article_in_one_wording(contract: Contract) -> None:
    for whole in review(contract).findings:
        for finding in everything(whole):
            cited = [source.reference for source in finding.sources]
            assert len(cited) == len({*cited}), (finding.rule, finding.sources)


def uncited(finding: Finding, of: str) -> Iterator[str]:
    """The sentences that cite no text, though some text stands for them."""
    known = {WAITS, *UNCITED.get(of, set())}
    if not finding.sources and finding.template not in known:
        yield finding.template
    for part in finding.parts:
        yield from uncited(part, of)


@FEWER
@given(contracts())
def test_what_is_found_cites_its_text(contract: Contract) -> None:
    for finding in review(contract).findings:
        # of a law that is not covered no text is named
        if "NOT_COVERED" not in {caveat.name for caveat in finding.caveats}:
            assert [*uncited(finding, finding.rule)] == [], finding.rule
