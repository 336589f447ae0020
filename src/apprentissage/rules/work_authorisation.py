"""The authorisation to work of an apprentice who is no European (L5221-5)."""

from attrs import evolve

from apprentissage.facts import Contract, Nationality
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat, Source, SourceKind, article
from apprentissage.rules.finding import (
    UNKNOWN,
    Finding,
    Outcome,
    not_applicable,
    undetermined,
    whether,
)
from apprentissage.rules.rule import Rule

__all__ = ["WORK_AUTHORISATION"]
__dir__ = __all__.copy

NONE_NEEDED = (
    "L'apprenti est de nationalité française ou européenne : aucune "
    "autorisation de travail n'est requise."
)
AUTHORISED = "L'apprenti est autorisé à travailler."
NOT_AUTHORISED = (
    "L'apprenti n'est pas européen et n'a pas d'autorisation de travail : "
    "elle doit être obtenue avant le début du contrat."
)

_SOURCES = (
    article("L5221-5"),
    Source(
        SourceKind.DOCTRINE,
        "CE, réf., 15 février 2017, n° 407355 ; note du 12 juillet 2021",
    ),
)
_OF_RIGHT = Caveat(
    "GRANTED_OF_RIGHT",
    "L'autorisation est de droit pour l'étranger admis au séjour en vue d'un "
    "contrat d'apprentissage à durée déterminée, et pour le mineur isolé pris "
    "en charge par l'aide sociale à l'enfance, sur présentation du contrat.",
)
_EUROPEANS = Caveat(
    "OTHER_EUROPEANS",
    "Les ressortissants de l'Espace économique européen, de Suisse, d'Andorre "
    "et de Monaco n'ont pas besoin d'autorisation.",
)


def judge_work_authorisation(contract: Contract, _: Readings) -> Finding:
    """Outside the European Union the apprentice is authorised to work.

    L5221-5: the authorisation comes before the start; it is granted of right
    for a contrat d'apprentissage à durée déterminée to who may stay for it,
    and to unaccompanied minors in care. It need not be sent with the Cerfa.

    Args:
        contract: The facts.
    """
    apprentice = contract.apprentice
    if apprentice.nationality is None:
        unknown = {
            "apprentice.nationality": None,
            "apprentice.work_authorisation": apprentice.work_authorisation,
        }
        return undetermined(
            *(path for path, known in unknown.items() if known is None),
            sources=_SOURCES,
        )
    if apprentice.nationality is not Nationality.OTHER:
        return not_applicable(NONE_NEEDED)
    finding = whether(
        apprentice.work_authorisation,
        "apprentice.work_authorisation",
        holds=AUTHORISED,
        fails=NOT_AUTHORISED,
        sources=_SOURCES,
    )
    if finding.outcome is Outcome.COMPLIANT:
        return finding
    return evolve(finding, caveats=(_OF_RIGHT, _EUROPEANS))


WORK_AUTHORISATION = Rule(
    name="work_authorisation",
    title="Autorisation de travail",
    judge=judge_work_authorisation,
    articles=("L5221-5",),
    boxes=(10,),
    sentences=(NONE_NEEDED, AUTHORISED, NOT_AUTHORISED, UNKNOWN),
)
