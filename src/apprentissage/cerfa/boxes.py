"""The boxes of the Cerfa 10103, in the order of the paper."""

from datetime import date

from attrs import frozen

from apprentissage._arguments import check_arguments
from apprentissage.law.dated import version
from apprentissage.law.notices import NOTICES, Notice


@frozen(kw_only=True)
class Box:
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


def _box(number: int, title: str, *fields: str) -> Box:
    return Box(number=number, title=title, fields=fields)


def box_names(numbers: tuple[int, ...]) -> tuple[str, ...]:
    """The names of boxes, in the order of the paper.

    The form prints no numbers: a sentence names its boxes.

    >>> box_names((21, 20))
    ('date de conclusion', "début d'exécution")
    """
    check_arguments(box_names, locals())
    return tuple(box.title for box in BOXES if box.number in numbers)


BOXES: tuple[Box, ...] = (
    _box(0, "en-tête, dossier et conservation"),
    _box(1, "mode contractuel", "mode"),
    _box(
        2,
        "employeur",
        "employer.name",
        "employer.email",
        "employer.phone",
        "second_employer",
        "employer.unemployment_scheme",
    ),
    _box(
        3,
        "établissement d'exécution",
        "employer.siret",
        "employer.naf",
        "employer.territory",
        "employer.address",
    ),
    _box(4, "type d'employeur", "employer.type", "employer.specific"),
    _box(5, "effectif de l'entreprise", "employer.headcount"),
    _box(6, "convention collective", "employer.idcc"),
    _box(
        7,
        "apprenti et représentant légal",
        "apprentice.family_name",
        "apprentice.first_name",
        "apprentice.used_name",
        "apprentice.born_on",
        "apprentice.sex",
        "apprentice.address",
        "apprentice.email",
        "apprentice.phone",
        "apprentice.legal_representative.name",
        "apprentice.legal_representative.address",
        "apprentice.legal_representative.phone",
        "apprentice.legal_representative.email",
    ),
    _box(8, "NIR", "apprentice.nir"),
    _box(
        9,
        "lieu de naissance",
        "apprentice.birth_department",
        "apprentice.birth_commune",
    ),
    _box(
        10,
        "nationalité et régime social",
        "apprentice.social_scheme",
        "apprentice.nationality",
        "apprentice.work_authorisation",
    ),
    _box(11, "sportif de haut niveau", "apprentice.high_level_athlete"),
    _box(
        12,
        "travailleur handicapé",
        "apprentice.rqth",
        "apprentice.youth_equivalence",
        "apprentice.boe_extension",
        "apprentice.disability_title",
    ),
    _box(
        13,
        "situation avant le contrat",
        "apprentice.prior_situation",
        "apprentice.last_diploma_prepared",
        "apprentice.last_class",
        "apprentice.last_diploma_title",
        "apprentice.highest_diploma",
    ),
    _box(14, "projet d'entreprise", "apprentice.business_project"),
    _box(
        15,
        "maître d'apprentissage",
        "maitres",
        "maitres[].family_name",
        "maitres[].first_name",
        "maitres[].email",
        "maitre_attested",
    ),
    _box(16, "naissance du maître", "maitres[].born_on"),
    _box(
        17,
        "emploi et diplôme du maître",
        "maitres[].job",
        "maitres[].diploma_title",
        "maitres[].diploma_level",
    ),
    _box(18, "type de contrat ou d'avenant", "kind", "previous_number"),
    _box(19, "type de dérogation", "derogation"),
    _box(20, "date de conclusion", "concluded_on", "avenant.concluded_on"),
    _box(21, "début d'exécution", "starts_on"),
    _box(22, "début de la formation pratique", "employer_training_starts_on"),
    _box(23, "date d'effet de l'avenant", "avenant.effective_on"),
    _box(24, "fin du contrat", "ends_on"),
    _box(25, "durée hebdomadaire du travail", "weekly_hours"),
    _box(26, "travaux dangereux", "dangerous_work"),
    _box(
        27,
        "rémunération",
        "declared_pay",
        "gross_at_hiring",
        "pension_fund",
    ),
    _box(28, "avantages en nature", "benefits_in_kind", "in_kind"),
    _box(29, "CFA d'entreprise", "training.internal_cfa"),
    _box(
        30,
        "CFA responsable et lieu de formation",
        "training.cfa.name",
        "training.cfa.uai",
        "training.cfa.siret",
        "training.cfa.address",
        "training.cfa_is_main_site",
        "training.main_site.name",
        "training.main_site.uai",
        "training.main_site.siret",
        "training.main_site.address",
    ),
    _box(31, "diplôme ou titre visé", "training.diploma", "training.title"),
    _box(32, "codes du diplôme", "training.diploma_code", "training.rncp"),
    _box(
        33,
        "dates de la formation en CFA",
        "training.cfa_training_starts_on",
        "training.last_exam_on",
    ),
    _box(
        34, "durée de la formation", "training.hours", "training.remote_hours"
    ),
    _box(
        35,
        "signatures",
        "signed_by",
        "proofs_attested",
        "cfa_stamped",
        "signed_at",
        "signatures",
    ),
    _box(36, "numéro de dépôt", "deposit_number"),
)
"""The numbers are those of the sheet, not printed on the form itself."""

_FUNDING = "détermination du niveau de prise en charge"
_SERVES = {
    6: f"détermination de l'OPCO, {_FUNDING}, rémunération de l'apprenti",
    11: "dérogation à la limite d'âge, contrat de quatre ans",
    12: (
        "dérogation à la limite d'âge, majoration possible du niveau de prise "
        "en charge"
    ),
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
    **dict.fromkeys(
        (30, 31, 32),
        f"{_FUNDING}, versement des aides financières à l'entreprise",
    ),
}
"""« Champs obligatoirement renseignés au titre du traitement et du
financement, de la gestion des aides financières ou bien de la transmission à
la DGEFP » (OPCO EP's sheet): what it says of each box. Which ones go to the
DGEFP alone, it does not tell."""

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
    **dict.fromkeys(
        ("maitres[].first_name", "maitre_attested"), ATTESTED_SINCE
    ),
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
