"""Which notice of the Cerfa knows which code, and under which name.

The enumerations of `facts.codes` hold every code ever printed. Here stand the
differences: what a notice adds, renames and withdraws, and what replaces a
code withdrawn. A code without an entry is in every notice from #06 on.
"""

from typing import NamedTuple, TypeVar

from apprentissage._arguments import check_arguments
from apprentissage._labelled import Labelled
from apprentissage.facts.codes import ContractType, Diploma, EmployerType
from apprentissage.law.notices import Notice
from apprentissage.law.sources import Caveat

Code = TypeVar("Code", bound=Labelled)

_ADDED: dict[Labelled, Notice] = {
    EmployerType.INDUSTRIAL_COMMERCIAL_PUBLIC_BODY: Notice.N07,
    Diploma.BUT: Notice.N07,
    ContractType.TRAINING_SITE: Notice.N08,
    Diploma.ENGINEERING_DEGREE: Notice.N09,
    Diploma.BUSINESS_SCHOOL: Notice.N09,
    Diploma.PROFESSIONAL_SPECIALISATION: Notice.N09,
}
"""The first notice that lists a code."""

_WITHDRAWN: dict[Labelled, Notice] = {
    Diploma.PROFESSIONAL_MASTER: Notice.N09,
    Diploma.RESEARCH_MASTER: Notice.N09,
    Diploma.ENGINEER_OR_BUSINESS_SCHOOL: Notice.N09,
    Diploma.FIRST_YEAR_OF_MASTER: Notice.N09,
}
"""The first notice that lists a code no more."""

_REPLACED: dict[Labelled, tuple[Labelled, ...]] = {
    Diploma.PROFESSIONAL_MASTER: (Diploma.MASTER,),
    Diploma.RESEARCH_MASTER: (Diploma.MASTER,),
    Diploma.ENGINEER_OR_BUSINESS_SCHOOL: (Diploma.ENGINEERING_DEGREE, Diploma.BUSINESS_SCHOOL),
    # No notice says it: what remains of the bac + 3 and 4 goes with others.
    Diploma.FIRST_YEAR_OF_MASTER: (Diploma.OTHER_BAC_3_4,),
}

_RENAMED: dict[Labelled, tuple[tuple[Notice, str], ...]] = {
    ContractType.DIPLOMA: (
        (Notice.N06, "modification du diplôme préparé par l'apprenti"),
        (Notice.N09, "diplôme supplémentaire préparé par l'apprenti (art. L. 6222-22-1)"),
    ),
    Diploma.SPECIALISATION_CERTIFICATE: (
        (Notice.N06, "mention complémentaire"),
        (Notice.N09, "certificat de spécialisation"),
    ),
    Diploma.MASTER: ((Notice.N06, "master indifférencié"), (Notice.N09, "master")),
}
"""Names of a code, each from a notice on."""

UNVERIFIED_CODE = Caveat(
    "UNVERIFIED_CODE",
    "La liste des diplômes de la notice 51649#08 n'a pas été vérifiée : les "
    "codes de la notice #09 y figuraient peut-être déjà.",
)

CODE_38_EARLIER = Caveat(
    "CODE_38_EARLIER",
    "La notice #07 n'imprime pas le code 38 ; le téléservice de l'État le "
    "propose depuis mars 2024.",
)

OLDER_FORM = Caveat(
    "OLDER_FORM",
    "Un formulaire plus ancien a pu rester accepté quelque temps après la parution du nouveau.",
)

_IN_DOUBT: dict[Notice, dict[Labelled, Caveat]] = {
    Notice.N07: {ContractType.TRAINING_SITE: CODE_38_EARLIER},
    Notice.N08: dict.fromkeys(
        (
            *_WITHDRAWN,
            Diploma.ENGINEERING_DEGREE,
            Diploma.BUSINESS_SCHOOL,
            Diploma.PROFESSIONAL_SPECIALISATION,
        ),
        UNVERIFIED_CODE,
    ),
}
"""Codes that may or may not go with a notice, and why."""


class Changes(NamedTuple):
    """What a notice changed in the lists of the one before.

    Attributes:
        added: Codes new in it.
        renamed: Codes whose name changes.
        withdrawn: Codes that it lists no more.
    """

    added: tuple[Labelled, ...]
    renamed: tuple[Labelled, ...]
    withdrawn: tuple[Labelled, ...]


def is_listed(code: Labelled, notice: Notice) -> bool | None:
    """Whether a notice lists a code; None where it was not verified.

    Args:
        code: A code of the form.
        notice: The notice.

    Source: notices 51649#06 to #09.

    >>> is_listed(Diploma.PROFESSIONAL_MASTER, Notice.N07)
    True
    >>> is_listed(Diploma.PROFESSIONAL_MASTER, Notice.N09)
    False
    >>> is_listed(Diploma.PROFESSIONAL_MASTER, Notice.N08) is None
    True
    """
    check_arguments(is_listed, locals())
    return listed_in(code, notice)


def listed_in(code: Labelled, notice: Notice) -> bool | None:
    """The same as `is_listed`, unchecked."""
    if code in _IN_DOUBT.get(notice, {}):
        return None
    if notice < _ADDED.get(code, Notice.N06):
        return False
    withdrawn = _WITHDRAWN.get(code)
    return withdrawn is None or notice < withdrawn


def doubt_about(code: Labelled, notice: Notice) -> Caveat | None:
    """Why a notice may not list a code after all; None where nothing is in doubt.

    >>> doubt_about(ContractType.TRAINING_SITE, Notice.N07).name
    'CODE_38_EARLIER'
    """
    check_arguments(doubt_about, locals())
    return doubt_of(code, notice)


def doubt_of(code: Labelled, notice: Notice) -> Caveat | None:
    """The same as `doubt_about`, unchecked."""
    return _IN_DOUBT.get(notice, {}).get(code)


def codes_of(kind: type[Code], notice: Notice) -> tuple[Code, ...]:
    """A list of the form, as a notice has it.

    Args:
        kind: The enumeration of the list.
        notice: The notice.

    Returns:
        The codes that it lists, and those that it may list.

    >>> [code.value for code in codes_of(EmployerType, Notice.N06)][-1]
    '29'
    """
    check_arguments(codes_of, locals())
    return tuple(c for c in kind if listed_in(c, notice) is not False)


def label_in(notice: Notice, code: Labelled) -> str:
    """The name of a code in a notice.

    >>> label_in(Notice.N07, Diploma.SPECIALISATION_CERTIFICATE)
    'mention complémentaire'
    >>> label_in(Notice.N09, Diploma.SPECIALISATION_CERTIFICATE)
    'certificat de spécialisation'
    """
    check_arguments(label_in, locals())
    label = code.label
    for since, name in _RENAMED.get(code, ()):
        if since <= notice:
            label = name
    return label


def labels_of(code: Labelled) -> tuple[str, ...]:
    """All names that a code has had, its usual one first.

    >>> labels_of(Diploma.MASTER)
    ('master', 'master indifférencié')
    """
    check_arguments(labels_of, locals())
    names = (name for _, name in _RENAMED.get(code, ()))
    return tuple(dict.fromkeys((code.label, *names)))


def replacements(code: Labelled) -> tuple[Labelled, ...]:
    """What to write for a code that a notice withdrew; () for the others.

    >>> [c.value for c in replacements(Diploma.ENGINEER_OR_BUSINESS_SCHOOL)]
    ['75', '76']
    """
    check_arguments(replacements, locals())
    return _REPLACED.get(code, ())


def equivalents(code: Code, notice: Notice) -> tuple[Code, ...]:
    """What a notice writes for a code of any notice.

    Args:
        code: The code.
        notice: The notice.

    Returns:
        The code itself where the notice lists it, or may list it; else what
        replaced it, or what it replaced later; () where there is none.

    >>> equivalents(Diploma.ENGINEERING_DEGREE, Notice.N07)[0].value
    '74'
    >>> equivalents(Diploma.PROFESSIONAL_MASTER, Notice.N09)[0].value
    '73'
    >>> equivalents(Diploma.PROFESSIONAL_SPECIALISATION, Notice.N07)
    ()
    """
    check_arguments(equivalents, locals())
    if listed_in(code, notice) is not False:
        return (code,)
    return tuple(
        other
        for other in codes_of(type(code), notice)
        if other in replacements(code) or code in replacements(other)
    )


def changes_of(notice: Notice) -> Changes:
    """What a notice adds, renames and withdraws.

    >>> [code.value for code in changes_of(Notice.N07).added]
    ['30', '64']
    """
    check_arguments(changes_of, locals())
    return Changes(
        added=tuple(c for c, since in _ADDED.items() if since is notice),
        renamed=tuple(
            code
            for code, names in _RENAMED.items()
            if any(since is notice for since, _ in names[1:])
        ),
        withdrawn=tuple(c for c, by in _WITHDRAWN.items() if by is notice),
    )
