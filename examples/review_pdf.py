"""Revue d'un Cerfa 10103*14 rempli, au format PDF.

Usage : python -m examples.review_pdf FORMULAIRE.pdf

Lit les champs du formulaire, imprime sa revue et écrit la page à côté :
FORMULAIRE.revue.html. Ce que le formulaire ne dit pas (contrats précédents,
territoire…) est inconnu, jamais non. Un formulaire imprimé puis scanné n'a
plus de champs : il ne peut être lu. pip install pypdf
"""

import sys
from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from apprentissage import NotCovered, UnreadableContract
from apprentissage._text import typeset
from apprentissage.interchange import form_row, read_row
from apprentissage.views import page
from examples.review import place, tell, tell_page, uncovered, why


def fields_of(path: Path) -> dict[str, str]:
    """What each field of a form holds, by its name."""
    fields = PdfReader(path).get_fields() or {}
    return {name: str(field.value) for name, field in fields.items() if field.value is not None}


def main(name: str) -> None:
    """Review a form by its path."""
    path = Path(name)
    try:
        fields = fields_of(path)
        if not fields:
            sys.exit(typeset(f"{name} : ce PDF n'a aucun champ rempli"))
        reviewed, proposed = tell(read_row(form_row(fields)))
        written = place(path)
        written.write_text(page(reviewed, remedies=proposed), encoding="utf-8")
    except UnreadableContract as error:
        sys.exit(f"{name} : {error}")
    except NotCovered as gap:
        sys.exit(typeset(f"{name} : {uncovered(gap)}"))
    except PyPdfError as error:
        sys.exit(typeset(f"{name} : PDF illisible, {error}"))
    except OSError as error:
        sys.exit(typeset(f"{name} : fichier illisible, {why(error)}"))
    tell_page(written)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
