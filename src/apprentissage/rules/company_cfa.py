"""The CFA d'entreprise (box 29): four ways of being one (D6241-30)."""

from apprentissage.arguments import check_arguments
from apprentissage.law.sources import Caveat, article
from apprentissage.rules.finding import Finding, any_of, whether

__all__ = ["company_cfa"]
__dir__ = __all__.copy

INTERNAL = "Le CFA est interne à l'entreprise."
NOT_INTERNAL = "Le CFA n'est pas interne à l'entreprise."
OWNED = (
    "L'entreprise détient plus de la moitié du capital du CFA, ou des voix "
    "dans son organe de gouvernance."
)
NOT_OWNED = (
    "L'entreprise ne détient plus de la moitié ni du capital du CFA, ni des "
    "voix dans son organe de gouvernance."
)
OF_THE_GROUP = "Le CFA est constitué par un groupe d'entreprises."
NOT_OF_THE_GROUP = "Le CFA n'est pas constitué par un groupe d'entreprises."
SHARED = (
    "Le CFA est constitué par plusieurs entreprises aux perspectives "
    "communes d'évolution des métiers ou aux secteurs complémentaires."
)
NOT_SHARED = (
    "Le CFA n'est pas constitué par plusieurs entreprises aux perspectives "
    "communes."
)

_NOT_A_SUBSIDIARY = Caveat(
    "MORE_THAN_A_HALF",
    "Une filiale ne suffit pas : le texte veut plus de la moitié du capital "
    "ou des voix.",
)


def company_cfa(
    *,
    internal: bool | None = None,
    majority_held: bool | None = None,
    by_a_group: bool | None = None,
    by_related_firms: bool | None = None,
) -> Finding:
    """Whether a CFA is a CFA d'entreprise: one of four conditions suffices.

    Args:
        internal: Internal to the firm.
        majority_held: The firm holds more than half of its capital or of
            the votes of its governing body.
        by_a_group: Founded by a group of companies.
        by_related_firms: Founded by firms that share prospects for their
            trades, or work in complementary sectors.

    Returns:
        A part for each condition; None is unknown.

    Source: art. D. 6241-30 du code du travail.

    >>> company_cfa(internal=False, majority_held=True).outcome
    <Outcome.COMPLIANT: 'compliant'>
    """
    check_arguments(company_cfa, locals())
    return any_of(
        (
            # « Être interne à l'entreprise »
            whether(
                internal,
                "internal",
                holds=INTERNAL,
                fails=NOT_INTERNAL,
                sources=(article("D6241-30 1°"),),
                subject="CFA interne",
            ),
            # « plus de la moitié du capital […] ou plus de la moitié des
            # voix au sein de l'organe de gouvernance »
            whether(
                majority_held,
                "majority_held",
                holds=OWNED,
                fails=NOT_OWNED,
                sources=(article("D6241-30 2°"),),
                caveats=(_NOT_A_SUBSIDIARY,),
                subject="CFA détenu",
            ),
            # « Est constitué par un groupe »
            whether(
                by_a_group,
                "by_a_group",
                holds=OF_THE_GROUP,
                fails=NOT_OF_THE_GROUP,
                sources=(article("D6241-30 3°"),),
                subject="CFA de groupe",
            ),
            # « plusieurs entreprises partageant des perspectives communes
            # d'évolution des métiers ou […] secteurs d'activité
            # complémentaires »
            whether(
                by_related_firms,
                "by_related_firms",
                holds=SHARED,
                fails=NOT_SHARED,
                sources=(article("D6241-30 4°"),),
                subject="CFA d'entreprises associées",
            ),
        )
    )
