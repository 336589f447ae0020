"""The authorisation to work of an apprentice who is no European (L5221-5)."""

from collections.abc import Iterator
from datetime import date

from apprentissage.facts import Contract, Nationality, WorkAuthorisation
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.judging import (
    Finding,
    Proposed,
    Rule,
    compliant,
    hopeless,
    non_compliant,
    not_applicable,
    proposal,
    undetermined,
)
from apprentissage.law.dated import ByConclusion, version
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat

_COUNCIL = Source(
    SourceKind.DOCTRINE, "CE, réf., 15 février 2017, n° 407355 ; note du 12 juillet 2021"
)
_TITLES = Source(
    SourceKind.DOCTRINE,
    "art. R. 5221-2 et R. 5221-7, relayés par les guides des étudiants étrangers",
)
_AGREEMENT = Source(
    SourceKind.DOCTRINE,
    "accord franco-algérien du 27 décembre 1968, relayé par Campus France",
    "https://algerie.campusfrance.org/node/658",
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
_TITLE_UNREAD = Caveat(
    "TITLES_UNREAD",
    "Les titres qui dispensent d'autorisation (art. R. 5221-2) n'ont pas été "
    "lus mot à mot ; l'art. R. 5221-6 refuse le contrat d'apprentissage à "
    "certains d'entre eux, sous réserve de l'art. R. 5221-22.",
)
_STUDENTS = Caveat(
    "STUDENT_CONDITIONS",
    "L'étudiant signe un contrat d'apprentissage après une première année de séjour, ou dès la "
    "première dans un cursus de master ou assimilé ; au-delà de 964 heures par an, l'autorisation "
    "reste à demander, selon les guides (art. R. 5221-7, non lu).",
)

_UNREAD = Caveat(
    "AUTHORISATION_BEFORE_2018",
    "L'art. L. 5221-5 n'a été lu que dans ses rédactions depuis le 12 septembre 2018.",
)

_LAW = ByConclusion(
    "autorisation de travail (art. L. 5221-5)",
    (
        version(date(2008, 5, 1), None, "L5221-5", _COUNCIL, caveats=(_UNREAD,)),
        version(date(2009, 11, 26), None, "L5221-5", _COUNCIL, caveats=(_UNREAD,)),
        version(date(2018, 9, 12), None, "L5221-5", _COUNCIL),
        version(date(2024, 1, 28), None, "L5221-5", _COUNCIL),
        version(
            date(2027, 1, 1),
            None,
            "L5221-5",
            _COUNCIL,
            Source(SourceKind.LAW, "loi n° 2024-42 du 26/01/2024, art. 27"),
            caveats=(
                Caveat(
                    "AUTHORISATION_AFTER_2026",
                    "La rédaction de 2024 de l'art. L. 5221-5 est applicable "
                    "jusqu'au 31 décembre 2026 ; la suivante n'a pas été lue.",
                ),
            ),
        ),
    ),
)
"""The text that asks for the authorisation; it has no value."""


def judge(contract: Contract, _: Readings) -> Finding:
    """Outside the European Union the apprentice is authorised to work.

    L5221-5: « Un étranger autorisé à séjourner en France ne peut exercer une
    activité professionnelle salariée en France sans avoir obtenu au préalable
    l'autorisation de travail »; it is « accordée de droit à l'étranger
    autorisé à séjourner en France pour la conclusion d'un contrat
    d'apprentissage […] à durée déterminée », and to unaccompanied minors in
    care. A title may exempt from it (R5221-2). It need not be sent with the
    Cerfa. Contracts concluded since 2008-05-01.

    Args:
        contract: The facts.
    """
    law = _LAW.concluded(contract.concluded_on)
    nationality = contract.apprentice.nationality
    held = contract.apprentice.work_authorisation
    if nationality not in {None, Nationality.OTHER}:
        return not_applicable(
            "L'apprenti est de nationalité française ou européenne : aucune "
            "autorisation de travail n'est requise."
        )
    unknown = {"apprentice.nationality": nationality, "apprentice.work_authorisation": held}
    missing = [path for path, known in unknown.items() if known is None]
    if missing or held is None:
        told = (_OF_RIGHT, _EUROPEANS) if nationality else ()
        return undetermined(*missing, sources=law.sources, caveats=(*law.caveats, *told))
    found = _by(held)
    return found.but(
        sources=(*law.sources, *found.sources), caveats=(*law.caveats, *found.caveats)
    )


def _by(held: WorkAuthorisation) -> Finding:
    """Whether one may work by what is held, whatever the law of the day cites."""
    match held:
        case WorkAuthorisation.GRANTED:
            return compliant("L'apprenti est autorisé à travailler.")
        case WorkAuthorisation.EXEMPTING_TITLE:
            return compliant(
                "Le titre de séjour de l'apprenti le dispense d'autorisation de travail.",
                sources=(_TITLES,),
                caveats=(_TITLE_UNREAD,),
            )
        case WorkAuthorisation.STUDENT:
            return compliant(
                "L'apprenti est étudiant : son titre l'autorise à travailler, et "
                "l'acceptation du contrat par l'OPCO suffit.",
                sources=(_TITLES,),
                caveats=(_STUDENTS,),
            )
        case WorkAuthorisation.NOT_NEEDED:
            return compliant(
                "L'apprenti est ressortissant de l'Espace économique européen, de "
                "Suisse, d'Andorre ou de Monaco : aucune autorisation n'est requise."
            )
        case WorkAuthorisation.NONE:
            return non_compliant(
                "L'apprenti n'est pas européen et n'a pas d'autorisation de travail : "
                "elle doit être obtenue avant le début du contrat.",
                caveats=(_OF_RIGHT, _EUROPEANS),
            )
        case WorkAuthorisation.REFUSED:
            return non_compliant(
                "L'autorisation de travail a été refusée : le contrat ne peut débuter.",
                caveats=(_OF_RIGHT, _EUROPEANS),
            )
        case _:  # ALGERIAN_STUDENT
            return non_compliant(
                "L'accord franco-algérien du 27 décembre 1968 régit seul le séjour de "
                "l'apprenti : étudiant, il demande une autorisation provisoire de travail "
                "avant le début du contrat.",
                sources=(_AGREEMENT,),
                caveats=(_OF_RIGHT, _EUROPEANS),
            )


def remedies(contract: Contract, _found: Finding, _: Readings) -> Iterator[Proposed]:
    """The authorisation, where it was not refused."""
    if contract.apprentice.work_authorisation is WorkAuthorisation.REFUSED:
        yield hopeless(
            "L'autorisation de travail a été refusée : seule une décision "
            "contraire de l'administration permettrait ce contrat."
        )
        return
    yield proposal(
        "Obtenir l'autorisation de travail de l'apprenti avant le début de l'exécution.",
        {"apprentice.work_authorisation": WorkAuthorisation.GRANTED},
        until=contract.starts_on,
    )


WORK_AUTHORISATION = Rule(
    name="work_authorisation",
    title="Autorisation de travail",
    judge=judge,
    articles=("L5221-5", "R5221-6"),
    boxes=(10,),
    remedies=remedies,
)
