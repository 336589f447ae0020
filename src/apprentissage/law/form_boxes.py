"""The boxes of the Cerfa 10103, in the order of the paper."""

from datetime import date

from attrs import frozen

from apprentissage.law.notices import NOTICES, Notice

__all__ = ["BOXES", "FIELDS_SINCE", "OPTIONAL", "PUBLIC_NIR_SINCE", "Box"]
__dir__ = __all__.copy


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


def _box(number: int, title: str, *fields: str) -> Box:
    return Box(number=number, title=title, fields=fields)


BOXES: tuple[Box, ...] = (
    _box(0, "en-tête, dossier et conservation"),
    _box(1, "mode contractuel", "mode"),
    _box(2, "employeur", "employer.name"),
    _box(
        3,
        "établissement d'exécution",
        "employer.siret",
        "employer.naf",
        "employer.territory",
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
        "apprentice.legal_representative.name",
        "apprentice.legal_representative.email",
    ),
    _box(8, "NIR", "apprentice.nir"),
    _box(9, "département de naissance", "apprentice.birth_department"),
    _box(
        10,
        "nationalité",
        "apprentice.nationality",
        "apprentice.work_authorisation",
    ),
    _box(11, "sportif de haut niveau", "apprentice.high_level_athlete"),
    _box(
        12,
        "travailleur handicapé",
        "apprentice.rqth",
        "apprentice.disability_title",
    ),
    _box(
        13,
        "situation avant le contrat",
        "apprentice.prior_situation",
        "apprentice.last_diploma_prepared",
        "apprentice.last_class",
        "apprentice.highest_diploma",
    ),
    _box(14, "projet d'entreprise", "apprentice.business_project"),
    _box(15, "maître d'apprentissage", "maitres"),
    _box(16, "naissance du maître", "maitres[].born_on"),
    _box(
        17,
        "emploi et diplôme du maître",
        "maitres[].job",
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
    _box(27, "rémunération", "declared_pay"),
    _box(28, "avantages en nature", "benefits_in_kind", "in_kind"),
    _box(29, "CFA d'entreprise", "training.internal_cfa"),
    _box(
        30,
        "CFA responsable et lieu de formation",
        "training.cfa.name",
        "training.cfa.uai",
        "training.cfa.siret",
        "training.main_site.name",
        "training.main_site.uai",
        "training.main_site.siret",
    ),
    _box(31, "diplôme ou titre visé", "training.diploma", "training.title"),
    _box(32, "codes du diplôme", "training.diploma_code", "training.rncp"),
    _box(33, "début de formation en CFA", "training.cfa_training_starts_on"),
    _box(
        34, "durée de la formation", "training.hours", "training.remote_hours"
    ),
    _box(35, "signatures", "signed_by"),
    _box(36, "numéro de dépôt", "deposit_number"),
)
"""The numbers are those of the sheet, not printed on the form itself."""

OPTIONAL = frozenset(
    {
        "apprentice.used_name",
        "benefits_in_kind",
        "in_kind",
        "deposit_number",  # given at the deposit, after the signature
    }
)
"""Fields that may stay empty."""

_SINCE = {version.value: version.since for version in NOTICES.versions}
_FORM_OF_2021 = date(2021, 2, 25)  # its star is not established

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
            "maitres[].diploma_level",
            "employer_training_starts_on",
            "training.cfa_training_starts_on",
            "training.main_site.name",
            "training.main_site.uai",
            "training.main_site.siret",
        ),
        _SINCE[Notice.N07],
    ),
    # « équivalence jeunes », « extension BOE »
    "apprentice.disability_title": _SINCE[Notice.N08],
    # « dont formation à distance »
    "training.remote_hours": _SINCE[Notice.N09],
}
"""First day of the form that asks for a field."""
