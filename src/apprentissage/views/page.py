"""A review as one HTML page: nothing to fetch, nothing to run."""

from collections.abc import Iterator
from datetime import date

from apprentissage._arguments import check_arguments
from apprentissage._labelled import Labelled
from apprentissage._text import (
    duration,
    element,
    escape,
    french_date,
    typeset,
)
from apprentissage.catalogue import RULES
from apprentissage.facts import Apprentice, Avenant, Contract
from apprentissage.judging import Rule
from apprentissage.reviewing import Review, agenda
from apprentissage.views._dates import agenda_table, undated_list
from apprentissage.views._findings import (
    MISSING,
    findings,
    missing_facts,
    verdict,
)
from apprentissage.views._footing import footing, stale_marks
from apprentissage.views._listing import timeline_figure
from apprentissage.views._pay import pay_of
from apprentissage.views._remuneration import pay_section
from apprentissage.views._story import missed_days, story_of
from apprentissage.views._style import PAGE_STYLE

_TITLE = "Revue du contrat d'apprentissage"
_AVENANT_TITLE = "Revue d'un avenant au contrat d'apprentissage"


def page(review: Review, rules: tuple[Rule, ...] = RULES) -> str:
    """A review as a self-contained HTML page in French.

    Parties, dates and verdict; the timeline; the findings, worst first,
    each with its articles; the facts to ask for; the pay lines as the
    Cerfa asks for them; the agenda; what it all rests on. Pay lines and
    agenda are computed from the contract and the readings of the review.
    Of a form that writes an avenant, its type and its own days come first.

    Args:
        review: What all rules found.
        rules: The rules applied, for their articles and dates.

    Returns:
        A whole document, to be written as UTF-8. It names no resource of a
        network, runs no script, and escapes every value.

    >>> from datetime import date
    >>> from apprentissage.reviewing import review
    >>> written = page(review(Contract(
    ...     concluded_on=date(2026, 8, 31),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2028, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ... )))
    >>> "art.\\xa0L.\\xa06222-1" in written
    True
    """
    check_arguments(page, locals())
    contract, readings = review.contract, review.readings
    title = _AVENANT_TITLE if contract.writes_avenant else _TITLE
    dates = agenda(contract, readings, rules)
    pay = pay_of(contract, readings)
    story = story_of(contract, readings, dates, pay, missed_days(review))
    head = (
        element("h1", title)
        + element("p", _parties(contract), class_="parties")
        + verdict(review)
        + stale_marks(review, pay)
        + element("dl", "".join(_facts(contract)), class_="facts")
    )
    sections = [
        ("frise", "Le contrat dans le temps", timeline_figure(story)),
        ("constats", "Constats", findings(review, rules)),
        (
            "manques",
            MISSING,
            missing_facts(review) if review.missing else "",
        ),
        ("paie", "Rémunération minimale", pay_section(pay, contract)),
        ("agenda", "Agenda", agenda_table(dates) + undated_list(dates)),
    ]
    main = "".join(_section(*each) for each in sections if each[2])
    foot = _section("fondements", "Fondements", footing(review))
    return _document(
        f"{title}, {_name(contract.apprentice)}",
        element("header", head)
        + element("main", main)
        + element("footer", foot),
    )


def _document(title: str, body: str) -> str:
    head = (
        '<meta charset="utf-8"/>'
        '<meta name="viewport" content="width=device-width,initial-scale=1"/>'
        '<meta name="color-scheme" content="light dark"/>'
        + element("title", escape(title))
        + element("style", PAGE_STYLE)
    )
    whole = element(
        "html",
        element("head", head) + element("body", body),
        lang="fr",
    )
    return f"<!DOCTYPE html>\n{whole}\n"


def _section(name: str, title: str, content: str) -> str:
    heading = element("h2", escape(title), id=f"{name}-titre")
    return element(
        "section", heading + content, id=name, aria_labelledby=f"{name}-titre"
    )


def _name(apprentice: Apprentice) -> str:
    family = apprentice.used_name or apprentice.family_name
    names = [name for name in (apprentice.first_name, family) if name]
    return " ".join(names) or "apprenti non nommé"


def _parties(contract: Contract) -> str:
    employer = contract.employer.name or "employeur non nommé"
    return " et ".join(
        element("bdi", escape(name))
        for name in (_name(contract.apprentice), employer)
    )


def _label(member: Labelled | None) -> str | None:
    return None if member is None else member.label


def _avenant(contract: Contract) -> Iterator[tuple[str, str | None]]:
    """What the form tells of the avenant that it writes: its own days."""
    avenant = contract.avenant or Avenant()
    yield "Formulaire", _kind(contract)
    yield "Avenant conclu le", _day(avenant.concluded_on)
    yield "Prise d'effet de l'avenant", _day(avenant.effective_on)
    yield "Numéro du contrat modifié", contract.previous_number


def _kind(contract: Contract) -> str:
    kind = contract.kind
    if kind is None or not kind.avenant:
        return "avenant"
    return typeset(f"avenant {kind.value} : {kind.label}")


def _day(day: date | None) -> str:
    return "à compléter" if day is None else french_date(day)


def _facts(contract: Contract) -> Iterator[str]:
    training, employer = contract.training, contract.employer
    cfa = training.cfa
    avenant = contract.writes_avenant
    told: tuple[tuple[str, str | None], ...] = (
        *(_avenant(contract) if avenant else ()),
        (
            "Contrat conclu le" if avenant else "Conclu le",
            french_date(contract.concluded_on),
        ),
        (
            "Contrat exécuté" if avenant else "Exécuté",
            f"du {french_date(contract.starts_on)} "
            f"au {french_date(contract.ends_on)}"
            f" ({duration(contract.starts_on, contract.ends_on)})",
        ),
        ("Apprenti né le", french_date(contract.apprentice.born_on)),
        (
            "Diplôme ou titre",
            training.title or _label(training.diploma),
        ),
        ("CFA", None if cfa is None else cfa.name),
        ("SIRET de l'employeur", employer.siret),
        ("Lieu d'exécution", _label(employer.territory)),
        ("Numéro de dépôt", contract.deposit_number),
    )
    for term, value in told:
        if value is not None:
            yield element(
                "div",
                element("dt", escape(term))
                + element("dd", element("bdi", escape(value))),
            )
