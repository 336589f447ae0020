"""The numbers of the form are well formed and agree with one another."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from apprentissage._text import month_of
from apprentissage.cerfa._suggestion import named
from apprentissage.cerfa.diploma_codes import (
    CODE_LEVELS,
    CODIFICATION,
    LEVELS_OF_1969,
)
from apprentissage.cerfa.diploma_levels import DIPLOMA_LEVELS
from apprentissage.facts import Cfa, Contract, ContractType, Diploma
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.facts.identifiers import (
    DepositNumber,
    InvalidIdentifier,
    Nir,
    parse_birth_department,
    parse_deposit_number,
    parse_diploma_code,
    parse_idcc,
    parse_naf,
    parse_nir,
    parse_rncp,
    parse_siret,
    parse_uai,
)
from apprentissage.facts.names import french_name
from apprentissage.judging import (
    Finding,
    Outcome,
    Rule,
    all_of,
    compliant,
    non_compliant,
    not_applicable,
    reminder,
    undetermined,
    whether,
)
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat

WELL_FORMED = "{number} : bien formé ({written})."
WITH_KEY = (
    "{number} : bien formé, avec sa clé ({written}) ; le formulaire n'en "
    "prend que treize caractères : {expected}."
)
SHORT_IDCC = (
    "{number} : à porter sur quatre chiffres, {expected} ({written} est lu "
    "ainsi)."
)
WRONG_WHOLE = "{number} : mal formé ({written})."
WRONG_LENGTH = (
    "{number} : mal formé, {length} caractères au lieu de {expected:ou} "
    "({written})."
)
WRONG_CHARACTER = (
    "{number} : mal formé au caractère {position}, « {character} » "
    "({written})."
)
LEVEL_AGREES = (
    "Le code du diplôme ({written}) est d'un niveau du diplôme visé : "
    "{diploma}."
)
LEVEL_DISAGREES = (
    "Le code du diplôme ({written}) est de niveau {expected:ou}, le diplôme "
    "visé de niveau {level:ou} : {diploma}."
)
NO_LEVEL = (
    "Le code du diplôme ({written}) ne commence pas par le chiffre d'un "
    "niveau."
)
LEVEL_UNTOLD = (
    "Le premier chiffre du code du diplôme ({written}) n'en dit pas le niveau."
)
ALL_WELL_FORMED = "Les numéros écrits sont bien formés."
NIR_AGREES = (
    "Le NIR et le département de naissance sont bien formés et s'accordent "
    "avec le formulaire."
)
AGREES = "{what} : le NIR et le formulaire s'accordent ({told})."
DISAGREES = "{what} : le NIR indique {expected:ou}, le formulaire {told}."
SPECIAL_MONTH = (
    "Le mois de naissance n'est pas établi dans ce NIR : il n'y a rien à "
    "comparer."
)
NO_NUMBER_YET = (
    "Aucun numéro de dépôt n'est inscrit : il vient après le dépôt."
)
NUMBERED = "{number} : bien formé ({period})."
DEPOSITED_NC = (
    "{number} : marqué NC ({period}), le contrat est déposé comme non "
    "conforme."
)
NUMBERED_NC = (
    "{number} : marqué NC ({period}), ce contrat-là a été déposé comme non "
    "conforme."
)
BEFORE_CONCLUSION = (
    "{number} : impossible, il date de {period}, avant la conclusion du "
    "contrat, le {concluded_on}."
)
FIRST_OF_ALL = (
    "Un premier contrat d'apprentissage n'appelle pas de numéro de contrat "
    "précédent."
)
FIRST_YET_NUMBERED = (
    "Un numéro de contrat précédent est inscrit ({written}), qu'un premier "
    "contrat d'apprentissage n'appelle pas."
)

_FORM = Source(SourceKind.FORM, "notice 51649 du Cerfa")
_TOOL = Source(
    SourceKind.DOCTRINE, "téléservice de l'État : numéro du contrat précédent"
)

NIR_WITH_KEY = Caveat(
    "NIR_WITH_KEY",
    "Le NIR est écrit en quinze caractères, avec sa clé ; le formulaire le "
    "demande en treize, sans la clé.",
)
IDCC_PADDED = Caveat(
    "IDCC_PADDED",
    "Le formulaire demande un code IDCC de quatre chiffres : celui qui est "
    "écrit en a moins.",
)

_Parse = Callable[[str], object]


def _opening(words: str) -> str:
    """Words as a sentence opens."""
    return f"{words[0].upper()}{words[1:]}"


def _malformed(path: str, error: InvalidIdentifier) -> Finding:
    name = french_name(path)
    written = str(error.value)
    if error.position is not None:
        return non_compliant(
            WRONG_CHARACTER,
            sources=(_FORM,),
            subject=name,
            number=_opening(name),
            written=written,
            position=error.position,
            character=written[error.position - 1],
        )
    return non_compliant(
        WRONG_WHOLE if error.length is None else WRONG_LENGTH,
        sources=(_FORM,),
        subject=name,
        number=_opening(name),
        written=written,
        length=error.length,
        expected=tuple(map(str, error.lengths)),
    )


def _formed(path: str, written: str | None, parse: _Parse) -> Finding:
    name = french_name(path)
    if written is None:
        return undetermined(path, sources=(_FORM,), subject=name)
    try:
        parse(written)
    except InvalidIdentifier as error:
        return _malformed(path, error)
    return compliant(
        WELL_FORMED,
        sources=(_FORM,),
        subject=name,
        number=_opening(name),
        written=written,
    )


def _told(
    found: Finding, template: str, expected: str, why: Caveat
) -> Finding:
    """A number well formed that the box wants otherwise."""
    return found.but(template, caveats=(why,), expected=expected)


def _idcc(written: str | None) -> Finding:
    found = _formed("employer.idcc", written, parse_idcc)
    if written is None or found.outcome is not Outcome.COMPLIANT:
        return found
    expected = parse_idcc(written)
    if expected == written.strip():
        return found
    return _told(found, SHORT_IDCC, expected, IDCC_PADDED)


def _nir(written: str | None) -> Finding:
    found = _formed("apprentice.nir", written, parse_nir)
    if written is None or found.outcome is not Outcome.COMPLIANT:
        return found
    expected = parse_nir(written).number
    if len("".join(written.split())) == len(expected):
        return found
    return _told(found, WITH_KEY, expected, NIR_WITH_KEY)


def _judge_employer(contract: Contract, _: Readings) -> Finding:
    """SIRET, NAF and IDCC of the establishment are well formed.

    Notice 51649: the establishment of execution, not the head office; IDCC
    9999 without a collective agreement, 9998 while it is negotiated.

    Args:
        contract: The facts.

    Returns:
        A part for each number.
    """
    employer = contract.employer
    return all_of(
        (
            _formed("employer.siret", employer.siret, parse_siret),
            _formed("employer.naf", employer.naf, parse_naf),
            _idcc(employer.idcc),
        ),
        holds=ALL_WELL_FORMED,
    )


def _agrees(
    subject: str, path: str, told: str | None, expected: tuple[str, ...]
) -> Finding:
    return whether(
        None if told is None else told in expected,
        path,
        holds=AGREES,
        fails=DISAGREES,
        sources=(_FORM,),
        subject=f"NIR et {subject}",
        what=_opening(subject),
        told=told,
        expected=expected,
    )


def _nir_parts(contract: Contract, nir: Nir) -> Iterator[Finding]:
    apprentice = contract.apprentice
    born_on = apprentice.born_on
    yield _agrees(
        "sexe",
        "apprentice.sex",
        apprentice.sex and apprentice.sex.label,
        (nir.sex.label,),
    )
    yield _agrees(
        "année de naissance",
        "apprentice.born_on",
        f"{born_on.year % 100:02d}",
        (nir.year,),
    )
    if nir.birth_month is None:
        yield not_applicable(
            SPECIAL_MONTH,
            sources=(_FORM,),
            subject="NIR et mois de naissance",
        )
    else:
        yield _agrees(
            "mois de naissance",
            "apprentice.born_on",
            f"{born_on.month:02d}",
            (nir.month,),
        )
    department = apprentice.birth_department
    if nir.birth_departments:
        yield _agrees(
            "département de naissance",
            "apprentice.birth_department",
            department and _canonical(department),
            nir.birth_departments,
        )


def _canonical(department: str) -> str:
    try:
        return parse_birth_department(department)
    except InvalidIdentifier:
        return department


def _judge_apprentice(contract: Contract, _: Readings) -> Finding:
    """The NIR is well formed and agrees with sex, birth and département.

    OPCO EP's sheet: « sous son format en 13 chiffres (sans la clé) »; 099 for
    a birth abroad. A number with its key is read, and told.

    Args:
        contract: The facts.

    Returns:
        A part for each number and each agreement.
    """
    apprentice = contract.apprentice
    parts = [
        _nir(apprentice.nir),
        _formed(
            "apprentice.birth_department",
            apprentice.birth_department,
            parse_birth_department,
        ),
    ]
    if apprentice.nir is not None and (parts[0].outcome is Outcome.COMPLIANT):
        parts += _nir_parts(contract, parse_nir(apprentice.nir))
    return all_of(parts, holds=NIR_AGREES)


def _centre(path: str, centre: Cfa | None) -> Iterator[Finding]:
    uai = None if centre is None else centre.uai
    siret = None if centre is None else centre.siret
    yield _formed(f"{path}.uai", uai, parse_uai)
    yield _formed(f"{path}.siret", siret, parse_siret)


def _code_and_level(
    written: str, diploma: Diploma | None
) -> Iterator[Finding]:
    """Whether the first digit of the diploma code fits the diploma."""
    about: dict[str, Any] = {
        "sources": (CODIFICATION,),
        "subject": "code et niveau du diplôme",
    }
    digit = written.strip()[:1]
    # « Le 1er chiffre représente le niveau » (ministry's codification)
    if not digit.isdecimal():
        yield non_compliant(NO_LEVEL, written=written, **about)
    elif digit not in CODE_LEVELS:
        yield not_applicable(LEVEL_UNTOLD, written=written, **about)
    elif diploma is None:
        yield undetermined("training.diploma", **about)
    elif levels := DIPLOMA_LEVELS[diploma]:
        yield whether(
            bool({*levels} & {*CODE_LEVELS[digit]}),
            holds=LEVEL_AGREES,
            fails=LEVEL_DISAGREES,
            caveats=(LEVELS_OF_1969,),
            written=written,
            diploma=named(diploma),
            level=tuple(map(str, levels)),
            expected=tuple(map(str, CODE_LEVELS[digit])),
            **about,
        )


def _judge_training(contract: Contract, _: Readings) -> Finding:
    """UAI and SIRET of the CFA, RNCP number, diploma code are well formed.

    Notice 51649, boxes 30 and 32; so are those of the main place of
    training, which is the same centre or another. The code of the diploma
    opens with its level (codification of the ministry of education).

    Args:
        contract: The facts.

    Returns:
        A part for each number, and one for the level that the code tells.
    """
    training = contract.training
    code = training.diploma_code
    parts = [
        *_centre("training.cfa", training.cfa),
        _formed("training.rncp", training.rncp, parse_rncp),
        _formed("training.diploma_code", code, parse_diploma_code),
    ]
    if code is not None and parts[-1].outcome is Outcome.COMPLIANT:
        parts += _code_and_level(code, training.diploma)
    if training.main_site is None:
        parts.append(
            undetermined(
                "training.main_site",
                sources=(_FORM,),
                subject=french_name("training.main_site"),
            )
        )
    else:
        parts += _centre("training.main_site", training.main_site)
    return all_of(parts, holds=ALL_WELL_FORMED)


def _judge_deposit(contract: Contract, _: Readings) -> Finding:
    """The deposit number, once there is one, is that of a deposit of this one.

    Notice 51649, box 36: fifteen characters, département, year, month,
    indicator, sequence. A contract is deposited once it is concluded; NC
    marks one that does not comply.

    Args:
        contract: The facts.

    Returns:
        Values `department`, `year`, `month`, `indicator`, `sequence`.
    """
    written = contract.deposit_number
    if written is None:
        return not_applicable(NO_NUMBER_YET, sources=(_FORM,))
    number, concluded_on = "Numéro de dépôt", contract.concluded_on
    try:
        found = parse_deposit_number(written, "deposit_number")
    except InvalidIdentifier as error:
        return _malformed("deposit_number", error)
    if (found.year, found.month) < (concluded_on.year, concluded_on.month):
        return non_compliant(
            BEFORE_CONCLUSION,
            concluded_on=concluded_on,
            **_numbered(found, number),
        )
    if found.non_compliant:
        return non_compliant(DEPOSITED_NC, **_numbered(found, number))
    return compliant(NUMBERED, **_numbered(found, number))


def _judge_previous(contract: Contract, _: Readings) -> Finding:
    """The number in box 18 is that of a deposit: fifteen characters.

    Box 18 of the Cerfa: « Numéro du contrat précédent ou du contrat sur
    lequel porte l'avenant », asked for types 21 to 23 and 31 to 38. It is
    the deposit number of that other contract.

    Args:
        contract: The facts.

    Returns:
        Values `department`, `year`, `month`, `indicator`, `sequence`.
    """
    kind, written = contract.kind, contract.previous_number
    if kind is None:
        return undetermined("kind", sources=(_FORM, _TOOL))
    if kind is ContractType.FIRST and written is None:
        return not_applicable(FIRST_OF_ALL, sources=(_FORM, _TOOL))
    if kind is ContractType.FIRST:
        return not_applicable(
            FIRST_YET_NUMBERED, sources=(_FORM, _TOOL), written=written
        )
    if written is None:
        return undetermined("previous_number", sources=(_FORM, _TOOL))
    return _deposited(
        "previous_number",
        written,
        "Numéro du contrat sur lequel porte l'avenant"
        if kind.avenant
        else "Numéro du contrat précédent",
    )


def _deposited(path: str, written: str, number: str) -> Finding:
    try:
        found = parse_deposit_number(written, path)
    except InvalidIdentifier as error:
        return _malformed(path, error)
    if found.non_compliant:
        # the box is right, the other contract is not: nothing holds
        return reminder(NUMBERED_NC, **_numbered(found, number))
    return compliant(NUMBERED, **_numbered(found, number))


def _numbered(found: DepositNumber, number: str) -> dict[str, Any]:
    return {
        "sources": (_FORM,),
        "number": number,
        "department": found.department,
        "year": str(found.year),
        "month": str(found.month),
        "period": month_of(date(found.year, found.month, 1)),
        "indicator": found.indicator,
        "sequence": found.sequence,
    }


EMPLOYER_NUMBERS = Rule(
    name="employer_numbers",
    title="Numéros de l'employeur",
    judge=_judge_employer,
    boxes=(3, 6),
)

APPRENTICE_NUMBERS = Rule(
    name="apprentice_numbers",
    title="NIR et département de naissance",
    judge=_judge_apprentice,
    boxes=(8, 9),
)

TRAINING_NUMBERS = Rule(
    name="training_numbers",
    title="Numéros du CFA et du diplôme",
    judge=_judge_training,
    boxes=(30, 32),
)

PREVIOUS_NUMBER = Rule(
    name="previous_number",
    title="Numéro du contrat précédent ou modifié",
    judge=_judge_previous,
    boxes=(18,),
)

DEPOSIT_NUMBER = Rule(
    name="deposit_number",
    title="Numéro de dépôt",
    judge=_judge_deposit,
    boxes=(36,),
)
