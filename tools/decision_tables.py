"""The tables of both pages on eligibility, out of the rules themselves.

    python tools/decision_tables.py          prints them
    python tools/decision_tables.py --write  puts them into the pages

Each cell is found by judging contracts, never by reading a constant.
"""

import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from apprentissage.age.lower_age import LOWER_AGE
from apprentissage.age.upper_age import UPPER_AGE
from apprentissage.facts import (
    NO_BRANCH_AGREEMENT,
    NO_EXTENSION,
    AgeExemption,
    Apprentice,
    Contract,
    ContractType,
    DisabilityTitle,
    Employer,
    EmployerType,
    MaitreApprentissage,
    MaitreFirm,
    PreviousCycle,
    Region,
    Route,
    RuptureCause,
    SpecificEmployer,
    Supervised,
    SupervisedKind,
    Territory,
    Training,
)
from apprentissage.judging import Outcome, Rule
from apprentissage.maitre.maitre_ceiling import MAITRE_CEILING
from apprentissage.maitre.maitre_competence import MAITRE_COMPETENCE
from apprentissage.months import last_day_of, same_day

DOCS = Path(__file__).parents[1] / "docs"
PAGES = {"fr": DOCS / "eligibility.md", "en": DOCS / "en" / "eligibility.md"}
OLDEST = 70
MOST_MONTHS = 60

CONCLUDED = (
    date(2008, 6, 2),
    date(2010, 6, 1),
    date(2016, 6, 1),
    date(2018, 6, 1),
    date(2019, 6, 3),
    date(2020, 6, 2),
    date(2024, 6, 3),
    date(2026, 6, 1),
)


def contract(on: date, born_on: date, **facts: Any) -> Contract:
    """A contract of a year, signed and started on a day."""
    apprentice = facts.pop("apprentice", {})
    return Contract(
        concluded_on=on,
        starts_on=on,
        ends_on=last_day_of(on, 12),
        apprentice=Apprentice(born_on=born_on, **apprentice),
        **facts,
    )


def holds(rule: Rule, judged: Contract) -> bool:
    """Whether a contract complies with a rule."""
    return rule.find(judged).outcome is Outcome.COMPLIANT


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def after(**facts: Any) -> dict[str, Any]:
    """The facts of an earlier apprenticeship."""
    return {
        "training": Training(level=6),
        "previous": (PreviousCycle(route=Route.APPRENTICESHIP, **facts),),
    }


def broken(on: date, cause: RuptureCause) -> dict[str, Any]:
    """An earlier apprenticeship broken a month before."""
    return after(ruptured_on=same_day(on, -1), rupture_cause=cause)


EXEMPTED: dict[AgeExemption, Callable[[date], dict[str, Any]]] = {
    AgeExemption.NONE: lambda _: {},
    AgeExemption.HIGHER_DIPLOMA: lambda on: after(ended_on=same_day(on, -1), level=5),
    AgeExemption.INVOLUNTARY_RUPTURE: lambda on: broken(on, RuptureCause.EMPLOYER_CLOSURE),
    AgeExemption.TEMPORARY_UNFITNESS: lambda on: broken(on, RuptureCause.TEMPORARY_UNFITNESS),
    AgeExemption.DISABLED_WORKER: lambda _: {"apprentice": {"rqth": True}},
    AgeExemption.BUSINESS_PROJECT: lambda _: {
        "apprentice": {"business_project": True, "project_requires_diploma": True}
    },
    AgeExemption.HIGH_LEVEL_ATHLETE: lambda _: {"apprentice": {"high_level_athlete": True}},
    AgeExemption.FAILED_EXAM: lambda on: after(
        ended_on=same_day(on, -1),
        same_diploma=True,
        exam_failed=True,
        already_prolonged=False,
        same_employer=False,
    ),
}
"""What makes each exemption true, for a contract of a day."""


def oldest(on: date, exemption: AgeExemption, facts: dict[str, Any]) -> str:
    """The highest age in completed years at which a contract complies."""
    facts = {"employer": Employer(region=Region.CORSE)} | facts
    lawful = [
        age
        for age in range(16, OLDEST + 1)
        if holds(
            UPPER_AGE, contract(on, same_day(on, -12 * age - 6), age_exemption=exemption, **facts)
        )
    ]
    return "no limit" if OLDEST in lawful else str(max(lawful))


def upper_ages() -> str:
    """Highest ages by exemption and day of conclusion."""
    rows = [
        [exemption.value] + [oldest(on, exemption, facts(on)) for on in CONCLUDED]
        for exemption, facts in EXEMPTED.items()
    ]
    equivalent = {
        "apprentice": {"rqth": False, "disability_title": DisabilityTitle.INVALIDITY_PENSION}
    }
    rows.insert(
        1 + list(EXEMPTED).index(AgeExemption.DISABLED_WORKER),
        ["equivalent title"]
        + [oldest(on, AgeExemption.DISABLED_WORKER, equivalent) for on in CONCLUDED],
    )
    brittany = {"employer": Employer(region=Region.BRETAGNE)}
    rows.insert(
        1, ["none, in Brittany"] + [oldest(on, AgeExemption.NONE, brittany) for on in CONCLUDED]
    )
    return table(["exemption", *(f"{on:%Y-%m}" for on in CONCLUDED)], rows)


def lower_ages() -> str:
    """Outcome and code around the 15th and the 16th birthday."""
    on = date(2026, 9, 1)
    day = timedelta(days=1)
    ages = {
        "eve of 15": same_day(on, -12 * 15) + day,
        "15": same_day(on, -12 * 15),
        "eve of 16": same_day(on, -12 * 16) + day,
        "16": same_day(on, -12 * 16),
    }
    rows: list[list[str]] = []
    for label, born_on in ages.items():
        row = [label]
        for completed in (True, False, None):
            facts = {"lower_secondary_completed": completed}
            found = LOWER_AGE.find(contract(on, born_on, apprentice=facts))
            code = found["code"]
            row.append(f"{found.outcome.value}, code {code}" if code else found.outcome.value)
        rows.append(row)
    return table(["age at the start", "collège completed", "not completed", "unknown"], rows)


def least_months(on: date, employer: Employer, *, in_field: bool) -> str:
    """The fewest months of activity with which a maître is competent."""
    for months in range(MOST_MONTHS + 1):
        maitre = MaitreApprentissage(
            diploma_in_field=in_field,
            diploma_level=5,
            field_diploma_level=5 if in_field else 0,
            firm=MaitreFirm.EMPLOYER,
            minimum_qualification=True,
            experience_months=months,
            excluded_months=0,
            brevet_de_maitrise=False,
        )
        judged = contract(
            on,
            same_day(on, -12 * 20),
            training=Training(level=5),
            employer=employer,
            maitres=(maitre,),
        )
        found = MAITRE_COMPETENCE.find(judged)
        if any(caveat.name == "NOT_COVERED" for caveat in found.caveats):
            return "not covered"
        if found.outcome is Outcome.COMPLIANT:
            return str(months)
    return "brevet only"


def competence() -> str:
    """Months asked of a maître, by employer and day of conclusion."""
    firm = EmployerType.COMMERCIAL_REGISTER_ONLY
    ordinary: dict[str, Any] = {
        "type": firm,
        "specific": SpecificEmployer.NONE,
        "territory": Territory.METROPOLE,
        "branch_agreement": NO_BRANCH_AGREEMENT,
    }
    employers: dict[str, dict[str, Any]] = {
        "private, no branch agreement": {},
        "public": {"type": EmployerType.COMMUNE},
        "temporary-work agency": {"specific": SpecificEmployer.TEMPORARY_WORK_AGENCY},
        "craft firm, Alsace-Moselle": {
            "type": EmployerType.CRAFT_REGISTER,
            "territory": Territory.ALSACE_MOSELLE,
        },
    }
    days = (date(2011, 10, 27), date(2018, 12, 31), date(2019, 1, 1))
    return table(
        [
            "employer",
            *(f"{on:%Y-%m-%d}, {how} diploma" for on in days for how in ("with", "without")),
        ],
        [
            [name]
            + [
                least_months(on, Employer(**(ordinary | facts)), in_field=in_field)
                for on in days
                for in_field in (True, False)
            ]
            for name, facts in employers.items()
        ],
    )


def ceilings() -> str:
    """Who may join a maître who already has some apprentices."""
    on = date(2026, 9, 1)
    regular, prolonged = SupervisedKind.REGULAR, SupervisedKind.PROLONGED
    rows: list[list[str]] = []
    for kinds in (
        (),
        (regular,),
        (regular, regular),
        (regular, prolonged),
        (prolonged, prolonged),
        (regular, regular, prolonged),
    ):
        row = [", ".join(kind.value for kind in kinds) or "nobody"]
        for kind in (ContractType.FIRST, ContractType.FAILED_EXAM):
            maitre = MaitreApprentissage(
                supervised=tuple(
                    Supervised(kind=k, starts_on=same_day(on, -12), ends_on=same_day(on, 36))
                    for k in kinds
                ),
                individual_ceiling=0,
            )
            judged = contract(
                on,
                same_day(on, -12 * 20),
                kind=kind,
                extension=NO_EXTENSION,
                employer=Employer(specific=SpecificEmployer.NONE),
                maitres=(maitre,),
            )
            row.append("yes" if holds(MAITRE_CEILING, judged) else "no")
        rows.append(row)
    return table(["already there", "regular joins", "prolonged joins"], rows)


TABLES: dict[str, Callable[[], str]] = {
    "upper ages": upper_ages,
    "lower ages": lower_ages,
    "competence": competence,
    "ceilings": ceilings,
}


FRENCH = {
    "exemption": "dérogation",
    "none": "aucune",
    "in Brittany": "en Bretagne",
    "equivalent title": "titre équivalent",
    "no limit": "sans limite",
    "age at the start": "âge au début",
    "collège completed": "collège accompli",
    "not completed": "non accompli",
    "unknown": "inconnu",
    "eve of 15": "veille de 15 ans",
    "eve of 16": "veille de 16 ans",
    "employer": "employeur",
    "with diploma": "avec diplôme",
    "without diploma": "sans diplôme",
    "private": "privé",
    "no branch agreement": "sans accord de branche",
    "temporary-work agency": "entreprise de travail temporaire",
    "craft firm": "artisan",
    "not covered": "non couvert",
    "brevet only": "brevet seul",
    "already there": "déjà suivis",
    "regular joins": "un apprenti de plus",
    "prolonged joins": "un prolongé de plus",
    "nobody": "personne",
    "regular": "ordinaire",
    "prolonged": "prolongé",
    "yes": "oui",
    "no": "non",
    **{each.value: each.label for each in (*AgeExemption, *Outcome)},
}
"""The words of the cells in French; numbers and days stay."""


def in_french(made: str) -> str:
    """A table with its words in French."""
    return "\n".join(
        "|".join(
            ", ".join(FRENCH.get(word.strip(), word.strip()) for word in cell.split(", ")).join(
                "  "
            )
            if cell.strip()
            else cell
            for cell in line.split("|")
        )
        for line in made.splitlines()
    )


@cache
def made(name: str) -> str:
    """A table, in English."""
    return TABLES[name]()


def filled(page: str, language: str) -> str:
    """The page with every table as the rules now give it."""
    for name in TABLES:
        told = made(name) if language == "en" else in_french(made(name))
        head, opening, rest = page.partition(f"<!-- table: {name} -->\n")
        _, closing, tail = rest.partition("\n<!-- end -->")
        page = f"{head}{opening}\n{told}\n{closing}{tail}"
    return page


if __name__ == "__main__":
    if "--write" in sys.argv:
        for language, path in PAGES.items():
            page = filled(path.read_text("utf-8"), language)
            path.write_text(page, "utf-8")
    else:
        for title in TABLES:
            print(f"{title}\n\n{made(title)}\n")
