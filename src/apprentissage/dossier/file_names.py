"""Names of files: whose, of what day, which document."""

from datetime import date
from re import compile as regex

from apprentissage._arguments import check_arguments
from apprentissage._text.ascii_names import slug
from apprentissage.dossier.document_texts import Document
from apprentissage.errors import InvalidValue

FILE_TYPES: dict[Document, str] = {
    Document.CERFA: "cerfa",
    Document.TRAINING_AGREEMENT: "conv-formation",
    Document.TEACHING_AND_FINANCIAL_ANNEX: "annexe-pf",
    Document.TRIPARTITE_AGREEMENT: "conv-tripartite",
    Document.MOBILITY_AGREEMENT: "conv-mobilite",
    Document.FAMILY_DECLARATION: "decl-ascendant",
    Document.PROJECT_ATTESTATION: "attest-projet",
    Document.AVENANT: "avenant",
    Document.PROOF_OF_AGE: "age",
    Document.MAITRE_PROOFS: "maitre",
    Document.WORK_AUTHORISATION: "titre-sejour",
    Document.LOWER_SECONDARY_PROOF: "college",
    Document.DISABILITY_PROOF: "rqth",
    Document.ATHLETE_PROOF: "sportif",
    Document.BUSINESS_PROJECT: "projet",
    Document.MINOR_ACCOUNT: "compte-mineur",
    Document.DANGEROUS_WORK: "travaux-dang",
    Document.FUNDING_NOTICE: "prise-en-charge",
    Document.PAYSLIP: "paie",
    Document.STAFF_REGISTER: "registre",
    Document.WORKING_TIME: "temps-travail",
    Document.CONTRIBUTIONS: "cotisations",
    Document.ACCIDENT: "accident",
    Document.ACCOUNTING: "comptabilite",
    Document.AID: "aide",
    Document.FINAL_SETTLEMENT: "solde-compte",
    Document.WORK_CERTIFICATE: "certif-travail",
    Document.RUPTURE: "rupture",
    Document.COMPLETION_CERTIFICATE: "certif-realisat",
    Document.TRAINING_EVIDENCE: "suivi-formation",
}
"""Short French name of each document, at most 15 characters."""

_LONGEST = 100
_MOST = 99
_EXTENSION = regex(r"[a-z0-9]{1,5}")


def file_name(
    person: str, day: date, document: Document, *, extension: str = "pdf", rank: int = 1
) -> str:
    """The canonical name of a file, by name, date and document type.

    Args:
        person: Whose it is, family name first; any characters.
        day: Date of the document.
        document: Its type.
        extension: One to five small letters or digits.
        rank: Among the files of one name, from 1 to 99; the first one bears
            none.

    Returns:
        Plain ASCII in small letters, without accents, at most 100
        characters: a longer name of a person is cut. No name that an
        operating system reserves. The files of a person stand together,
        sorted by date. Two persons may have one name, as on paper.

    Raises:
        WrongType: For a datetime, or a name that is no text.
        InvalidValue: For a name without a letter of the Latin alphabet or a
            digit, for another extension or rank.

    >>> file_name("Martin Léa", date(2026, 8, 31), Document.CERFA)
    'martin-lea_2026-08-31_cerfa.pdf'
    >>> file_name("Martin Léa", date(2026, 8, 31), Document.AVENANT, rank=2)
    'martin-lea_2026-08-31_avenant-2.pdf'
    """
    check_arguments(file_name, locals())
    if not 1 <= rank <= _MOST:
        raise InvalidValue("rank", rank, f"write a rank from 1 to {_MOST}")
    if _EXTENSION.fullmatch(extension) is None:
        raise InvalidValue("extension", extension, "write 1 to 5 small letters or digits")
    whose = slug(person)
    if not whose:
        raise InvalidValue("person", person, "write it in Latin letters")
    kind = FILE_TYPES[document] + (f"-{rank}" if rank > 1 else "")
    end = f"_{day.isoformat()}_{kind}.{extension}"
    return whose[: _LONGEST - len(end)].rstrip("-") + end
