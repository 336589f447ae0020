"""What the site adds to the pages: typography, search, schemas, languages."""

import json
from pathlib import Path
from typing import Any
from unicodedata import combining, normalize

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.locale import _ as translated
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

HOMES = {"fr": "index", "en": "en/index"}
# Words of the theme: it knows no French, and Sphinx one language a site.
FRENCH = {
    "Next": "Suivant",
    "Previous": "Précédent",
    "Home": "Accueil",
    "On this page": "Sur cette page",
    "Back to top": "Haut de page",
    "View this page": "Voir la source de la page",
    "Made with ": "Fait avec ",
    '<a href="https://www.sphinx-doc.org/">Sphinx</a> and ': (
        '<a href="https://www.sphinx-doc.org/">Sphinx</a> et '
    ),
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
    """Say the language of a page, and where the other one stands.

    What stands around the page is in its language too: the list of pages,
    the pages before and after it, the words of the theme.
    """
    language = "en" if pagename.startswith("en/") else "fr"
    english = language == "en"
    other = pagename.removeprefix("en/") if english else f"en/{pagename}"
    context["language"] = language
    context["home"] = HOMES[language]
    context["other_page"] = other if other in app.env.all_docs else ""
    context["_"] = context["gettext"] = str if english else in_french
    told = contents(app, pagename, language)

    def toctree(**_: object) -> str:
        return told

    context["toctree"] = toctree
    if pagename == HOMES["en"]:
        context["prev"] = None
    if not english and (after := context.get("next")) is not None:
        first = app.builder.get_relative_uri(pagename, HOMES["en"])
        if after["link"] == first:
            context["next"] = None


def in_french(words: str) -> str:
    """Words of the theme or of Sphinx, in French."""
    return FRENCH.get(words) or str(translated(words))


def contents(app: Sphinx, pagename: str, language: str) -> str:
    """The list of the pages of one language, as a page links to them."""
    builder: Any = app.builder  # of HTML: it alone has such pages
    told = ""
    for listed in app.env.get_doctree(HOMES[language]).findall(addnodes.toctree):
        if HOMES["en"] in listed["includefiles"]:
            continue
        resolved = app.env.resolve_toctree(
            pagename, builder, listed, titles_only=True, includehidden=True
        )
        if resolved is not None:
            told += builder.render_partial(resolved)["fragment"]
    return told


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
    # Before the theme, which reads the list of pages.
    app.connect("html-page-context", switch, priority=400)
    app.connect("build-finished", publish)
    app.add_search_language(Unaccented)
    return {"parallel_read_safe": True}
