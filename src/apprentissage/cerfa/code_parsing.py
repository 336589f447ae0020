"""Codes of the form out of what people write: a code, a name, both."""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from typing import TypeVar
from unicodedata import combining, normalize

from apprentissage._arguments import check_arguments
from apprentissage._labelled import Labelled
from apprentissage.cerfa.code_lists import equivalents, labels_of, listed_in
from apprentissage.errors import InvalidValue, WrongType
from apprentissage.facts.codes import ContractMode, Diploma, Sex, SpecificEmployer
from apprentissage.law.notices import Notice

Code = TypeVar("Code", bound=Labelled)

_NEAR_MISSES = 3
_LIKENESS = 0.5
_LONGEST = 200

_USUAL: dict[Labelled, tuple[str, ...]] = {
    ContractMode.LIMITED_TERM: ("durée limitée", "CDL"),
    ContractMode.OPEN_ENDED: ("CDI", "durée indéterminée"),
    SpecificEmployer.NONE: ("aucun",),
    SpecificEmployer.TEMPORARY_WORK_AGENCY: ("ETT",),
    SpecificEmployer.ASCENDANT: ("apprentissage familial", "ascendant"),
    Sex.MALE: ("homme",),
    Sex.FEMALE: ("femme",),
    Diploma.BUT: ("BUT",),
    Diploma.BTS: ("BTS",),
    Diploma.DUT: ("DUT",),
    Diploma.BAC_PRO: ("bac pro",),
    Diploma.BAC_GENERAL: ("bac général",),
    Diploma.BAC_TECHNO: ("bac techno", "bac technologique"),
    Diploma.CAP: ("CAP",),
    Diploma.BEP: ("BEP",),
    Diploma.DNB: ("DNB", "brevet des collèges"),
    Diploma.CFG: ("CFG",),
    Diploma.NO_DIPLOMA: ("aucun diplôme",),
}
"""Short names in daily use, beside those of the notices."""


def bare(text: str) -> str:
    """A text without case, accents, spaces, hyphens and punctuation.

    >>> bare("Bac-Pro (Général)") == bare("bac pro general")
    True
    """
    check_arguments(bare, locals())
    opened = text.casefold().replace("œ", "oe").replace("æ", "ae")
    return "".join(
        letter
        for letter in normalize("NFKD", opened)
        if letter.isalnum() and not combining(letter)
    )


@cache
def _spellings(kind: type[Labelled]) -> Mapping[str, Labelled]:
    spelt: dict[str, Labelled] = {}
    for code in kind:
        names = (*labels_of(code), *_USUAL.get(code, ()))
        spelt[bare(code.value)] = code
        for name in names:
            spelt[bare(name)] = code
            spelt[bare(code.value + name)] = code
    return spelt


def _named(code: Labelled) -> str:
    return f"{code.value} ({code.label})"


def _remedy(kind: type[Labelled], written: str) -> str:
    spelt = _spellings(kind)
    near = get_close_matches(bare(written)[:_LONGEST], spelt, n=len(spelt), cutoff=_LIKENESS)
    codes = list(dict.fromkeys(spelt[name] for name in near))[:_NEAR_MISSES]
    if not codes:
        listed = ", ".join(code.value for code in kind)
        return f"write a code of the list ({listed}) or its name"
    return f"did you mean {', '.join(map(_named, codes))}?"


def parse_code(
    kind: type[Code], written: str, *, path: str = "code", notice: Notice | None = None
) -> Code:
    """A code out of a code, a name of any notice, or both together.

    Case, accents, spaces, hyphens and punctuation do not matter.

    Args:
        kind: The enumeration of the list.
        written: What is written.
        path: The field, for the error.
        notice: Where given, a code that it does not list is refused.

    Returns:
        The code.

    Raises:
        WrongType: If it is not a text: a number has lost its zeros.
        InvalidValue: For the rest, with at most three codes that come near,
            or with what replaces a code withdrawn.

    Source: notices 51649#06 to #09.

    >>> parse_code(Diploma, "BREVET de technicien superieur").value
    '54'
    >>> parse_code(Diploma, "71 - Master professionnel, DESS").name
    'PROFESSIONAL_MASTER'
    >>> parse_code(Diploma, "71", notice=Notice.N09)
    Traceback (most recent call last):
      ...
    apprentissage.errors.InvalidValue: code: got '71' (str); notice \
51649#09 does not list it, write 73 (master)
    >>> parse_code(Diploma, "licence generalle")
    Traceback (most recent call last):
      ...
    apprentissage.errors.InvalidValue: code: got 'licence generalle' (str); \
did you mean 63 (licence générale), 62 (licence professionnelle), \
42 (baccalauréat général)?
    """
    if not isinstance(written, str):
        raise WrongType(path, written, 'write a str, such as "11"')
    check_arguments(parse_code, locals())
    code = _spellings(kind).get(bare(written))
    if not isinstance(code, kind):
        raise InvalidValue(path, written, _remedy(kind, written))
    if notice is not None and listed_in(code, notice) is False:
        instead = " or ".join(map(_named, equivalents(code, notice)))
        raise InvalidValue(
            path,
            written,
            f"{notice.source.reference} does not list it, "
            f"write {instead or 'a code that it lists'}",
        )
    return code
