"""Revue d'un contrat d'apprentissage écrit en JSON.

Usage : python examples/review.py [NOM OU FICHIER]

NOM est celui d'un contrat de examples/, FICHIER le chemin d'un contrat à
vous ; sans argument, bac-pro-18-ans. Imprime les constats avec leurs articles,
ce qui régulariserait ceux qui ne sont pas conformes, les lignes de paie en
euros et l'agenda, et écrit la page : out/NOM.html dans
le clone, FICHIER.revue.html à côté d'un contrat à vous.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from textwrap import fill

from apprentissage import RULES
from apprentissage._text import (
    enumeration,
    euros,
    french_date,
    number,
    sentence,
    short_date,
    typeset,
)
from apprentissage.errors import NotCovered
from apprentissage.facts import Contract
from apprentissage.facts.names import french_name, french_names
from apprentissage.interchange import UnreadableContract, french_path, read_contract_text
from apprentissage.judging import UNKNOWN, Finding, Outcome, urgency
from apprentissage.judging.finding import HOLDS_FROM
from apprentissage.law import LAW_CHECKED_ON
from apprentissage.pay import PayAmounts, PaySchedule, pay_schedule
from apprentissage.reviewing import Agenda, Remedies, Review, agenda, remedies, review
from apprentissage.views import page

HERE = Path(__file__).resolve().parent
CLONE = HERE.parent
DEFAULT = "bac-pro-18-ans"


def say(text: str, indent: int = 0, following: int | None = None) -> None:
    """Print a paragraph in French, folded at the width of a terminal."""
    print(
        fill(
            typeset(text),
            78,
            initial_indent=" " * indent,
            subsequent_indent=" " * (indent if following is None else following),
            break_on_hyphens=False,
        )
    )


def heading(text: str) -> None:
    """Print a title."""
    print(f"\n{text}\n{'-' * len(text)}")


def found(name: str) -> Path:
    """The file of a specimen, or of a contract given by its path."""
    specimen = HERE / f"{name}.json"
    return specimen if specimen.exists() else Path(name)


MOST_BYTES = 4_000_000


def text_of(path: Path) -> str:
    """The text of a file in UTF-8, its byte-order mark aside."""
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        sys.exit(typeset(f"{path} : plus de 4 Mo, ce n'est pas un contrat"))
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        sys.exit(typeset(f"{path} : JSON illisible, en UTF-16 ; {SAVE_AS}"))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        sys.exit(
            typeset(
                f"{path} : JSON illisible, ligne {line}, l'octet "
                f"0x{data[error.start]:02X} n'est pas de l'UTF-8 (Latin-1 ou "
                f"Windows-1252 ?) ; {SAVE_AS}"
            )
        )


def why(error: OSError) -> str:
    """Why a file cannot be read or written."""
    match error:
        case FileNotFoundError():
            return "il n'existe pas"
        case IsADirectoryError():
            return "c'est un dossier"
        case PermissionError():
            return "l'accès en est refusé"
        case _:
            return str(error.strerror)


SAVE_AS = "enregistrez le fichier en UTF-8"


def place(path: Path) -> Path:
    """Where the page of a contract goes: `out/`, or beside one's own file."""
    if path.resolve().parent == HERE:
        return CLONE / "out" / f"{path.stem}.html"
    return path.resolve().with_suffix(".revue.html")


def tell_page(written: Path) -> None:
    """Print where the page is, and that a clone is no place for a person."""
    print(f"\n== page : {written}")
    if written.is_relative_to(CLONE) and written.parent != CLONE / "out":
        say(
            "== attention : ce dossier est celui du clone ; un contrat réel "
            "et sa page n'ont rien à y faire."
        )


def specimens() -> list[str]:
    """The names of the specimens."""
    return sorted(path.stem for path in HERE.glob("*.json"))


def uncovered(gap: NotCovered) -> str:
    """What the library does not hold, in French."""
    what = french_name(gap.what.removeprefix("contract."))
    since = gap.covered_from
    return f"« {what} » n'est pas couvert au {french_date(gap.on)}" + (
        "." if since is None else f", mais depuis le {french_date(since)}."
    )


def tell_missing(paths: Iterable[str]) -> None:
    """Print unknown facts, and where to write them."""
    listed = list(paths)
    for path, name in zip(listed, french_names(listed), strict=True):
        say(f"Il manque : {name} [{french_path(path)}]", 4)


def tell_parts(parts: Iterable[Finding], said: str) -> None:
    """Print parts, but not again a fault that the whole has said."""
    for part in parts:
        if part.sentence == said:
            say(f"– {part.subject}", 4)
        elif part.sentence.rstrip(".") not in said:
            say(f"– {part.subject} : {part.sentence}", 4)


def tell_finding(finding: Finding) -> None:
    """Print a finding: sentence, texts, what is missing, other readings."""
    failing = [
        part
        for part in finding.deciding
        if finding.outcome is Outcome.NON_COMPLIANT and part.subject
    ]
    alone = len(failing) == 1 < len(finding.parts)
    whose = f" ({failing[0].subject})" if alone else ""
    say(f"{finding.label.upper()} · {finding.subject}{whose}")
    if finding.template != UNKNOWN:
        say(finding.sentence, 4)
    if len(failing) > 1:
        tell_parts(failing, finding.sentence)
    if finding.outcome is Outcome.NON_COMPLIANT:
        reminders = [part for part in finding.parts if part.reminds]
        tell_parts(reminders, finding.sentence)
    if finding.template != UNKNOWN and "{facts}" in finding.template:
        say(f"Clés : [{'], ['.join(map(french_path, finding.missing))}]", 4)
    else:
        tell_missing(finding.missing)
    if finding.holds_from is not None:
        say(sentence(HOLDS_FROM, {"day": finding.holds_from}), 4)
    for other in finding.contested:
        say(other.sentence, 4)
    if finding.label == Outcome.NOT_APPLICABLE.label:
        return
    for caveat in finding.caveats:
        say(f"Réserve : {caveat.sentence}", 4)
    if finding.sources:
        texts = enumeration(source.reference for source in finding.sources)
        say(f"Texte : {texts}", 4)


def tell_findings(reviewed: Review) -> None:
    """Print all findings, those that fail first."""
    heading("Constats")
    ordered = sorted(reviewed, key=urgency)
    counts = Counter(finding.label for finding in ordered)
    told = ", ".join(f"{label} : {count}" for label, count in counts.items())
    say(f"Résultat : {reviewed.outcome.label} ({told}).")
    if reviewed.stale:
        say(
            "Le contrat est conclu après le dernier jour où le droit a été "
            f"vérifié, le {french_date(LAW_CHECKED_ON)}."
        )
    for finding in ordered:
        tell_finding(finding)


def tell_remedies(proposed: Remedies, reviewed: Review) -> None:
    """Print what would clear each failure, the shortest list of all, what to ask."""
    if reviewed.non_compliant:
        heading("Pour régulariser")
        tell_ways(proposed, reviewed)
    if proposed.questions:
        heading("À vérifier")
    for question in proposed.questions:
        say(f"– {question.sentence}", 0, 2)


def tell_ways(proposed: Remedies, reviewed: Review) -> None:
    """Print the remedies: those of all failures together, then of each."""
    together = proposed.together
    if len(together.changes) > 0:
        say("Liste la plus courte trouvée, vérifiée par une nouvelle revue :")
        for remedy in together:
            say(f"– {remedy.sentence}", 4, 6)
        cleared = enumeration(reviewed[rule].subject for rule in together.clears)
        say(f"Ainsi régularisé : {cleared}.")
    say("Règle par règle, au choix :")
    for finding in reviewed.non_compliant:
        say(f"{finding.subject}", 2)
        for remedy in proposed[finding.rule]:
            say(f"– {remedy.sentence}", 4, 6)
        for lost in proposed.hopeless:
            if lost.rule == finding.rule:
                say(f"– {lost.sentence}", 4, 6)


def tell_pay(schedule: PaySchedule) -> None:
    """Print the pay lines, each with its euros period by period."""
    heading("Rémunération minimale (case « rémunération » du Cerfa)")
    amounts: PayAmounts | None = None
    try:
        amounts = schedule.amounts()
        hours = number(amounts.weekly_hours)
        say(f"Montants bruts par mois, pour {hours} h par semaine.")
    except NotCovered as gap:
        say(f"Montants non calculés : {uncovered(gap)}")
    for line in schedule:
        say(
            f"{line.order} · du {short_date(line.starts_on)} "
            f"au {short_date(line.ends_on)} · {schedule.sentence(line)}",
            following=4,
        )
        for period in amounts.of(line) if amounts else ():
            say(
                f"du {short_date(period.starts_on)} "
                f"au {short_date(period.ends_on)} : "
                f"{euros(period.total_monthly)}",
                4,
            )
    for assumed in schedule.assumed:
        say(f"Faute d'information, {assumed.sentence}.")
    for other in schedule.contested():
        say(other.sentence)
    if amounts is not None and amounts.stale:
        say(
            f"Le SMIC a été vérifié jusqu'au {french_date(amounts.checked_on)}"
            " : les montants d'après suivent le dernier SMIC connu."
        )


def tell_agenda(dates: Agenda) -> None:
    """Print the dates of the contract, then those that wait."""
    heading("Agenda")
    for entry in dates:
        texts = enumeration(source.reference for source in entry.sources)
        day = short_date(entry.on)
        say(f"{day} · {entry.label} ({texts})", following=len(day) + 3)
    for waiting in dates.undated:
        say(f"Sans date · {waiting.label}", following=12)
        tell_missing(waiting.waits_for)


def tell_avenant(contract: Contract) -> None:
    """Print what the form tells of the avenant that it writes."""
    kind, avenant = contract.kind, contract.avenant
    told = [] if kind is None else [f"type {kind.value} ({kind.label})"]
    if avenant is not None and avenant.concluded_on is not None:
        told.append(f"conclu le {french_date(avenant.concluded_on)}")
    if avenant is not None and avenant.effective_on is not None:
        told.append(f"prise d'effet le {french_date(avenant.effective_on)}")
    say(f"Le formulaire porte un avenant : {', '.join(told)}.")


def tell(contract: Contract) -> tuple[Review, Remedies]:
    """Print the review of a contract, and what to do about it."""
    reviewed = review(contract)
    proposed = remedies(reviewed)
    if contract.writes_avenant:
        tell_avenant(contract)
    say(
        f"Contrat du {french_date(contract.starts_on)} au "
        f"{french_date(contract.ends_on)}, conclu le "
        f"{french_date(contract.concluded_on)} ; {len(RULES)} règles."
    )
    tell_findings(reviewed)
    tell_remedies(proposed, reviewed)
    tell_pay(pay_schedule(contract))
    tell_agenda(agenda(contract))
    return reviewed, proposed


def main(name: str = DEFAULT) -> None:
    """Review a contract by the name of a specimen or by its path."""
    path = found(name)
    if not path.exists():
        sys.exit(
            f"{name} : ni un contrat de examples/, ni un fichier.\n"
            f"Contrats : {', '.join(specimens())}"
        )
    print(f"== lecture de {path.name}", flush=True)
    try:
        contract = read_contract_text(text_of(path))
    except OSError as error:
        sys.exit(typeset(f"{path} : fichier illisible, {why(error)}"))
    except UnreadableContract as error:
        sys.exit(f"{path.name} : {error}")
    try:
        reviewed, proposed = tell(contract)
    except NotCovered as gap:
        sys.exit(typeset(f"{path.name} : {uncovered(gap)}"))
    written = place(path)
    try:
        written.parent.mkdir(exist_ok=True)
        written.write_text(page(reviewed, remedies=proposed), encoding="utf-8")
    except OSError as error:
        sys.exit(typeset(f"{written} : page non écrite, {why(error)}"))
    tell_page(written)
    print(f"== autres contrats : {', '.join(specimens())}")


if __name__ == "__main__":
    if len(sys.argv) > 2:
        sys.exit(__doc__)
    main(*sys.argv[1:])
