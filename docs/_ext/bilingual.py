"""What the site adds to the pages: typography, search, schemas, languages."""

import json
from pathlib import Path
from typing import Any
from unicodedata import combining, normalize

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.search import SearchLanguage
from sphinx.search.fr import SearchFrench

from apprentissage import contract_schema
from apprentissage._text import typeset
from apprentissage.interchange import (
    agenda_schema,
    difference_schema,
    pay_audit_schema,
    remedies_schema,
    review_schema,
    schedule_schema,
)

SCHEMAS = {
    "contrat": contract_schema(),
    "revue": review_schema(),
    "remedes": remedies_schema(),
    "difference": difference_schema(),
    "agenda": agenda_schema(),
    "remuneration": schedule_schema(),
    "bulletins": pay_audit_schema(),
}


class Unaccented(SearchLanguage):
    """The search of both languages: remuneration finds « rémunérations »."""

    lang = "fr"
    language_name = "French"
    stopwords = SearchFrench.stopwords
    js_stemmer_code = """
var Stemmer = function () {
  this.stemWord = function (word) {
    return word.normalize("NFD").replace(/[\\u0300-\\u036f]/g, "")
      .replace(/(...)[sx]$/, "$1");
  };
};
"""

    def stem(self, word: str) -> str:
        """A word as it is looked up: small, without accents nor plural."""
        letters = normalize("NFD", word.lower())
        plain = "".join(one for one in letters if not combining(one))
        plural = len(plain) > 3 and plain[-1] in "sx"
        return plain[:-1] if plural else plain


def unbroken(_: Sphinx, page: nodes.document) -> None:
    """Put no-break spaces where French wants them, outside of code."""
    for text in list(page.findall(nodes.Text)):
        parent = text.parent
        if not isinstance(parent, nodes.literal | nodes.literal_block):
            parent.replace(text, nodes.Text(typeset(text)))


def switch(
    app: Sphinx,
    pagename: str,
    _template: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Say the language of a page, and where the other one stands."""
    english = pagename.startswith("en/")
    other = pagename.removeprefix("en/") if english else f"en/{pagename}"
    context["language"] = "en" if english else "fr"
    context["other_page"] = other if other in app.env.all_docs else ""


def publish(app: Sphinx, failure: Exception | None) -> None:
    """Write the JSON Schemas at the root of the site."""
    if failure is None and app.builder.format == "html":
        for name, schema in SCHEMAS.items():
            text = json.dumps(schema, ensure_ascii=False, indent=2)
            place = Path(app.outdir) / f"{name}.schema.json"
            place.write_text(f"{text}\n", encoding="utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect them to the build."""
    app.connect("doctree-read", unbroken)
    app.connect("html-page-context", switch)
    app.connect("build-finished", publish)
    app.add_search_language(Unaccented)
    return {"parallel_read_safe": True}
