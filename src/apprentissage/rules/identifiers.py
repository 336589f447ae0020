"""The numbers of the form are well formed and agree with one another."""

from collections.abc import Callable, Iterator
from datetime import date

from apprentissage.facts import Cfa, Contract, ContractType
from apprentissage.facts.identifiers import (
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
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Source, SourceKind
from apprentissage.rules.finding import (
    UNKNOWN,
    Finding,
    Outcome,
    all_of,
    compliant,
    non_compliant,
    not_applicable,
    undetermined,
    whether,
)
from apprentissage.rules.rule import Rule
from apprentissage.text import month_of

__all__ = [
    "APPRENTICE_NUMBERS",
    "DEPOSIT_NUMBER",
    "EMPLOYER_NUMBERS",
    "PREVIOUS_NUMBER",
    "TRAINING_NUMBERS",
]
__dir__ = __all__.copy

WELL_FORMED = "{number} : bien formé ({written})."
WRONG_WHOLE = "{number} : mal formé ({written})."
WRONG_CHARACTER = "{number} : mal formé au caractère {position} ({written})."
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
NUMBERED = "{number} bien formé ({period})."
NUMBERED_NC = "{number} bien formé ({period}), marqué NC : non conforme."
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
_FORMED = (WELL_FORMED, WRONG_WHOLE, WRONG_CHARACTER, UNKNOWN)

_Parse = Callable[[str], object]


def _opening(words: str) -> str:
    """Words as a sentence opens."""
    return f"{words[0].upper()}{words[1:]}"


def _malformed(path: str, error: InvalidIdentifier) -> Finding:
    name = french_name(path)
    if error.position is None:
        return non_compliant(
            WRONG_WHOLE,
            sources=(_FORM,),
            subject=name,
            number=_opening(name),
            written=str(error.value),
        )
    return non_compliant(
        WRONG_CHARACTER,
        sources=(_FORM,),
        subject=name,
        number=_opening(name),
        written=str(error.value),
        position=error.position,
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
            _formed("employer.idcc", employer.idcc, parse_idcc),
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

    Notice 51649: « sous son format en 13 chiffres (sans la clé) »; 099 for
    a birth abroad.

    Args:
        contract: The facts.

    Returns:
        A part for each number and each agreement.
    """
    apprentice = contract.apprentice
    parts = [
        _formed("apprentice.nir", apprentice.nir, parse_nir),
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


def _judge_training(contract: Contract, _: Readings) -> Finding:
    """UAI and SIRET of the CFA, RNCP number, diploma code are well formed.

    Notice 51649, boxes 30 and 32; so are those of the main place of
    training, which is the same centre or another.

    Args:
        contract: The facts.

    Returns:
        A part for each number.
    """
    training = contract.training
    parts = [
        *_centre("training.cfa", training.cfa),
        _formed("training.rncp", training.rncp, parse_rncp),
        _formed(
            "training.diploma_code", training.diploma_code, parse_diploma_code
        ),
    ]
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
    """The deposit number, once there is one, has its fifteen characters.

    Notice 51649, box 36: département, year, month, indicator, sequence.

    Args:
        contract: The facts.

    Returns:
        Values `department`, `year`, `month`, `indicator`, `sequence`.
    """
    written = contract.deposit_number
    if written is None:
        return not_applicable(NO_NUMBER_YET, sources=(_FORM,))
    return _deposited("deposit_number", written, "Numéro de dépôt")


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
    return compliant(
        NUMBERED_NC if found.non_compliant else NUMBERED,
        sources=(_FORM,),
        number=number,
        department=found.department,
        year=str(found.year),
        month=str(found.month),
        period=month_of(date(found.year, found.month, 1)),
        indicator=found.indicator,
        sequence=found.sequence,
    )


EMPLOYER_NUMBERS = Rule(
    name="employer_numbers",
    title="Numéros de l'employeur",
    judge=_judge_employer,
    boxes=(3, 6),
    sentences=(*_FORMED, ALL_WELL_FORMED),
)

APPRENTICE_NUMBERS = Rule(
    name="apprentice_numbers",
    title="NIR et département de naissance",
    judge=_judge_apprentice,
    boxes=(8, 9),
    sentences=(*_FORMED, NIR_AGREES, AGREES, DISAGREES, SPECIAL_MONTH),
)

TRAINING_NUMBERS = Rule(
    name="training_numbers",
    title="Numéros du CFA et du diplôme",
    judge=_judge_training,
    boxes=(30, 32),
    sentences=(*_FORMED, ALL_WELL_FORMED),
)

PREVIOUS_NUMBER = Rule(
    name="previous_number",
    title="Numéro du contrat précédent ou modifié",
    judge=_judge_previous,
    boxes=(18,),
    sentences=(
        FIRST_OF_ALL,
        FIRST_YET_NUMBERED,
        UNKNOWN,
        NUMBERED,
        NUMBERED_NC,
        WRONG_WHOLE,
        WRONG_CHARACTER,
    ),
)

DEPOSIT_NUMBER = Rule(
    name="deposit_number",
    title="Numéro de dépôt",
    judge=_judge_deposit,
    boxes=(36,),
    sentences=(
        NO_NUMBER_YET,
        NUMBERED,
        NUMBERED_NC,
        WRONG_WHOLE,
        WRONG_CHARACTER,
    ),
)
