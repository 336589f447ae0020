"""What the source quotes from no article of the code du travail.

A quotation, and the name of who wrote it: that name must stand in the same
comment or docstring.
"""

_NOTICE = "notice 51649"

ELSEWHERE: dict[str, str] = {
    "Pas de convention collective : code 9999.": _NOTICE,
    "Si convention collective en cours de négociation : code 9998.": _NOTICE,
    "Si l'apprenti est né à l'étranger : CODE 099.": _NOTICE,
    "bac + 5 et plus": _NOTICE,
    "sous son format en 13 chiffres (sans la clé)": _NOTICE,
}
