"""What the source quotes from no article of the code du travail.

A quotation, and the name of who wrote it: that name must stand in the same
comment or docstring. OPCO EP's sheet on the Cerfa is of 2023.
"""

_SHEET = "OPCO EP"
_NOTICE = "notice 51649"
_FORM = "form"

ELSEWHERE: dict[str, str] = {
    # identifiers and boxes
    "Pas de convention collective : code 9999.": _SHEET,
    "Si convention collective en cours de négociation : code 9998.": _SHEET,
    "Si l'apprenti est né à l'étranger : CODE 099.": _SHEET,
    "bac + 5 et plus": _NOTICE,
    "équivalence jeunes": _FORM,
    "extension BOE": _FORM,
    "dont formation à distance": _FORM,
    "sous son format en 13 chiffres (sans la clé)": _SHEET,
    "Champs obligatoirement renseignés au titre du traitement et du financement, de la gestion "
    "des aides financières ou bien de la transmission à la DGEFP": _SHEET,
    "Numéro du contrat précédent ou du contrat sur lequel porte l'avenant": "cerfa",
    "Le 1er chiffre représente le niveau": "ministry",
    # codes
    "Autres changements : changement de maître d'apprentissage, de durée de "
    "travail hebdomadaire, réduction de durée, etc.": _SHEET,
    "a terminé son précédent contrat auprès d'un même employeur": _SHEET,
    "a terminé son précédent contrat auprès d'un autre employeur": _SHEET,
    "dont le précédent contrat auprès d'un autre employeur a été rompu": _SHEET,
    "Premier contrat d'apprentissage de l'apprenti": _SHEET,
    "dernière année du cycle suivie et diplôme obtenu": _NOTICE,
    "suite à la rupture du précédent contrat": _SHEET,
    "formation avant le début du contrat": _SHEET,
    # dates, maître, documents
    "Date à laquelle le contrat (ou l'avenant au contrat) est signé par les deux parties.": _SHEET,
    "signé par les deux parties": _SHEET,
    "au plus tard le 1er jour où il commence": "OPCO Atlas",
    "avant la prise d'effet": "vade-mecum",
    "la convention de mobilité européenne ou internationale, si une mobilité est prévue": _SHEET,
    "avant le 30 juin 2025": "sheet",
    # numbers and delays
    "jusqu'au premier jour ouvrable suivant": "code de procédure civile",
    "fourni par la DGEFP lors du dépôt du contrat […] reporté sur la "
    "notification de prise en charge": _SHEET,
    "reporté sur la notification de prise en charge financière": _SHEET,
    "paiements au CFA ou à l'entreprise": "founding article",
    "un espace de stockage partagé, accessible à l'alternant, au service RH "
    "ou au CFA selon les cas": "founding article",
    "à compter de la date de réception du dossier complet": _SHEET,
    "dans un délai de 20 jours à compter de la date de réception du dossier complet": _SHEET,
    "tous les jours de la semaine, à l'exception du jour de repos "
    "hebdomadaire (généralement le dimanche) et des jours fériés "
    "habituellement non travaillés dans l'entreprise": "code.travail.gouv.fr",
    # retention
    "Les actions personnelles ou mobilières se prescrivent par cinq ans": "code civil",
    "jusqu'au 31 décembre 2032, pour les contrats conclus jusqu'au 31 décembre 2022": _SHEET,
    "pendant 5 ans à compter de leur conclusion, pour ceux conclus depuis le "
    "1er janvier 2023": _SHEET,
    "Pour les contrats conclus antérieurement au 1er juillet 2020 et pour "
    "ceux conclus à compter du 1er janvier 2024": _NOTICE,
    "conclus entre le 1er juillet 2020 et le 31 décembre 2023 […] jusqu'au 31 "
    "décembre 2031": _NOTICE,
    "jusqu'à la liquidation de leur retraite": _SHEET,
    "5 ans à compter de leur conclusion": _SHEET,
}
