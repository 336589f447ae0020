"""The facts to ask for: who can tell each, and which rules wait for it."""

from collections.abc import Iterable, Mapping

from apprentissage._text import element, enumeration, plural
from apprentissage.facts.names import french_names
from apprentissage.reviewing import Review
from apprentissage.views._findings import Told, anchor
from apprentissage.views._parts import Body, Column, grid, text

APPRENTICE, EMPLOYER, CFA, OPCO = ("à l'apprenti", "à l'employeur", "au CFA", "à l'OPCO")
"""Of whom facts are asked."""

TELLERS: Mapping[str, str] = {
    "": EMPLOYER,
    "age_exemption": APPRENTICE,
    "annual_funding": OPCO,
    "apprentice": APPRENTICE,
    "cfa_stamped": CFA,
    "deposit_number": OPCO,
    "director_authorisation": CFA,
    "duration_ground": CFA,
    "file": OPCO,
    "file.avenants": EMPLOYER,
    "file.excluded_on": CFA,
    "file.filed_on": EMPLOYER,
    "file.months_without_pay": EMPLOYER,
    "file.practical_days": EMPLOYER,
    "file.practical_days_until": EMPLOYER,
    "file.rupture": EMPLOYER,
    "file.wanted_end_on": APPRENTICE,
    "mobilities": CFA,
    "opco_number": OPCO,
    "previous": APPRENTICE,
    "resumes_after_rupture": APPRENTICE,
    "training": CFA,
    "training.company_cfa": EMPLOYER,
    "training.internal_cfa": EMPLOYER,
    "tripartite_agreement": CFA,
}
"""Who can tell a fact, by the longest of these paths that leads to it.

The contract is the employer's to write: what is not listed is asked of him.
"""

_COLUMNS = (Column("information", "term"), Column("règles qui l'attendent"))
_CAPTION = "Les faits que le contrat ne donne pas et qui décident."


def teller(path: str) -> str:
    """Of whom a fact is asked, in French.

    >>> teller("previous[0].level"), teller("maitres[1].born_on")
    ("à l'apprenti", "à l'employeur")
    """
    steps = [step.partition("[")[0] for step in path.split(".")]
    while ".".join(steps) not in TELLERS:
        steps.pop()
    return TELLERS[".".join(steps)]


def asked(paths: Iterable[str]) -> dict[str, list[str]]:
    """Facts by those of whom they are asked, in the order of the form."""
    found: dict[str, list[str]] = {whom: [] for whom in (APPRENTICE, EMPLOYER, CFA, OPCO)}
    for path in paths:
        found[teller(path)].append(path)
    return {whom: each for whom, each in found.items() if each}


def counted(paths: Iterable[str]) -> str:
    """How many facts are asked of each.

    >>> counted(["previous", "training.level", "training.hours"])
    "1 à l'apprenti et 2 au CFA"
    """
    return enumeration(f"{len(each)} {whom}" for whom, each in asked(paths).items())


def missing_facts(review: Review, findings: Told) -> str:
    """The facts to ask for, by who can tell them, and the rules that wait.

    Those of the law come before those of codes and numbers alone.

    Args:
        review: The review.
        findings: Its findings.
    """
    names = dict(zip(review.missing, french_names(review.missing), strict=True))
    waiting: dict[str, list[str]] = {path: [] for path in names}
    lawful: set[str] = set()
    for finding in review.findings:
        if not findings.of_the_form(finding):
            lawful.update(finding.missing)
        link = element("a", text(finding.subject), href=f"#{anchor(finding)}")
        for path in finding.missing:
            waiting[path].append(link)
    bodies = [
        Body(
            [
                (text(names[path]), "\u202f; ".join(waiting[path]))
                for path in sorted(paths, key=lambda path: path not in lawful)
            ],
            text(f"À demander {whom} ({plural(len(paths), 'information')})"),
        )
        for whom, paths in asked(names).items()
    ]
    return grid(_COLUMNS, bodies, caption=_CAPTION)
