"""What the OPCO or the State checks of the training, the CFA, the employer."""

from datetime import date

from apprentissage.law.dated import ByConclusion, version
from apprentissage.law.sources import UNREAD_VERSION

__all__ = [
    "ACCREDITED",
    "ENGAGEMENT",
    "OPPOSITION_OF_PUBLIC_EMPLOYERS",
    "QUALITY",
    "REGISTERED",
]
__dir__ = __all__.copy

REGISTERED = ByConclusion(
    "certification enregistrée au RNCP (art. L. 6211-1)",
    (
        # « un diplôme ou un titre à finalité professionnelle enregistré au
        # répertoire national des certifications professionnelles »
        version(date(2008, 5, 1), True, "L6211-1"),
        version(date(2019, 1, 1), True, "L6211-1"),
        version(date(2020, 1, 1), True, "L6211-1", "D6224-2 1°", "D6275-2 1°"),
        version(date(2023, 8, 3), True, "L6211-1", "D6224-2 1°", "D6275-2 1°"),
        version(date(2024, 8, 1), True, "L6211-1", "D6224-2 1°", "D6275-2 1°"),
    ),
)
"""Whether the training prepares a certification of the RNCP."""

QUALITY = ByConclusion(
    "certification qualité du CFA (art. L. 6316-1)",
    (
        version(date(2008, 5, 1), False),
        # « Les prestataires mentionnés à l'article L. 6351-1 financés par un
        # opérateur de compétences, […] sont certifiés sur la base de critères
        # définis par décret en Conseil d'Etat. »
        version(date(2022, 1, 1), True, "L6316-1"),
        version(date(2024, 1, 1), True, "L6316-1"),
        # « L'article L. 6316-1 relatif à l'obligation de certification des
        # organismes de formation par apprentissage, sous réserve que
        # l'organisme de formation par apprentissage ne soit pas dispensé »
        version(date(2024, 8, 1), True, "L6316-1", "D6224-2 7°", "D6275-2 5°"),
    ),
)
"""Whether the CFA must be certified; a ground of refusal since 2024-08-01."""

ACCREDITED = ByConclusion(
    "habilitation à préparer à la certification (art. R. 6113-16)",
    (
        version(date(2008, 5, 1), False),
        # « L'article R. 6113-16 relatif aux habilitations pour préparer à la
        # certification, le cas échéant »
        version(
            date(2024, 8, 1), True, "D6224-2 6°", "D6275-2 4°", "R6113-16"
        ),
        # « à défaut d'assurer eux-mêmes les missions mentionnées au premier
        # alinéa, les ministres et organismes certificateurs peuvent habiliter
        # les organismes tiers »
        version(
            date(2025, 6, 9), True, "D6224-2 6°", "D6275-2 4°", "R6113-16"
        ),
    ),
)
"""Whether the accreditation is looked at."""

ENGAGEMENT = ByConclusion(
    "opposition, suspension, interdiction (art. L. 6225-1 à L. 6225-6)",
    (
        # « L'autorité administrative peut s'opposer à l'engagement
        # d'apprentis par une entreprise »
        version(date(2008, 5, 1), True, "L6225-1", "L6225-4", "L6225-6"),
        version(date(2011, 5, 19), True, "L6225-1", "L6225-4", "L6225-6"),
        version(date(2016, 8, 10), True, "L6225-1", "L6225-4", "L6225-6"),
        # « Les articles L. 6225-1 à L. 6225-6 relatifs aux procédures
        # d'opposition à l'engagement d'apprentis, de suspension de l'exécution
        # du contrat et d'interdiction de recrutement en alternance »
        version(
            date(2024, 8, 1),
            True,
            "L6225-1",
            "L6225-4",
            "L6225-6",
            "D6224-2 5°",
        ),
    ),
)
"""What keeps a private employer from engaging; a ground of refusal of the
OPCO since 2024-08-01."""

OPPOSITION_OF_PUBLIC_EMPLOYERS = ByConclusion(
    "opposition à un employeur public (art. L. 6227-12)",
    (
        version(date(2008, 5, 1), False),
        version(date(2016, 8, 10), False, "L6227-12"),
        # « à l'exception des articles […] L. 6225-1 à L. 6225-3-1 »
        version(date(2019, 1, 1), False, "L6227-12"),
        version(
            date(2026, 5, 28),
            False,
            "L6227-12",
            caveats=(UNREAD_VERSION("L6227-12", date(2026, 5, 28)),),
        ),
    ),
)
"""Whether the opposition of L6225-1 concerns a public employer."""
