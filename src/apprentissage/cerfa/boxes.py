"""The boxes of the Cerfa 10103, in the order of the paper."""

from datetime import date
from operator import attrgetter

from attrs import frozen

from apprentissage._arguments import check_arguments
from apprentissage._plain import PlainValue
from apprentissage.facts import Contract
from apprentissage.facts.declared import facts_of
from apprentissage.law.dated import version
from apprentissage.law.notices import NOTICES, Notice


@frozen(kw_only=True, eq=False, repr=False)
class Box(PlainValue):
    """A box and the facts that it holds.

    Args:
        number: As OPCO EP's sheet numbers it, 1 to 36; 0 for the head.
        title: What it is for, in French.
        fields: Absolute paths of its facts; `maitres[]` for each maître.
    """

    number: int
    title: str
    fields: tuple[str, ...] = ()

    @property
    def serves(self) -> str:
        """What it serves, by OPCO EP's sheet, in French; empty untold."""
        return _SERVES.get(self.number, "")


def box_names(numbers: tuple[int, ...]) -> tuple[str, ...]:
    """The names of boxes, in the order of the paper.

    The form prints no numbers: a sentence names its boxes.

    >>> box_names((21, 20))
    ('date de conclusion', "début d'exécution")
    """
    check_arguments(box_names, locals())
    return tuple(box.title for box in BOXES if box.number in numbers)


_TITLES = {
    0: "en-tête, dossier et conservation",
    1: "mode contractuel",
    2: "employeur",
    3: "établissement d'exécution",
    4: "type d'employeur",
    5: "effectif de l'entreprise",
    6: "convention collective",
    7: "apprenti et représentant légal",
    8: "NIR",
    9: "lieu de naissance",
    10: "nationalité et régime social",
    11: "sportif de haut niveau",
    12: "travailleur handicapé",
    13: "situation avant le contrat",
    14: "projet d'entreprise",
    15: "maître d'apprentissage",
    16: "naissance du maître",
    17: "emploi et diplôme du maître",
    18: "type de contrat ou d'avenant",
    19: "type de dérogation",
    20: "date de conclusion",
    21: "début d'exécution",
    22: "début de la formation pratique",
    23: "date d'effet de l'avenant",
    24: "fin du contrat",
    25: "durée hebdomadaire du travail",
    26: "travaux dangereux",
    27: "rémunération",
    28: "avantages en nature",
    29: "CFA d'entreprise",
    30: "CFA responsable et lieu de formation",
    31: "diplôme ou titre visé",
    32: "codes du diplôme",
    33: "dates de la formation en CFA",
    34: "durée de la formation",
    35: "signatures",
    36: "numéro de dépôt",
}
"""The head, then what each box is for.

The numbers are those of the sheet, not printed on the form itself."""


def _fields(number: int) -> tuple[str, ...]:
    """The facts that a box holds, in the order of the paper."""
    held = [
        fact for fact in facts_of(Contract) if fact.place is not None and fact.place[0] == number
    ]
    return tuple(fact.path for fact in sorted(held, key=attrgetter("place")))


BOXES: tuple[Box, ...] = tuple(
    Box(number=number, title=title, fields=_fields(number)) for number, title in _TITLES.items()
)


_FUNDING = "détermination du niveau de prise en charge"
_SERVES = {
    6: f"détermination de l'OPCO, {_FUNDING}, rémunération de l'apprenti",
    11: "dérogation à la limite d'âge, contrat de quatre ans",
    12: ("dérogation à la limite d'âge, majoration possible du niveau de prise en charge"),
    13: (
        "prise en charge de la formation suivie avant le contrat, poursuite "
        "après une rupture, statut de stagiaire"
    ),
    14: "dérogation à la limite d'âge",
    17: "contrôle des qualifications du maître par l'OPCO",
    18: "situations particulières signalées à l'OPCO",
    19: "situations particulières signalées à l'OPCO",
    20: "attribution des aides financières à l'employeur",
    27: "contrôle de toutes les lignes par l'OPCO",
    **dict.fromkeys((30, 31, 32), f"{_FUNDING}, versement des aides financières à l'entreprise"),
}
"""« Champs obligatoirement renseignés au titre du traitement et du
financement, de la gestion des aides financières ou bien de la transmission à
la DGEFP » (OPCO EP's sheet): what it says of each box. Which ones go to the
DGEFP alone, it does not tell."""

# What may stay empty, and since when, is the law of the form: facts know no
# law, so that both stand here and not where a fact is declared.
OPTIONAL = frozenset(
    {
        "apprentice.used_name",
        "apprentice.legal_representative.phone",
        "benefits_in_kind",
        "in_kind",
        "deposit_number",  # given at the deposit, after the signature
        "signatures",  # the day of the last one is that of the conclusion
    }
)
"""Fields that may stay empty."""

_SINCE = {version.value: version.since for version in NOTICES.versions}
_FORM_OF_2021 = date(2021, 2, 25)  # its star is not established

ATTESTED_SINCE = version(date(2020, 4, 1), True, "R6222-3").since
"""First day on which R6222-3 asks for the first name and the attestation."""

PUBLIC_NIR_SINCE = _SINCE[Notice.N07]
"""First day of the form that asks for the NIR with a public employer too."""

FIELDS_SINCE: dict[str, date] = {
    **dict.fromkeys(
        (
            "apprentice.nir",  # with a private employer
            "apprentice.high_level_athlete",
            "training.rncp",
        ),
        _FORM_OF_2021,
    ),
    **dict.fromkeys(
        (
            "apprentice.legal_representative.email",
            "apprentice.business_project",
            "maitres[].job",
            "maitres[].email",
            "maitres[].diploma_title",
            "maitres[].diploma_level",
            "employer_training_starts_on",
            "training.cfa_training_starts_on",
            "training.main_site.name",
            "training.main_site.uai",
            "training.main_site.siret",
            "training.main_site.address",
            "training.cfa_is_main_site",
            # Nothing older than this form was read on these.
            "apprentice.address",
            "apprentice.birth_commune",
            "apprentice.email",
            "apprentice.phone",
            "apprentice.social_scheme",
            "apprentice.last_diploma_title",
            "apprentice.legal_representative.address",
            "employer.address",
            "employer.email",
            "employer.phone",
            "employer.unemployment_scheme",
            "gross_at_hiring",
            "pension_fund",
            "training.cfa.address",
            "training.last_exam_on",
            "proofs_attested",
            "cfa_stamped",
            "signed_at",
        ),
        _SINCE[Notice.N07],
    ),
    # « Les nom, prénom et date de naissance du maître d'apprentissage »,
    # « L'attestation de l'employeur » (R6222-3)
    **dict.fromkeys(("maitres[].first_name", "maitre_attested"), ATTESTED_SINCE),
    # Boxes of the form: « équivalence jeunes », « extension BOE »
    **dict.fromkeys(
        (
            "apprentice.youth_equivalence",
            "apprentice.boe_extension",
            "apprentice.disability_title",
        ),
        _SINCE[Notice.N08],
    ),
    # A box of the form: « dont formation à distance »
    "training.remote_hours": _SINCE[Notice.N09],
}
"""First day of the form that asks for a field."""
