"""What a review rests on: dates of verification, readings followed."""

from functools import cache

from apprentissage._text import element, plural, sentence, typeset
from apprentissage.law.choices import Choice
from apprentissage.law.readings import DOCTRINE, LETTER, POINTS, Readings
from apprentissage.law.sources import LAW_CHECKED_ON
from apprentissage.reviewing import Review
from apprentissage.views._parts import Body, Column, folded, grid, prose, text
from apprentissage.views._pay import Pay
from apprentissage.views.names import POINT_NAMES

_CHECKED = (
    "Code du travail vérifié jusqu'au {law}, SMIC jusqu'au {smic}. Résultat "
    "d'un calcul sur les faits déclarés : il ne remplace ni la décision de "
    "l'opérateur de compétences ni un conseil juridique."
)
_LAW_STALE = (
    "Contrat conclu après le {law}, dernier jour pour lequel le code du "
    "travail est vérifié : un texte plus récent peut s'appliquer."
)
_SMIC_STALE = (
    "Contrat en cours après le {smic}, dernier jour pour lequel le SMIC est "
    "vérifié : les montants postérieurs reprennent le dernier SMIC connu."
)
_LETTER = "la lettre des textes"
_DOCTRINE = "la doctrine de l'administration où elle est connue, la lettre des textes ailleurs"
_SHORT = "Un article cité sans son code est du code du travail ; sa référence mène à Légifrance."
_OWN = "un choix propre à cette revue"


def stale_marks(review: Review, pay: Pay) -> str:
    """What may have changed since the texts were verified, if anything.

    Args:
        review: The review.
        pay: Its pay lines and euros.
    """
    said: list[str] = []
    if review.stale:
        said.append(sentence(_LAW_STALE, {"law": LAW_CHECKED_ON}))
    if pay.amounts is not None and pay.amounts.stale:
        checked_on = pay.amounts.checked_on
        said.append(sentence(_SMIC_STALE, {"smic": checked_on}))
    return "".join(element("p", prose(s), class_="note") for s in said)


def footing(review: Review, *, opened: bool) -> str:
    """Dates of verification; folded, the choice on each contested point.

    Args:
        review: The review.
        opened: The choices are unfolded from the start.
    """
    readings = review.readings
    checked = sentence(_CHECKED, {"law": LAW_CHECKED_ON, "smic": readings.smic.checked_on})
    rows = [_choice(point, getattr(readings, point)) for point in POINTS]
    followed = f"Cette revue suit {_followed(readings)}."
    table = grid(
        (Column("point controversé", "term"), Column("lecture suivie, et qui")),
        [Body(rows)],
        caption=followed,
    )
    return (
        element("p", prose(checked))
        + element("p", text(f"{followed} {_SHORT}"))
        + folded(
            text(f"Les {plural(len(rows), 'point controversé')}"),
            table,
            opened=opened,
            kind="more",
        )
    )


def _followed(readings: Readings) -> str:
    for preset, said in ((LETTER, _LETTER), (DOCTRINE, _DOCTRINE)):
        if all(getattr(readings, point) is getattr(preset, point) for point in POINTS):
            return said
    return _OWN


@cache  # as many as there are choices
def _choice(point: str, choice: Choice) -> tuple[str, str]:
    return text(POINT_NAMES[point]), prose(typeset(choice.holders))
