"""The French name of every fact, by its path."""

from collections.abc import Iterable

from apprentissage._arguments import check_arguments
from apprentissage._guards import check_items
from apprentissage.facts.contract import Contract
from apprentissage.facts.declared import name_in, names_of, numbered_in, ranks_in, with_ranks

FRENCH_NAMES: dict[str, str] = names_of(Contract)
"""Path without indices, and the name that a case officer uses."""

# Which facts a plain question takes the questions tell, in rooms above this
# one: a test holds this list to their signatures.
_SAME_NAMES = {
    "apprentice": (
        "business_project",
        "disability_title",
        "high_level_athlete",
        "lower_secondary_completed",
        "pre_apprenticeship_training",
        "project_requires_diploma",
        "rqth",
    ),
    "employer": ("branch_agreement", "idcc", "region", "territory", "worked_holidays"),
    "maitres": (
        "branch_conditions",
        "brevet_de_maitrise",
        "diploma_in_field",
        "experience",
        "experience_months",
        "excluded_months",
        "favourable_opinion",
        "field_diploma_level",
        "minimum_qualification",
    ),
    "training": (
        "certifier_minimum_hours",
        "cfa_training_starts_on",
        "cycle_ends_on",
        "cycle_starts_on",
        "cycle_years",
        "diploma",
        "entry_year",
        "hours",
        "hours_before_contract",
        "last_exam_on",
        "level",
    ),
}
ARGUMENTS: dict[str, str] = {
    "employer_type": "employer.type",
    "specific_employer": "employer.specific",
    "maitre_born_on": "maitres.born_on",
    "maitre_diploma_level": "maitres.diploma_level",
    "maitre_firm": "maitres.firm",
    **{name: f"{holder}.{name}" for holder, names in _SAME_NAMES.items() for name in names},
}
"""The arguments by which a plain question takes a fact, and its path; other
arguments have the name of a fact of the contract itself."""


def french_name(path: str) -> str:
    """The French name of a fact.

    Args:
        path: Absolute path, such as `previous[0].level`.

    Returns:
        The name, without its article; the path itself where it names no
        fact. That of an argument too, such as `rqth`.

    >>> french_name("maitres[1].born_on")
    "date de naissance du maître d'apprentissage"
    """
    return name_in(FRENCH_NAMES, _in_contract(path))


def french_names(paths: Iterable[str]) -> tuple[str, ...]:
    """The French names of several facts, numbered where they are alike.

    Args:
        paths: Absolute paths.

    Returns:
        A name for each, in their order; facts of the same name, such as
        those of two maîtres, with the ranks that tell them apart, from 1.

    >>> french_names(["maitres[0].status", "maitres[1].status"])[1]
    "lien du maître d'apprentissage avec l'entreprise, n° 2"
    >>> french_names(["maitres[1].status", "apprentice.rqth"])[0]
    "lien du maître d'apprentissage avec l'entreprise"
    >>> french_names(f"maitres[0].experience[{n}].kind" for n in (0, 1))[1]
    "nature de la période d'activité, n° 2"
    """
    listed = [*map(_in_contract, check_items("paths", paths, str))]
    names = [name_in(FRENCH_NAMES, path) for path in listed]
    alike: dict[str, list[tuple[int, ...]]] = {}
    for name, path in zip(names, listed, strict=True):
        alike.setdefault(name, []).append(ranks_in(path))
    if len(alike) == len(names):  # mostly no two are alike
        return tuple(names)
    return tuple(
        with_ranks(name, _telling(ranks_in(path), alike[name]))
        for name, path in zip(names, listed, strict=True)
    )


def _telling(ranks: tuple[int, ...], alike: list[tuple[int, ...]]) -> tuple[int, ...]:
    """The ranks that are not those of all facts of the same name."""
    return tuple(
        rank
        for at, rank in enumerate(ranks)
        if any(each[at : at + 1] != (rank,) for each in alike)
    )


def numbered_name(path: str) -> str:
    """The French name of a fact, with the ranks in its path, from 1.

    >>> numbered_name("previous[1].level")
    'niveau du diplôme obtenu au contrat précédent, n° 2'
    """
    check_arguments(numbered_name, locals())
    return numbered_in(FRENCH_NAMES, _in_contract(path))


def argument_of(path: str) -> str:
    """The argument by which a plain question takes a fact.

    Args:
        path: Absolute path; that of a maître is the first one's.

    Returns:
        The argument, and what follows it in the path.

    >>> argument_of("apprentice.rqth"), argument_of("previous[0].level")
    ('rqth', 'previous[0].level')
    >>> argument_of("maitres[0].experience[1].kind")
    'experience[1].kind'
    """
    check_arguments(argument_of, locals())
    of_one = path.replace("maitres[0]", "maitres")
    for argument, fact in ARGUMENTS.items():
        name, rest = of_one[: len(fact)], of_one[len(fact) :]
        if name == fact and rest[:1] in {"", ".", "["}:
            return f"{argument}{rest}"
    return path


def _in_contract(path: str) -> str:
    """The path of a fact, where it is told as an argument."""
    argument = path.partition(".")[0].partition("[")[0]
    fact = ARGUMENTS.get(argument)
    return path if fact is None else f"{fact}{path[len(argument) :]}"
