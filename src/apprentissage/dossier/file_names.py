"""Names of files: whose, of what day, which document; and back again."""

from datetime import date
from re import compile as regex

from attrs import frozen

from apprentissage._arguments import check_arguments
from apprentissage._text.ascii_names import decode_name, encode_name
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

_BY_TYPE = {name: document for document, name in FILE_TYPES.items()}
_LONGEST = 100
_MOST = 99
_NAME = regex(
    r"(?P<person>[^_]+)_(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"_(?P<type>[a-z-]+?)(-(?P<rank>[1-9][0-9]?))?"
    r"\.(?P<extension>[a-z0-9]{1,5})"
)


@frozen(kw_only=True)
class FileName:
    """What the name of a file tells.

    Args:
        person: Whose file it is, as written.
        day: Date of the document.
        document: Its type.
        extension: Of the file, without the dot.
        rank: Among the documents of one type and one day, from 1.
    """

    person: str
    day: date
    document: Document
    extension: str = "pdf"
    rank: int = 1


def file_name(
    person: str,
    day: date,
    document: Document,
    *,
    extension: str = "pdf",
    rank: int = 1,
) -> str:
    """The canonical name of a file, by name, date and document type.

    Args:
        person: Whose it is, family name first; any characters.
        day: Date of the document.
        document: Its type.
        extension: One to five small letters or digits.
        rank: Among the documents of one type and one day, from 1 to 99; the
            first one bears none.

    Returns:
        Plain ASCII in small letters, at most 100 characters, no name that
        an operating system reserves. The files of a person stand together,
        sorted by date.

    Raises:
        WrongType: For a datetime, or a name that is no text.
        InvalidValue: For an empty name, another extension or rank, or a name
            that does not fit into 100 characters.

    >>> file_name("Martin Léa", date(2026, 8, 31), Document.CERFA)
    'martin-le=2a_2026-08-31_cerfa.pdf'
    >>> file_name("Martin Léa", date(2026, 8, 31), Document.AVENANT, rank=2)
    'martin-le=2a_2026-08-31_avenant-2.pdf'
    """
    check_arguments(file_name, locals())
    if not 1 <= rank <= _MOST:
        raise InvalidValue("rank", rank, f"write a rank from 1 to {_MOST}")
    encoded = encode_name(person)
    kind = FILE_TYPES[document] + (f"-{rank}" if rank > 1 else "")
    name = f"{encoded}_{day.isoformat()}_{kind}.{extension}"
    if _NAME.fullmatch(name) is None:
        raise InvalidValue(
            "extension", extension, "write 1 to 5 small letters or digits"
        )
    if len(name) > _LONGEST:
        room = _LONGEST - len(name) + len(encoded)
        raise InvalidValue(
            "person",
            person,
            f"shorten it: it takes {len(encoded)} characters in a file name, "
            f"{room} are left",
        )
    return name


def read_file_name(name: str) -> FileName:
    """What a canonical name of a file tells.

    Args:
        name: What `file_name` gave.

    Returns:
        The same person, day and document, exactly.

    Raises:
        WrongType: For what is no text.
        InvalidValue: For another name.

    >>> read_file_name("martin-le=2a_2026-08-31_cerfa.pdf").person
    'Martin Léa'
    """
    check_arguments(read_file_name, locals())
    match = _NAME.fullmatch(name)
    if match is None or match["type"] not in _BY_TYPE:
        raise InvalidValue("name", name, "write what file_name gives")
    try:
        read = FileName(
            person=decode_name(match["person"]),
            day=date.fromisoformat(match["day"]),
            document=_BY_TYPE[match["type"]],
            extension=match["extension"],
            rank=int(match["rank"] or 1),
        )
        again = file_name(
            read.person,
            read.day,
            read.document,
            extension=read.extension,
            rank=read.rank,
        )
    except ValueError as error:
        raise InvalidValue(
            "name", name, "write what file_name gives"
        ) from error
    if again != name:
        raise InvalidValue("name", name, "write what file_name gives")
    return read
