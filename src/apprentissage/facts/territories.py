"""Where a contract is executed: it decides holidays and the SMIC."""

from apprentissage._labelled import Labelled


class Territory(Labelled):
    """The territory of the place of execution, not of the head office.

    >>> Territory("mayotte").label
    'Mayotte'
    """

    METROPOLE = "metropole", "France métropolitaine"
    ALSACE_MOSELLE = "alsace-moselle", "Alsace-Moselle"
    GUADELOUPE = "guadeloupe", "Guadeloupe"
    MARTINIQUE = "martinique", "Martinique"
    GUYANE = "guyane", "Guyane"
    LA_REUNION = "la-reunion", "La Réunion"
    MAYOTTE = "mayotte", "Mayotte"
    SAINT_MARTIN = "saint-martin", "Saint-Martin"
    SAINT_BARTHELEMY = "saint-barthelemy", "Saint-Barthélemy"
    SAINT_PIERRE_ET_MIQUELON = ("saint-pierre-et-miquelon", "Saint-Pierre-et-Miquelon")


class Region(Labelled):
    """The region of the contract; only asked for 2017-2019.

    The experiment of the law of 8 August 2016 raised the age limit in some
    regions for contracts concluded from 2017.
    """

    AUVERGNE_RHONE_ALPES = "auvergne-rhone-alpes", "Auvergne-Rhône-Alpes"
    BOURGOGNE_FRANCHE_COMTE = ("bourgogne-franche-comte", "Bourgogne-Franche-Comté")
    BRETAGNE = "bretagne", "Bretagne"
    CENTRE_VAL_DE_LOIRE = "centre-val-de-loire", "Centre-Val de Loire"
    CORSE = "corse", "Corse"
    GRAND_EST = "grand-est", "Grand Est"
    HAUTS_DE_FRANCE = "hauts-de-france", "Hauts-de-France"
    ILE_DE_FRANCE = "ile-de-france", "Île-de-France"
    NORMANDIE = "normandie", "Normandie"
    NOUVELLE_AQUITAINE = "nouvelle-aquitaine", "Nouvelle-Aquitaine"
    OCCITANIE = "occitanie", "Occitanie"
    PAYS_DE_LA_LOIRE = "pays-de-la-loire", "Pays de la Loire"
    PROVENCE_ALPES_COTE_D_AZUR = ("provence-alpes-cote-d-azur", "Provence-Alpes-Côte d'Azur")
    OVERSEAS = "overseas", "outre-mer", "outre-mer"
