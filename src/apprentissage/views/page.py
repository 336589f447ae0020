"""A review as one HTML page: nothing to fetch, nothing to run."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from apprentissage._arguments import check_arguments
from apprentissage._labelled import Labelled
from apprentissage._text import duration, element, escape, french_date, plural
from apprentissage.age.ages import age_on
from apprentissage.catalogue import RULES
from apprentissage.errors import InvalidValue
from apprentissage.facts import Apprentice, Avenant, Contract
from apprentissage.judging import Rule
from apprentissage.law.readings import Readings
from apprentissage.pay import PayAudit
from apprentissage.reviewing import Review, agenda
from apprentissage.views import _findings
from apprentissage.views._dates import agenda_table, undated_list
from apprentissage.views._footing import footing, stale_marks
from apprentissage.views._listing import timeline_figure
from apprentissage.views._missing import missing_facts
from apprentissage.views._parts import curly, text
from apprentissage.views._pay import pay_of
from apprentissage.views._payslips import payslips_section
from apprentissage.views._remedies import Remedy, proof, steps, taken, under_failure
from apprentissage.views._remuneration import pay_section
from apprentissage.views._story import missed_days, story_of
from apprentissage.views._style import PAGE_STYLE
from apprentissage.views._summary import glance, verdict

_TITLE = "Revue du contrat d'apprentissage"
_AVENANT_TITLE = "Revue d'un avenant au contrat d'apprentissage"


def page(
    review: Review,
    rules: tuple[Rule, ...] = RULES,
    *,
    on: date | None = None,
    remedies: Iterable[Remedy] = (),
    unfolded: bool = False,
    payslips: PayAudit | None = None,
    claimed_on: date | None = None,
) -> str:
    """A review as a self-contained HTML page in French.

    First, on one screen or sheet: verdict, each failure with its remedy,
    the least pay and its next rise, the next days, how many facts to ask of
    whom. Then the failures with their articles, the facts to ask for, what
    is still due, the pay lines as the Cerfa asks for them, the contract in
    time, what holds; folded, the agenda with its texts and what does not
    apply. Pay lines and agenda are computed from the contract and the
    readings of the review. Of a form that writes an avenant, its type and
    its own days come first.

    Args:
        review: What all rules found.
        rules: The rules applied, for their articles and dates.
        on: The day on which it is read: the pay is that of this day, the
            next days follow it. Where None, the conclusion, and for the pay
            the start.
        remedies: What to do about the review, as
            `apprentissage.reviewing.remedies` tells it: the shortest list at
            the top, every way or the reason of none under each failure. It
            is not computed here, for it reviews again. Items of one's own
            have the name of a `rule` and a French `sentence`; none is shown
            of rules that do not fail.
        unfolded: What a reader could unfold is unfolded, and so printed.
        payslips: What was paid against what was due, of the same contract;
            its months and its arrears then follow the pay lines.
        claimed_on: The day for which it is told what may still be claimed.

    Returns:
        A whole document, to be written as UTF-8. It names no resource of a
        network, runs no script, and escapes every value.

    Raises:
        InvalidValue: For payslips of another contract, remedies of another
            review.

    >>> from datetime import date
    >>> from apprentissage.reviewing import review
    >>> written = page(review(Contract(
    ...     concluded_on=date(2026, 8, 31),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2028, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ... )))
    >>> ">L.\\xa06222-1</" in written
    True
    """
    check_arguments(page, locals())
    what_to_do = taken(remedies, review)
    contract, readings = review.contract, review.readings
    if payslips is not None and payslips.schedule.contract != contract:
        raise InvalidValue("payslips", payslips, "write the audit of the contract reviewed")
    title = _AVENANT_TITLE if contract.writes_avenant else _TITLE
    dates = agenda(contract, readings, rules)
    pay = pay_of(contract, readings)
    story = story_of(contract, readings, dates, pay, missed_days(review))
    findings = _findings.told(review, rules, unfolded=unfolded)
    sections = [
        (
            "non-conformites",
            "À corriger",
            _findings.failures(findings, partial(under_failure, what_to_do)),
        ),
        (
            "manques",
            "Informations à demander",
            (missing_facts(review, findings) if review.missing else "")
            + _findings.waiting(findings),
        ),
        ("rappels", "À retenir", _findings.reminders(findings)),
        ("paie", "Rémunération minimale", pay_section(pay, contract)),
        (
            "bulletins",
            "Bulletins de paie",
            "" if payslips is None else payslips_section(payslips, claimed_on),
        ),
        (
            "frise",
            "Le contrat dans le temps",
            timeline_figure(story) + undated_list(dates) + agenda_table(dates, opened=unfolded),
        ),
        ("respectees", "Règles respectées", _findings.respected(findings)),
        ("sans-objet", "Règles sans objet", _findings.aside(findings)),
        ("fondements", "Fondements", footing(review, opened=unfolded)),
    ]
    told = [each for each in sections if each[2]]
    head = (
        element("h1", text(title))
        + element("p", _parties(contract), class_="parties")
        + verdict(review, findings, steps(what_to_do), proof(what_to_do))
        + glance(review, pay, dates, on)
        + stale_marks(review, pay)
        + element("dl", "".join(_facts(contract, readings)), class_="facts")
        + _contents((name, heading) for name, heading, _ in told)
    )
    *main, foot = [_section(*each) for each in told]
    return _document(
        f"{curly(title)}, {_name(contract.apprentice)}",
        element("header", head) + element("main", "".join(main)) + element("footer", foot),
    )


def _contents(sections: Iterable[tuple[str, str]]) -> str:
    """Links to the sections."""
    links = [
        element("li", element("a", text(heading), href=f"#{name}")) for name, heading in sections
    ]
    return element("nav", element("ul", "".join(links)), aria_label="Sommaire")


def _document(title: str, body: str) -> str:
    head = (
        '<meta charset="utf-8"/>'
        '<meta name="viewport" content="width=device-width,initial-scale=1"/>'
        '<meta name="color-scheme" content="light dark"/>'
        + element("title", escape(title))
        + element("style", PAGE_STYLE)
    )
    whole = element("html", element("head", head) + element("body", body), lang="fr")
    return f"<!DOCTYPE html>\n{whole}\n"


def _section(name: str, title: str, content: str) -> str:
    heading = element("h2", text(title), id=f"{name}-titre")
    return element("section", heading + content, id=name, aria_labelledby=f"{name}-titre")


def _name(apprentice: Apprentice) -> str:
    family = apprentice.used_name or apprentice.family_name
    names = [name for name in (apprentice.first_name, family) if name]
    return " ".join(names) or "apprenti non nommé"


def _parties(contract: Contract) -> str:
    employer = contract.employer.name or "employeur non nommé"
    return " et ".join(
        element("bdi", escape(name)) for name in (_name(contract.apprentice), employer)
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
    return f"avenant {kind.value} : {kind.label}"


def _day(day: date | None) -> str:
    return "à compléter" if day is None else french_date(day)


def _facts(contract: Contract, readings: Readings) -> Iterator[str]:
    training, employer = contract.training, contract.employer
    cfa, born_on = training.cfa, contract.apprentice.born_on
    avenant = contract.writes_avenant
    told: tuple[tuple[str, str | None], ...] = (
        *(_avenant(contract) if avenant else ()),
        ("Contrat conclu le" if avenant else "Conclu le", french_date(contract.concluded_on)),
        (
            "Contrat exécuté" if avenant else "Exécuté",
            f"du {french_date(contract.starts_on)} "
            f"au {french_date(contract.ends_on)}"
            f" ({duration(contract.starts_on, contract.ends_on)})",
        ),
        ("Apprenti né le", f"{french_date(born_on)}{_age(born_on, contract.starts_on, readings)}"),
        ("Diplôme ou titre", _label(training.diploma)),
        ("Lieu d'exécution", _label(employer.territory)),
    )
    # what the parties wrote is shown as they wrote it
    written: tuple[tuple[str, str | None], ...] = (
        ("Intitulé du diplôme", training.title),
        ("CFA", None if cfa is None else cfa.name),
        ("SIRET de l'employeur", employer.siret),
        ("Numéro de dépôt", contract.deposit_number),
    )
    for term, value in told:
        if value is not None:
            yield _fact(term, text(value))
    for term, value in written:
        if value is not None:
            yield _fact(term, element("bdi", escape(value)))


def _fact(term: str, told: str) -> str:
    return element("div", element("dt", text(term)) + element("dd", told))


def _age(born_on: date, day: date, readings: Readings) -> str:
    """The age on the first day of execution."""
    return f" ({plural(age_on(born_on, day, readings), 'an')} au début)"
