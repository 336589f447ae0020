"""An ascendant who employs a minor makes a declaration (L6222-5)."""

from datetime import date

from apprentissage.facts import Contract
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.judging import Finding, Result, Rule, compliant, not_applicable, undetermined
from apprentissage.law.dated import ByConclusion, version
from apprentissage.law.readings import Readings
from apprentissage.law.sources import UNREAD_VERSION, Caveat
from apprentissage.minors.legal_representative import (
    ADULT,
    DECLARATION_SIGNED,
    minor_on,
    untold_of_declaration,
)

FAMILY_DECLARATION = ByConclusion(
    "apprentissage familial (art. L. 6222-5)",
    (
        # « le contrat d'apprentissage est remplacé par une déclaration
        # souscrite par l'employeur »
        version(date(2008, 5, 1), True, "L6222-5"),
        version(
            date(2026, 5, 28),
            True,
            "L6222-5",
            caveats=(UNREAD_VERSION("L6222-5", date(2026, 5, 28)),),
        ),
    ),
)
"""Whether a declaration replaces the contract of an ascendant's child."""

_PUBLIC_SINCE, _PUBLIC_UNREAD = date(2016, 8, 10), date(2026, 5, 28)

PUBLIC_SECTOR = ByConclusion(
    "apprentissage familial dans le secteur public (art. L. 6227-12)",
    (
        version(
            date(2008, 5, 1),
            None,
            Source(SourceKind.LAW, "loi n° 92-675 du 17 juillet 1992"),
            caveats=(
                Caveat(
                    "PUBLIC_SECTOR_BEFORE_THE_CODE",
                    "Avant le 10 août 2016, l'apprentissage public relève de la loi n° 92-675 du "
                    "17 juillet 1992, qui n'a pas pu être lue.",
                ),
            ),
        ),
        version(
            _PUBLIC_SINCE, None, "L6227-12", caveats=(UNREAD_VERSION("L6227-12", _PUBLIC_SINCE),)
        ),
        # « à l'exception des articles L. 6222-5, L. 6222-13 »
        version(date(2019, 1, 1), None, "L6227-12"),
        version(
            _PUBLIC_UNREAD, None, "L6227-12", caveats=(UNREAD_VERSION("L6227-12", _PUBLIC_UNREAD),)
        ),
    ),
)
"""The public sector is outside L6222-5."""


class AscendantEmployerFinding(Finding):
    """What `ASCENDANT_EMPLOYER` finds."""

    on = Result[date]("day of conclusion, on which the apprentice is of age")


_PUBLIC_ASCENDANT = Caveat(
    "PUBLIC_ASCENDANT",
    "Les faits se contredisent : l'employeur serait un ascendant de "
    "l'apprenti et une personne publique. Vérifiez-les.",
)


def judge(contract: Contract, readings: Readings) -> Finding:
    """An ascendant employs a minor by a declaration, not by a contract.

    L6222-5: « Lorsque l'apprenti mineur est employé par un ascendant, le
    contrat d'apprentissage est remplacé par une déclaration souscrite par
    l'employeur. » R6224-8 since 2020-04-01, R6224-12 before 2019: it bears
    the apprentice's signature and the visa of the CFA's director. R6224-11,
    before 2019: « Cette partie est au moins égale à 25 % du salaire fixé au
    contrat. » An adult child falls under the ordinary rules, and a public
    employer (L6227-12). The version of 2026-05-28 could not be read.

    Args:
        contract: The facts.
        readings: Point `leap_birthday`.
    """
    on = contract.concluded_on
    version = FAMILY_DECLARATION.concluded(on)
    if not minor_on(contract.apprentice.born_on, on, readings=readings):
        return not_applicable(ADULT, on=on)
    if contract.employer.ascendant is False:
        return not_applicable("L'employeur n'est pas un ascendant de l'apprenti.")
    if contract.employer.public:
        # « à l'exception des articles L. 6222-5, L. 6222-13 »
        public = PUBLIC_SECTOR.concluded(on)
        return not_applicable(
            "La déclaration de l'ascendant n'existe pas dans le secteur public non industriel et "
            "commercial : le contrat est celui de tous.",
            sources=public.sources,
            caveats=(
                *public.caveats,
                *((_PUBLIC_ASCENDANT,) if contract.employer.ascendant else ()),
            ),
        )
    unknown = untold_of_declaration(contract)
    if unknown:
        return undetermined(*unknown, sources=version.sources)
    signed = DECLARATION_SIGNED.concluded(on)
    return compliant(
        "L'apprenti mineur est employé par un ascendant : une déclaration de l'employeur, signée "
        "par l'apprenti et visée par le directeur du CFA, remplace le contrat et produit tous ses "
        "effets. Une part du salaire est versée à un compte ouvert au nom de l'apprenti.",
        sources=(*version.sources, *signed.sources),
        caveats=(*version.caveats, *signed.caveats),
    )


ASCENDANT_EMPLOYER = Rule(
    name="ascendant_employer",
    title="Apprentissage familial",
    judge=judge,
    articles=("L6222-5", "L6227-12", "R6224-8", "R6224-11", "R6224-12"),
    boxes=(4,),
    finding=AscendantEmployerFinding,
)
