"""What to write where facts contradict each other, or where there is none."""

from datetime import date

from apprentissage.facts import (
    NO_BRANCH_AGREEMENT,
    NO_EXTENSION,
    NO_GRID,
    Apprentice,
    BranchAgreement,
    Contract,
    DeclaredPayLine,
    ExperiencePeriod,
    Extension,
    Grid,
    MaitreApprentissage,
    Mobility,
    Period,
    PreviousCycle,
    Supervised,
    Training,
    WorkingTime,
)

KNOWN_NONE: dict[type, tuple[str, object]] = {
    BranchAgreement: ("aucun", NO_BRANCH_AGREEMENT),
    Extension: ("aucune", NO_EXTENSION),
    Grid: ("aucune", NO_GRID),
}
"""The word that says, in the place of an object, that there is none."""

_SPAN = "écrivez un jour qui ne précède pas « {starts_on} »"

REMEDIES: dict[type, dict[str, str]] = {
    Contract: {
        "ends_on": _SPAN,
        "extension": (
            "écrivez un premier jour de prolongation de « {starts_on} » à "
            "« {ends_on} »"
        ),
        "apprentice": (
            "écrivez une date de naissance antérieure à « {starts_on} »"
        ),
        "in_kind": (
            "écrivez les avantages par nature, ou leur total "
            "(« {benefits_in_kind} »), pas les deux"
        ),
        "mobilities": (
            "écrivez des séjours qui n'ont aucun jour en commun : chaque "
            "jour à l'étranger compte une fois"
        ),
    },
    Apprentice: {
        "lower_secondary_completed": (
            "écrivez ce que dit « {last_class} » : le collège est achevé en "
            "classe 40, ne l'est pas en 41 ou 42"
        ),
    },
    WorkingTime: {"days": "écrivez une seule journée par date"},
    Training: {
        "cycle_ends_on": (
            "écrivez un jour qui ne précède pas « {cycle_starts_on} »"
        ),
        "last_exam_on": (
            "écrivez un jour qui ne précède pas « {first_exam_on} »"
        ),
        "entry_year": "écrivez une année qui ne dépasse pas « {cycle_years} »",
    },
    MaitreApprentissage: {
        "experience_months": (
            "écrivez les périodes (« {experience} ») ou les mois, pas les deux"
        ),
        "excluded_months": (
            "écrivez un nombre qui ne dépasse pas « {experience_months} »"
        ),
        "firm": (
            'écrivez "autre" (l\'entreprise utilisatrice), ou un autre '
            "« {status} »"
        ),
        "field_diploma_level": (
            "écrivez un niveau qui ne dépasse pas « {diploma_level} »"
        ),
        "diploma_in_field": (
            "écrivez ce que dit « {field_diploma_level} », 0 valant aucun"
        ),
    },
    BranchAgreement: {
        "idcc": (
            "écrivez celui de l'accord, ou \"aucun\" à la place de l'objet"
        ),
    },
    Grid: dict.fromkeys(
        ("under_18", "idcc"),
        "écrivez les taux d'une tranche d'âge et l'accord dont ils viennent, "
        'ou "aucune" à la place de l\'objet',
    ),
    PreviousCycle: {
        "ended_on": (
            "écrivez la fin d'un contrat exécuté, ou sa rupture "
            "(« {ruptured_on} » et « {rupture_cause} »), pas les deux"
        ),
        "level": (
            "écrivez un niveau qui s'accorde avec « {diploma_obtained} » : 0 "
            "si aucun diplôme n'a été obtenu"
        ),
        "exam_failed": (
            "écrivez l'échec, ou le diplôme obtenu (« {diploma_obtained} », "
            "« {level} »), pas les deux"
        ),
    },
    Extension: {
        "reason": (
            'écrivez le motif de la prolongation, ou "aucune" à la place '
            "de l'objet"
        ),
    },
    ExperiencePeriod: {
        "ends_on": (
            "écrivez un jour qui ne précède pas « {starts_on} », ou "
            "« {ongoing} », pas les deux"
        ),
    },
    **{
        span: {"ends_on": _SPAN}
        for span in (
            DeclaredPayLine,
            Mobility,
            Period,
            Supervised,
        )
    },
}
"""What to write where several fields contradict each other."""

STAND_INS: dict[str, object] = {
    "concluded_on": date(2026, 1, 1),
    "apprentice": Apprentice(born_on=date(1900, 1, 1)),
    "ends_on": date(2199, 12, 31),
}
"""What contradicts nothing, in the place of a required fact of a contract
that is faulty, so that the other contradictions are told too."""
