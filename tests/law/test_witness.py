"""The Code as witness: what the source says of the law is what the law says.

`the_code` reads the code du travail word for word and the source as text.
Five things are held against each other:

- a « quotation » in a comment or a docstring stands, word for word, in an
  article that its module names, in words still in force or in force on a day
  that the same comment or docstring tells;
- what is quoted from a form, a notice, a sheet or another code stands in the
  literal list `ELSEWHERE`, and is attributed where it is quoted;
- every article named exists, and every one cited is cited as of a day;
- every version of a dated table carries the LEGIARTI of its articles, and
  begins on the first day of a version of one of them, on a day of its NOTA,
  or stands in the literal list `OTHER_FIRST_DAYS` with its reason;
- what no text of the Code carries is no law and no decree, unless it is
  named as one (`loi n°`, `décret n°`, `arrêté`…).
"""

import ast
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib import import_module
from itertools import zip_longest
from pkgutil import walk_packages
from typing import Any

import pytest

import apprentissage
from apprentissage.catalogue import RULES
from apprentissage.facts.authorities import Source
from apprentissage.law.code_versions import VERSIONS
from apprentissage.law.dated import ByConclusion, ByEvent, ByWork, Version
from apprentissage.law.sources import LAW_CHECKED_ON
from apprentissage.reviewing import COVERED_FROM
from tests.law import the_code
from tests.law.quoted_elsewhere import ELSEWHERE
from tests.law.the_code import Quotation
from tools import code_versions

_REGIONS = "expérimentation régionale de 2017-2019"
_AID = "aide à l'employeur d'un apprenti"
_LOCAL_AID = "aide forfaitaire aux collectivités territoriales"
_NOTICE = "notice 51649 du Cerfa"
_TRAINEE = "formation en CFA sans employeur (art. L. 6222-12-1)"
_MAYOTTE = "code du travail à Mayotte"
_WEEK = "durée légale du travail à Mayotte"
_KEPT_07 = "conservation du Cerfa, notice #07"
_KEPT_08 = "conservation du Cerfa, notice #08"

OTHER_FIRST_DAYS: dict[tuple[str, str], str] = {
    (_REGIONS, "2017-01-01"): "décret 2016-1998, first day of 2017",
    (_REGIONS, "2017-03-23"): "décret 2017-355, the day after the JO",
    (_REGIONS, "2019-01-01"): "29 years for all (L6222-1); its own end later",
    (_REGIONS, "2020-01-01"): "the law of 2016 ends it with 2019",
    (_WEEK, "2018-01-01"): "ordonnance 2017-1491; 39 hours for a year more",
    (_WEEK, "2019-01-01"): "ordonnance 2017-1491; 35 hours as elsewhere",
    ("titres équivalents à la RQTH (art. L. 5212-13-1)", "2024-01-01"): (
        "printed by the ministry; LEGI opens the article on 2023-12-20"
    ),
    (_AID, "2020-07-01"): "décrets 2020-1084 and -1085",
    (_AID, "2023-01-01"): "décret 2022-1714; LEGI opens D6243-2 on 2022-12-31",
    (_AID, "2025-01-01"): "the ministry's sheet of 2026-03-13",
    (_AID, "2025-02-24"): "décret 2025-174",
    (_AID, "2026-01-01"): "end of the scheme of décret 2025-174",
    (_AID, "2026-03-08"): "décret 2026-168, the day after the JO",
    (_LOCAL_AID, "2020-07-01"): "décret 2020-1622",
    (_LOCAL_AID, "2022-01-01"): "décret 2021-340: until the end of 2021",
    ("jours fériés (art. L. 3133-1)", "1982-01-01"): "loi 81-893",
    ("jours fériés (France métropolitaine)", "1982-01-01"): "loi 81-893",
    ("jours fériés (Alsace-Moselle)", "1982-01-01"): "droit local",
    ("jours fériés (Saint-Pierre-et-Miquelon)", "1982-01-01"): "loi 81-893",
    **{
        (f"jours fériés ({place})", "1984-01-01"): "décret 83-1003"
        for place in ("Martinique", "Guadeloupe", "Guyane", "La Réunion")
    },
    ("jours fériés (Saint-Martin)", "2012-01-01"): "décret 2012-553",
    ("jours fériés (Saint-Barthélemy)", "2012-01-01"): "décret 2012-553",
    ("jours fériés (Saint-Martin)", "2018-01-01"): "practice, no text",
    ("plafond de la coiffure (arrêté du 10 mars 1992)", "2021-08-27"): (
        "arrêté of 2021-08-16, the day after the JO"
    ),
    ("maintien en CFA après une rupture", "2008-05-01"): "practice",
    (_NOTICE, "2023-04-20"): "date of notice 51649#07",
    (_NOTICE, "2025-01-17"): "date of notice 51649#08",
    (_NOTICE, "2025-07-01"): "date of notice 51649#09",
    (_KEPT_07, "2023-01-01"): "the notice tells contracts concluded since",
    (_KEPT_08, "2020-07-01"): "the notice tells contracts concluded since",
    (_KEPT_08, "2024-01-01"): "the notice tells contracts concluded since",
    (_TRAINEE, "2020-08-01"): "loi 2020-935: cycles begun from August 2020",
    (_TRAINEE, "2021-01-01"): "loi 2020-935: cycles begun until December",
    (_MAYOTTE, "2018-01-01"): "ordonnance 2017-1491",
    (_MAYOTTE, "2020-01-01"): "ordonnance 2017-1491: the end of the transition",
    (
        "signature de la déclaration de l'ascendant (art. R. 6224-8)",
        "2019-01-01",
    ): "R6224-12 is abrogated that day, R6224-8 opens on 2020-04-01",
}
"""First days of versions that no article of theirs explains, and why."""

NO_LEGIARTI = "0"
"""What the table of versions has where LEGI's identifier is not known."""

TEXTS = (
    "loi n°",
    "décret n°",
    "décrets n°",
    "droit local",
    "SMIC de Mayotte",
    "ordonnance n°",
    "code civil",
    "code de ",
    "code général ",
    "code rural",
    "règlement (UE",
    "art. ",
)
"""How the reference of a law or a decree begins; of an arrêté, by its name."""

_OF_THE_STATE = {"SourceKind.LAW", "SourceKind.DECREE"}


# Quotations ------------------------------------------------------------


def editions_of(quotation: Quotation) -> list[the_code.Edition]:
    code = the_code.editions()
    return [
        edition
        for name in quotation.articles
        for edition in code.get(name, ())
        if edition.has(quotation.words)
    ]


def where_else(quotation: Quotation) -> str:
    """The articles, not named by the module, that have these words."""
    found = {
        name
        for name, editions in the_code.editions().items()
        if any(edition.has(quotation.words) for edition in editions)
    }
    return ", ".join(sorted(found)[:5]) or "no article"


def told_days(block: str) -> Iterator[date]:
    """The days that a comment tells, a year by its first and last day.

    A version is often told by the day after it («before 2019»): the eve of
    each day counts too.
    """
    for written in the_code.DAY.findall(block):
        if len(written) == 4:
            yield from (
                date(int(written) - 1, 12, 31),
                date(int(written), 1, 1),
                date(int(written), 12, 31),
            )
        else:
            day = date.fromisoformat(written)
            yield day
            yield date.fromordinal(day.toordinal() - 1)


QUOTED = [q for q in the_code.quotations() if q.words not in ELSEWHERE]


@pytest.mark.parametrize("quotation", QUOTED, ids=lambda q: f"{q.path}:{q.line}:{q.words[:40]}")
def test_a_quotation_is_word_for_word(quotation: Quotation) -> None:
    editions = editions_of(quotation)
    assert editions, (
        f"« {quotation.words} » is in none of the articles that "
        f"{quotation.path} names; {where_else(quotation)} has it"
    )
    days = {LAW_CHECKED_ON, *told_days(quotation.block)}
    assert any(e.in_force(day) for e in editions for day in days), (
        f"« {quotation.words} » is no longer in force: tell the days of "
        f"{[(e.article, str(e.since), str(e.until)) for e in editions]}"
    )


def test_what_is_quoted_elsewhere_is_quoted_and_attributed() -> None:
    quoted: dict[str, list[Quotation]] = {}
    for quotation in the_code.quotations():
        quoted.setdefault(quotation.words, []).append(quotation)
    assert set(ELSEWHERE) <= set(quoted)
    unattributed = [
        (quotation.path, quotation.line, words, authority)
        for words, authority in ELSEWHERE.items()
        for quotation in quoted[words]
        if authority.lower() not in " ".join(quotation.block.lower().split())
    ]
    assert unattributed == []


def test_what_is_quoted_elsewhere_is_not_of_the_code() -> None:
    of_the_code = [
        words
        for words in ELSEWHERE
        if len(words) > 30
        and any(
            edition.has(words) for editions in the_code.editions().values() for edition in editions
        )
    ]
    assert of_the_code == []


# Articles --------------------------------------------------------------


def calls(name: str) -> Iterator[tuple[str, ast.Call]]:
    """The calls of a function in the source, each with its module."""
    for path, text in the_code.modules():
        for node in ast.walk(ast.parse(text)):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id == name
            ):
                yield path, node


NOT_KEPT = {
    "R5221-2": "named by public guides on foreign students; its words are not among those kept"
}
"""Articles named that the kept Code does not have, and who names them."""

UNDATED = {"views/_findings.py": "the articles of a rule, whatever the day"}
"""Modules that name an article as of no day, and why."""


def test_every_article_named_exists() -> None:
    unknown = {
        name
        for _, text in the_code.modules()
        for name in the_code.ARTICLE.findall(text)
        if name not in the_code.editions()
    }
    assert unknown == set(NOT_KEPT)


def test_every_article_is_cited_as_of_a_day() -> None:
    undated = [
        (path, call.lineno, ast.unparse(call))
        for path, call in calls("article")
        if len(call.args) + len(call.keywords) < 2 and path not in UNDATED
    ]
    assert undated == []


def test_the_articles_of_a_rule_exist() -> None:
    unknown = {
        (rule.name, name)
        for rule in RULES
        for name in rule.articles
        if name not in the_code.editions()
    }
    assert unknown == set()


# The table of versions -------------------------------------------------


def test_the_table_of_versions_is_that_of_the_code() -> None:
    made = code_versions.text(code_versions.cited())
    written = code_versions.TABLE.read_text("utf-8")
    assert written == made, "run python tools/code_versions.py --cited"


# Dated tables ----------------------------------------------------------

DATED = (ByConclusion, ByEvent, ByWork)

MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
FRENCH_DAY = re.compile(rf"(1er|\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})")


def tables() -> Iterator[tuple[str, Any]]:
    """Every dated table of the package, by the path of its module."""
    seen: set[int] = set()
    for info in walk_packages(apprentissage.__path__, f"{apprentissage.__name__}."):
        module = import_module(info.name)
        for name, value in vars(module).items():
            for table in tables_in(value):
                if id(table) not in seen:
                    seen.add(id(table))
                    yield f"{info.name}.{name}", table


def tables_in(value: object) -> Iterator[Any]:
    """A dated table, or those of a mapping or a tuple of them."""
    if isinstance(value, DATED):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from tables_in(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from tables_in(inner)


def number_of(source: Source) -> str | None:
    """The article of the Code that a source cites, without its paragraph."""
    match = re.fullmatch(
        r"art\. ([LRD])\. (\d+(?:-\d+)*)(?: .*)? du code du travail", source.reference
    )
    return match and match[1] + match[2]


@cache
def days_of_notas(name: str) -> set[date]:
    """The days that the NOTA of an article tell, and their morrows."""
    found: set[date] = set()
    for path in the_code.CODE.glob("*.json"):
        kept = json.loads(path.read_text("utf-8"))["articles"].get(name, [])
        for article in kept if isinstance(kept, list) else [kept]:
            for number, month, year in FRENCH_DAY.findall(article.get("nota") or ""):
                day = date(int(year), MONTHS.index(month) + 1, int(number.removesuffix("er")))
                found |= {day, date.fromordinal(day.toordinal() + 1)}
    return found


def first_days(name: str) -> set[date]:
    """The first days of the versions of an article, and of its NOTA."""
    versions = VERSIONS.get(name, "").split()
    starts = {date.fromisoformat(v.partition(":")[0]) for v in versions}
    return starts | days_of_notas(name)


VERSIONS_OF_TABLES = [
    pytest.param(table.what, version, id=f"{where}[{version.since}]")
    for where, table in tables()
    for version in table.versions
]


@pytest.mark.parametrize(("what", "version"), VERSIONS_OF_TABLES)
def test_a_version_cites_its_legiarti(what: str, version: Version[Any]) -> None:
    if not version.value:
        return  # no text then, or one that gives nothing
    assert version.sources, f"{what}: no source"
    for source in version.sources:
        number = number_of(source)
        if number is None:
            continue
        versions = (v.partition(":") for v in VERSIONS[number].split())
        known = [digits for since, _, digits in versions if since <= version.since.isoformat()]
        assert known, f"{number} does not exist on {version.since}"
        assert known[-1] != "-", f"{number} is not in force"
        if known[-1] != NO_LEGIARTI:
            assert source.url is not None, f"{source.reference} has no LEGIARTI"
            assert source.url.endswith(known[-1])


TURNS = [
    pytest.param(
        table, source, date.fromisoformat(since), digits, id=f"{where}[{number}, {since}]"
    )
    for where, table in tables()
    for version, following in zip_longest(table.versions, table.versions[1:])
    for source in version.sources
    if (number := number_of(source)) is not None
    for since, _, digits in (v.partition(":") for v in VERSIONS[number].split())
    if str(version.since) < since and (following is None or since < str(following.since))
]
"""The wordings of an article that begin while a table goes on."""


@pytest.mark.parametrize(("table", "source", "since", "digits"), TURNS)
def test_an_article_is_cited_as_it_stands_on_the_day(
    table: Any, source: Source, since: date, digits: str
) -> None:
    (ask,) = (
        getattr(table, clock)
        for clock in ("concluded", "worked", "event")
        if hasattr(table, clock)
    )

    def cited(day: date) -> str:
        (url,) = (s.url or "" for s in ask(day).sources if s.reference == source.reference)
        return url

    eve, day = date.fromordinal(since.toordinal() - 1), since
    assert ask(day).value == ask(eve).value
    if digits == "-":  # in force no more, it is cited as it last stood
        assert cited(day) == cited(eve)
    elif digits != NO_LEGIARTI:
        assert cited(day).endswith(digits)
        assert not cited(eve).endswith(digits)


def test_some_articles_are_reworded_while_a_table_goes_on() -> None:
    assert len(TURNS) > 40


@pytest.mark.parametrize(("what", "version"), VERSIONS_OF_TABLES)
def test_a_version_begins_on_a_day_of_its_texts(what: str, version: Version[Any]) -> None:
    if not (version.value or version.sources):
        return  # no text then
    if version.since == COVERED_FROM:
        return  # the Code of 2008, or the first day that the library covers
    if (what, str(version.since)) in OTHER_FIRST_DAYS:
        return
    numbers = {number_of(source) for source in version.sources} - {None}
    days = {day for number in numbers if number for day in first_days(number)}
    assert version.since in days, (
        f"{what}: no version of {sorted(map(str, numbers))} begins on "
        f"{version.since}, and no NOTA says it"
    )


def test_the_other_first_days_are_needed() -> None:
    written = {
        (table.what, str(version.since)) for _, table in tables() for version in table.versions
    }
    assert set(OTHER_FIRST_DAYS) <= written


# Kinds of sources ------------------------------------------------------


def test_a_law_or_a_decree_is_named_as_one() -> None:
    misnamed = [
        (path, ast.unparse(call))
        for path, call in calls("Source")
        if call.args
        and ast.unparse(call.args[0]) in _OF_THE_STATE
        and isinstance(call.args[1], ast.Constant)
        and not str(call.args[1].value).startswith(TEXTS)
    ]
    assert misnamed == []


# The witness itself ----------------------------------------------------


def test_a_paraphrase_is_told() -> None:
    edition = the_code.editions()["L6222-1"][-1]
    assert edition.has("vingt-neuf ans révolus au début de l'apprentissage")
    assert edition.has("Nul ne peut être engagé […] seize ans au moins")
    assert not edition.has("vingt-neuf ans au début de l'apprentissage")
    assert not edition.has("seize ans au moins […] Nul ne peut être engagé")


def test_words_out_of_force_are_told() -> None:
    old = the_code.editions()["L6222-1"][0]
    assert old.has("à vingt-cinq ans au début de l'apprentissage")
    assert old.in_force(date(2011, 7, 29))
    assert not old.in_force(date(2011, 7, 30))
    assert set(told_days("before 2019")) == {
        date(2018, 12, 31),
        date(2019, 1, 1),
        date(2019, 12, 31),
    }


if __name__ == "__main__":
    sys.exit(pytest.main([__file__, "-q"]))


# Reserves --------------------------------------------------------------


def test_a_caveat_has_one_name_and_one_sentence() -> None:
    # who reads results by the names of their caveats knows what each says
    names = [
        ast.literal_eval(call.args[0])
        for _, call in calls("Caveat")
        if call.args and isinstance(call.args[0], ast.Constant)
    ]
    assert len(names) > 100
    assert [name for name, times in Counter(names).items() if times > 1] == []
