"""The proofs to keep at disposal while the contract lasts (art. R6223-1)."""

from collections.abc import Iterator

from apprentissage.age.ages import age_on
from apprentissage.age.texts import LEAST_AGE
from apprentissage.dates.rupture import rupture_on
from apprentissage.dossier._documents import (
    Listed,
    in_internal_cfa,
    listed,
    listed_as,
    needs_tripartite,
    negated,
)
from apprentissage.dossier.document_texts import KEPT, Document
from apprentissage.facts import Apprentice, Contract, DisabilityTitle, Nationality
from apprentissage.judging import Finding, Result, Rule
from apprentissage.law.dated import ByEvent, Version
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat
from apprentissage.minors.legal_representative import ascendant_declares, untold_of_declaration
from apprentissage.minors.texts import MAJORITY


def _disabled(apprentice: Apprentice) -> bool | None:
    titled = apprentice.titled
    if apprentice.rqth or titled:
        return True
    return None if None in {apprentice.rqth, titled} else False


class DocumentKept(Finding):
    """A document, kept or not."""

    document = Result[Document]("document that the part is about")
    other = Result[Document]("what may stand in its stead")
    contents = Result[tuple[str, ...]]("what it must tell, in French")
    signatories = Result[str]("who signs it, in French")


class DocumentsKeptFinding(Finding):
    """What `DOCUMENTS_KEPT` finds."""

    parts: tuple[DocumentKept, ...]
    documents = Result[tuple[Document, ...]]("documents surely needed")


_LISTED = ByEvent(
    KEPT.what,
    tuple(
        Version(
            version.since,
            {
                document: listed_as(
                    document,
                    DocumentKept,
                    due="Pièce à tenir à disposition : {document}.",
                    spared="Pièce sans objet pour ce contrat : {document}.",
                    sources=version.sources,
                    caveats=version.caveats,
                )
                for document in Document
            },
            version.sources,
        )
        for version in KEPT.versions
    ),
)
"""What each version of the text makes of each document."""


_TITLE_TOLD_TWICE = Caveat(
    "TITLE_TOLD_TWICE",
    "Les faits se contredisent : aucun autre titre de bénéficiaire de l'obligation d'emploi n'est "
    "déclaré, et l'une de ses cases est cochée ; la case est retenue. Vérifiez-les.",
)


def _documents_to_keep(
    contract: Contract, readings: Readings
) -> Iterator[tuple[Listed, bool | None, tuple[str, ...]]]:
    apprentice = contract.apprentice
    age = age_on(apprentice.born_on, contract.starts_on, readings)
    foreign = (
        None if apprentice.nationality is None else apprentice.nationality is Nationality.OTHER
    )
    tripartite, untold = needs_tripartite(contract, readings)
    internal, of_the_cfa = in_internal_cfa(contract.training)
    ordinary = LEAST_AGE.concluded(contract.concluded_on).value.ordinary
    # « Pendant la durée du contrat d'apprentissage » (R6223-1): until the
    # rupture, where it is broken
    over_on = rupture_on(contract) or contract.ends_on
    told = _LISTED.event(max(over_on, contract.concluded_on)).value
    declared = ascendant_declares(contract, readings)
    kept: tuple[tuple[Document, bool | None, tuple[str, ...]], ...] = (
        (Document.PROOF_OF_AGE, True, ()),
        (Document.MAITRE_PROOFS, True, ()),
        # « la convention de formation prévue à l'article L. 6353-1 et, le cas
        # échéant, la convention d'aménagement de la durée » (R6223-1)
        (Document.TRAINING_AGREEMENT, negated(internal), of_the_cfa),
        (Document.TRIPARTITE_AGREEMENT, tripartite, untold),
        (Document.WORK_AUTHORISATION, foreign, ("apprentice.nationality",)),
        (Document.LOWER_SECONDARY_PROOF, age < ordinary, ()),
        (
            Document.DISABILITY_PROOF,
            _disabled(apprentice),
            ("apprentice.rqth" if apprentice.rqth is None else "apprentice.disability_title",),
        ),
        (
            Document.ATHLETE_PROOF,
            apprentice.high_level_athlete,
            ("apprentice.high_level_athlete",),
        ),
        (Document.BUSINESS_PROJECT, apprentice.business_project, ("apprentice.business_project",)),
        (
            Document.MINOR_ACCOUNT,
            declared,
            untold_of_declaration(contract) if declared is None else (),
        ),
        (
            Document.DANGEROUS_WORK,
            contract.dangerous_work if age < MAJORITY else False,
            ("dangerous_work",),
        ),
    )
    for document, needed, missing in kept:
        yield told[document], needed, missing


def judge(contract: Contract, readings: Readings) -> Finding:
    """The proofs that the employer keeps at disposal during the contract.

    R6223-1, and the notice 51649 before it: while the contract lasts, what
    attests the declarations that it makes: age, competence of the maître,
    right to work, and what each box ticked supposes; the convention de
    formation, and the convention tripartite where there is one.

    Args:
        contract: The facts.
        readings: Point `leap_birthday`.

    Returns:
        Value `documents`, those surely needed; a part for each document.
    """
    found = listed(
        _documents_to_keep(contract, readings),
        "Pièces à tenir à disposition pendant le contrat : {documents}.",
    )
    apprentice = contract.apprentice
    if apprentice.disability_title is DisabilityTitle.NONE and apprentice.titled:
        return found.but(caveats=(*found.caveats, _TITLE_TOLD_TWICE))
    return found


DOCUMENTS_KEPT = Rule(
    name="documents_kept",
    title="Pièces à tenir à disposition",
    judge=judge,
    articles=("R6223-1",),
    finding=DocumentsKeptFinding,
)
