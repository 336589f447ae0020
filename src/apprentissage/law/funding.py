"""The decision on funding: its days, its silence, its grounds of refusal."""

from datetime import date

from apprentissage.labelled import Labelled
from apprentissage.law.dated import ByConclusion, version
from apprentissage.law.sources import Caveat, Source, SourceKind, article

__all__ = [
    "BALANCE_MONTHS",
    "DECISION_DAYS",
    "PUBLIC_GROUNDS",
    "REFUSAL_GROUNDS",
    "RefusalGround",
    "Silence",
]
__dir__ = __all__.copy


class Silence(Labelled):
    """What the silence of who decides means."""

    REFUSAL = "refusal", "refus implicite de prise en charge"
    ACCEPTANCE = "acceptance", "acceptation implicite du dépôt"


class RefusalGround(Labelled):
    """A ground on which the file may be refused (D6224-2, D6275-2)."""

    ELIGIBLE_TRAINING = (
        "eligible_training",
        "formation éligible à l'apprentissage (art. L. 6211-1)",
    )
    AGE = "age", "âge (art. L. 6222-1 à -3)"
    MAITRE = (
        "maitre_apprentissage",
        "maître d'apprentissage (art. L. 6223-8-1 al. 1)",
    )
    REMUNERATION = (
        "remuneration",
        "rémunération (art. D. 6222-26 à -33)",
    )
    OPPOSITION_OR_SUSPENSION = (
        "opposition_or_suspension",
        "opposition, suspension ou interdiction (art. L. 6225-1 à -6)",
    )
    CERTIFICATION_ACCREDITATION = (
        "certification_accreditation",
        "habilitation à préparer à la certification (art. R. 6113-16)",
    )
    QUALITY_CERTIFICATION = (
        "quality_certification",
        "certification qualité (art. L. 6316-1)",
    )
    OTHER_LEGAL_BREACH = (
        "other_legal_breach",
        "toute autre disposition légale, réglementaire ou conventionnelle",
    )


_FIRST_GROUNDS: tuple[RefusalGround, ...] = (
    RefusalGround.ELIGIBLE_TRAINING,
    RefusalGround.AGE,
    RefusalGround.MAITRE,
    RefusalGround.REMUNERATION,
)

REFUSAL_GROUNDS: ByConclusion[tuple[RefusalGround, ...]] = ByConclusion(
    "motifs de refus de prise en charge (art. D. 6224-2)",
    (
        version(date(2020, 1, 1), _FIRST_GROUNDS, "D6224-2"),
        version(
            date(2024, 8, 1),
            tuple(RefusalGround),
            "D6224-2",
            Source(SourceKind.DECREE, "décret n° 2024-631"),
        ),
    ),
)
"""Grounds of the OPCO, in the order of the article."""

PUBLIC_GROUNDS = ByConclusion(
    "motifs de refus de dépôt, secteur public (art. D. 6275-2)",
    (
        version(
            date(2020, 1, 1),
            tuple(g for g in _FIRST_GROUNDS if g is not RefusalGround.MAITRE),
            "D6275-2",
            caveats=(
                Caveat(
                    "PUBLIC_GROUNDS_PARTLY_READ",
                    "La liste du secteur public est reprise de celle de "
                    "l'art. D. 6224-2 de 2020, sans le motif du maître "
                    "d'apprentissage, qui n'y figure pas ; ses versions n'ont "
                    "pas été vérifiées.",
                ),
            ),
        ),
    ),
)
"""Grounds of the State's service for a public employer."""

_INFERRED = Caveat(
    "ARTICLE_NUMBER_INFERRED",
    "Le délai est concordant dans plusieurs sources ; le numéro de l'article "
    "est déduit.",
)

DECISION_DAYS = ByConclusion(
    "délai de décision sur le dossier",
    (version(date(2020, 1, 1), 20, article("D6224-3"), caveats=(_INFERRED,)),),
)
"""Calendar days from the receipt of the complete file."""

BALANCE_MONTHS: ByConclusion[int | None] = ByConclusion(
    "pièces du solde de la prise en charge",
    (
        version(
            date(2020, 1, 1),
            None,
        ),
        version(
            date(2025, 7, 1),
            4,
            Source(SourceKind.DECREE, "décret n° 2025-585"),
        ),
    ),
)
"""Months after the end to send what the last 10 % of the funding wait for."""
