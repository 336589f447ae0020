"""What a breach of the texts may be refused for, by day of conclusion."""

from datetime import date

from apprentissage.law.dated import ByConclusion, version

FILES_DECIDED: ByConclusion[bool] = ByConclusion(
    "décision de l'opérateur de compétences ou de l'État sur le dossier",
    (
        version(date(2008, 5, 1), False, "L6224-1"),
        version(date(2020, 1, 1), True, "D6224-2", "D6275-2"),
    ),
)
"""Whether an OPCO, or the State for a public employer, decides on the file.

« A réception du contrat, l'opérateur de compétences se prononce sur la prise
en charge financière. » (D6224-2); « le dépôt du contrat d'apprentissage est
refusé » (D6275-2). The chambers registered the contracts before.
"""

REFUSED_FOR_ANY_BREACH: ByConclusion[bool] = ByConclusion(
    "refus pour toute autre disposition",
    (
        version(date(2008, 5, 1), False, "L6224-1"),
        version(date(2024, 8, 1), True, "D6224-2", "D6275-2"),
    ),
)
"""Whether a breach of any other provision is a ground of refusal.

« la contrariété des stipulations du contrat à toute autre disposition légale,
réglementaire ou conventionnelle » (D6224-2); « toute autre stipulation du
contrat est contraire à une disposition légale ou réglementaire ou
conventionnelle » (D6275-2).
"""
