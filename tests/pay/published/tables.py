"""Tables of pay that others print, each read where its address says.

A table is one source and one situation. A cell is a percent, and behind `=`
the euros of a month of 35 hours as printed; `-` stands for a cell that the
source does not print, or that was not read. Figures that contradict the Code
are not here but in `PRINTED_OTHERWISE`, with the article.
"""

from datetime import date
from typing import NamedTuple

__all__ = ["PRINTED_OTHERWISE", "TABLES", "Otherwise", "Table"]

YEARS = ("year 1", "year 2", "year 3")
AFTER = ("after 1", "after 2", "after 3")

HALF_UP = ("half-up",)
CUT = ("truncated",)
UP = ("ceiling",)
EITHER = ("half-up", "truncated")
"""The source cuts some figures and rounds others."""


class Table(NamedTuple):
    """One printed table.

    `smic_on` is the day whose SMIC the euros rest on, `law` the day of
    conclusion whose text the rates rest on. `columns` name situations of the
    test; `rounding` the printed roundings, of which each figure follows one.
    """

    source: str
    url: str
    printed: str
    smic_on: date
    law: date
    rows: str
    columns: tuple[str, ...] = YEARS
    rounding: tuple[str, ...] = HALF_UP
    grid: str = ""
    facts: str = ""
    readings: str = ""


class Otherwise(NamedTuple):
    """A printed figure that the Code contradicts."""

    source: str
    url: str
    printed: str
    due: str
    article: str


SEPT_2008 = date(2008, 9, 1)
OLD = date(2018, 9, 3)
"""A day of conclusion under the grid of before 2019."""
JAN_2011 = date(2011, 1, 1)
JAN_2012 = date(2012, 1, 1)
JUNE_2013 = date(2013, 6, 1)
JAN_2014 = date(2014, 1, 1)
JAN_2015 = date(2015, 1, 1)
JAN_2016 = date(2016, 1, 1)
JULY_2016 = date(2016, 7, 1)
JAN_2017 = date(2017, 1, 1)
JAN_2018 = date(2018, 1, 1)
JAN_2019 = date(2019, 1, 1)
JAN_2020 = date(2020, 1, 1)
JAN_2021 = date(2021, 1, 1)
OCT_2021 = date(2021, 10, 1)
JAN_2022 = date(2022, 1, 1)
MAY_2022 = date(2022, 5, 1)
AUG_2022 = date(2022, 8, 1)
JAN_2023 = date(2023, 1, 1)
MAY_2023 = date(2023, 5, 1)
JULY_2023 = date(2023, 7, 1)
SEPT_2023 = date(2023, 9, 4)
JAN_2024 = date(2024, 1, 1)
SEPT_2024 = date(2024, 9, 2)
NOV_2024 = date(2024, 11, 1)
JAN_2025 = date(2025, 1, 1)
AUG_2025 = date(2025, 8, 1)
SEPT_2025 = date(2025, 9, 1)
JAN_2026 = date(2026, 1, 1)

RATES_BEFORE_2019 = """
under_18: 25 37 53
18_20: 41 49 65
21_25: 53 61 78
"""
RATES_SINCE_2019 = """
under_18: 27 39 55
18_20: 43 51 67
21_25: 53 61 78
26_plus: 100 100 100
"""
RATES_OF_THREE = """
under_18: 27 39 55
18_20: 43 51 67
21_25: 53 61 78
"""

LEGAL_BEFORE_2019 = (
    Table(
        "Fiscalnews, salaire des apprentis",
        "https://fiscalnews.fr/salaire-des-apprentis-limitation-smic",
        "2011",
        JAN_2011,
        JAN_2011,
        """
        under_18: 25=341.25 37=505.05 53=723.45 68=928.20
        18_20: 41=559.65 49=668.85 65=887.25 80=1092.00
        21_25: 53=723.45 61=832.65 78=1064.70 93=1269.45
        """,
        columns=(*YEARS, "fourth, disability"),
    ),
    Table(
        "L'Hôtellerie-Restauration, smic des apprentis 2012",
        "https://lhotellerie-restauration.fr/actualite/smic-des-apprentis-2012-a-jour-au-1er-janvier-2012",
        "2012",
        JAN_2012,
        JAN_2012,
        RATES_BEFORE_2019,
    ),
    Table(
        "L'Hôtellerie-Restauration, formation complémentaire 2012",
        "https://lhotellerie-restauration.fr/actualite/smic-des-apprentis-2012-a-jour-au-1er-janvier-2012",
        "2012",
        JAN_2012,
        JAN_2012,
        """
        under_18: 40 52 68
        18_20: 56 64 80
        21_25: 68 76 93
        """,
        columns=AFTER,
        readings="fifteen_points_before_2019=ONE_YEAR_TOO",
    ),
    Table(
        "L'Hôtellerie-Restauration, smic des apprentis 2014",
        "https://m.lhotellerie-restauration.fr/actualite/smic-des-apprentis-2014",
        "2014-02-12",
        JAN_2014,
        JAN_2014,
        RATES_BEFORE_2019,
    ),
    Table(
        "L'Hôtellerie-Restauration, formation complémentaire 2014",
        "https://m.lhotellerie-restauration.fr/actualite/smic-des-apprentis-2014",
        "2014-02-12",
        JAN_2014,
        JAN_2014,
        """
        under_18: 40 52 68
        18_20: 56 64 80
        21_25: 68 76 93
        """,
        columns=AFTER,
        readings="fifteen_points_before_2019=ONE_YEAR_TOO",
    ),
    Table(
        "pratique.fr, rémunération de l'apprenti",
        "https://pratique.fr/remuneration-apprenti.html",
        "2014",
        JAN_2014,
        JAN_2014,
        """
        under_18: 25=361.35 37=534.79 53=766.05
        18_20: 41=592.61 49=708.24 65=939.50
        21_25: 53=766.05 61=881.68 78=1127.40
        """,
    ),
    Table(
        "« Apprentissage - salaire minimum à appliquer », contrats de douze "
        "ou vingt-quatre mois pour terminer une formation",
        "https://www.yumpu.com/fr/document/view/30360314/apprentissage-salaire-minimum-a-appliquer/2",
        "2014-11-18",
        JAN_2014,
        JAN_2014,
        """
        under_18: 37 53
        18_20: 49 65
        21_25: 61 78
        """,
        columns=("shortened 1", "shortened 2"),
    ),
    Table(
        "smic-horaire.net, pourcentage du SMIC selon l'âge",
        "http://www.smic-horaire.net/pourcentage-smic-age.html",
        "2015",
        JAN_2015,
        JAN_2015,
        """
        under_18: 25=364.38 37=539.28 53=772.49
        18_20: 41=597.58 49=714.18 65=947.39
        21_25: 53=772.49 61=889.09 78=1136.87
        """,
    ),
    Table(
        "Université de Lorraine, master BSIS, contrat d'apprentissage",
        "https://deploy.abcdocz.com/doc/1455770/le-contrat-d-apprentissage-----master-bsis--ul",
        "2015",
        JAN_2015,
        JAN_2015,
        RATES_BEFORE_2019,
    ),
    Table(
        "contratdapprentissage.fr, salaire apprenti 2016",
        "http://www.contratdapprentissage.fr/salaire-apprenti.php",
        "2017",
        JAN_2016,
        JAN_2016,
        """
        under_18: 25=366.65 37=542.65 53=777.31
        18_20: 41=601.31 49=718.64 65=953.30
        21_25: 53=777.31 61=894.64 78=1143.96
        """,
        rounding=EITHER,
    ),
    Table(
        "Rue de la paye, salaires minimaux 2016",
        "https://www.ruedelapaye.com/e-mag/remuneration-contrat-pro-contrat-apprentissage-gratification-de-stage-2016/",
        "2016-02-04",
        JAN_2016,
        JAN_2016,
        """
        under_18: 25=366.65 37=542.65 53
        18_20: 41=601.31 49=718.64 65=953.30
        21_25: 53 61=894.64 78=1143.96
        """,
        rounding=EITHER,
    ),
    Table(
        "e-paye, rémunération minimale des apprentis, SMC de 2 000 €",
        "https://e-paye.com/remuneration-minimale-des-apprentis/",
        "2016",
        JULY_2016,
        JULY_2016,
        "21_25: 53 61 78",
        facts="smc 2000",
    ),
    Table(
        "contratdapprentissage.fr, salaire apprenti 2017",
        "http://www.contratdapprentissage.fr/salaire-apprenti.php",
        "2017",
        JAN_2017,
        JAN_2017,
        """
        under_18: 25=370.07 37=547.70 53=784.54
        18_20: 41=606.91 49=725.33 65=962.18
        21_25: 53=784.54 61 78=1154.61
        """,
    ),
    Table(
        "Formasup ARL, rémunération 2017",
        "http://www.formasup-arl.fr/remuneration",
        "2017",
        JAN_2017,
        JAN_2017,
        """
        18_20: 41=606.91 49=725.33 65=962.17
        21_25: 53=784.54 61=902.96 78=1154.61
        """,
        rounding=CUT,
    ),
    Table(
        "Direction de l'information légale et administrative, F32038 (ville de Riom)",
        "https://www.ville-riom.fr/demarches-en-ligne-comarquage.html",
        "2017-01-01",
        JAN_2017,
        JAN_2017,
        """
        under_18: 25=370.07 37=547.70 53=784.54
        18_20: 41=606.91 49=725.33 65=962.17
        21_25: 53=784.54 61=902.96 78=1154.61
        """,
        rounding=EITHER,
    ),
    Table(
        "Direction de l'information légale et administrative, F32038, "
        "apprenti handicapé de plus de 21 ans",
        "https://www.ville-riom.fr/demarches-en-ligne-comarquage.html",
        "2017-01-01",
        JAN_2017,
        JAN_2017,
        "21_25: 93",
        columns=("fourth, disability",),
    ),
    Table(
        "Le Pass'alternance 93, rémunération",
        "http://www.lepassalternance93.fr/ce-que-vous-devez-savoir/remuneration/",
        "2017",
        JAN_2017,
        JAN_2017,
        """
        under_18: 25=370.06 37=547.70 53=784.54
        18_20: 41=606.91 49=725.33 65=962.17
        21_25: 53=784.54 61=902.96 78=1154.61
        """,
        rounding=EITHER,
    ),
    Table(
        "L'Hôtellerie-Restauration, smic des apprentis au 1er janvier 2018",
        "https://m.lhotellerie-restauration.fr/actualite/smic-des-apprentis-au-1er-janvier-2018",
        "2018",
        JAN_2018,
        JAN_2018,
        RATES_BEFORE_2019,
    ),
    Table(
        "Legisocial, contrats conclus avant 2019, SMIC de 2019",
        "https://legisocial.fr/reperes-sociaux/remuneration-contrat-alternance-apprentissage-2019.html",
        "2019",
        JAN_2019,
        OLD,
        """
        under_18: 25=380.30 37=562.85 53=806.24
        18_20: 41=623.70 49=745.40 65=988.79
        21_25: 53=806.24 61=927.94 78=1186.55
        """,
        rounding=EITHER,
    ),
    Table(
        "Efisciences, contrats en cours, 1er janvier 2021",
        "https://efisciences.fr/?p=16836",
        "2021",
        JAN_2021,
        OLD,
        """
        under_18: 25=388.65 37=575.20 53=823.93
        18_20: 41=637.38 49=761.75 65=1010.48
        21_25: 53=823.93 61=948.30 78=1212.58
        """,
        rounding=UP,
    ),
    Table(
        "Efisciences, contrats en cours, 1er octobre 2021",
        "https://efisciences.fr/?p=16836",
        "2021",
        OCT_2021,
        OLD,
        """
        under_18: 25=397.37 37=588.10 53=842.41
        18_20: 41=651.68 49=778.84 65=1033.15
        21_25: 53=842.41 61=969.58 78
        """,
        rounding=EITHER,
    ),
    Table(
        "WebLex, contrats en cours, 1er mai 2022",
        "https://weblex.fr/chiffres-cles/montant-du-smic-et-du-minimum-garanti-au-1er-mai-2022",
        "2022",
        MAY_2022,
        OLD,
        """
        under_18: 25=411.40 37=608.87 53=872.16
        18_20: 41=674.69 49=806.34 65=1069.63
        21_25: 53=872.16 61=1003.81 78=1283.56
        """,
        rounding=UP,
    ),
)

LEGAL_SINCE_2019 = (
    Table(
        "Legisocial, contrats conclus depuis 2019",
        "https://legisocial.fr/reperes-sociaux/remuneration-contrat-alternance-apprentissage-2019.html",
        "2019",
        JAN_2019,
        JAN_2019,
        """
        under_18: 27=410.73 39=593.27 55=836.67
        18_20: 43=654.12 51=775.82 67=1019.22
        21_25: 53=806.24 61=927.94 78=1186.55
        26_plus: 100=1521.22 100=1521.22 100=1521.22
        """,
        rounding=EITHER,
    ),
    Table(
        "Rue de la paye, salaire apprenti 2019",
        "https://www.ruedelapaye.com/e-mag/salaire-apprenti-bareme-remuneration/",
        "2019-01-03",
        JAN_2019,
        JAN_2019,
        """
        under_18: 27=410.73 39=593.28 55=836.67
        18_20: 43=654.12 51=775.82 67=1019.21
        21_25: 53=806.25 61=927.94 78=1186.55
        26_plus: 100=1521.22 - -
        """,
        rounding=EITHER,
    ),
    Table(
        "L'Hôtellerie-Restauration, smic des apprentis au 1er janvier 2019",
        "https://m.lhotellerie-restauration.fr/actualite/smic-des-apprentis-au-1er-janvier-2019",
        "2019",
        JAN_2019,
        JAN_2019,
        RATES_SINCE_2019,
    ),
    Table(
        "Gérant de SARL, le salaire minimum des apprentis",
        "https://www.gerantdesarl.com/actualite/le-salaire-minimum-des-apprentis-revu-a-la-hausse",
        "2019-01-08",
        JAN_2019,
        JAN_2019,
        RATES_SINCE_2019,
    ),
    Table(
        "Legiest, la rémunération des apprentis",
        "https://legiest.blog/2019/10/07/la-remuneration-des-apprentis-2/",
        "2019-10-07",
        JAN_2019,
        JAN_2019,
        RATES_SINCE_2019,
    ),
    Table(
        "Youzful by CA, combien touche un apprenti en 2020",
        "https://www.youzful-by-ca.fr/c/devenir-apprenti-ou-alternant/salaire-apprenti-quelle-remuneration",
        "2020-11-20",
        JAN_2020,
        JAN_2020,
        """
        under_18: 27=416 39=601 55=847
        18_20: 43=662 51=785 67=1032
        21_25: 53=816 61=939 78=1201
        """,
        rounding=("euro, month of 1540",),
    ),
    Table(
        "Rue de la paye, salaire apprenti au 1er janvier 2021",
        "https://www.ruedelapaye.com/e-mag/salaire-apprenti-bareme-remuneration/",
        "2021-10-05",
        JAN_2021,
        JAN_2021,
        """
        under_18: 27=419.74 39=606.29 55=855.02
        18_20: 43=668.47 - -
        """,
    ),
    Table(
        "Éditions Tissot, GLP.05.4.030",
        "https://www.editions-tissot.fr/oe/content.aspx?section=P05C4F030",
        "2021",
        JAN_2021,
        JAN_2021,
        """
        under_18: 27=419.74 39=606.29 55=855.02
        18_20: 43=668.47 51=792.84 67=1041.57
        21_25: 53=823.93 61=948.29 78=1212.57
        26_plus: 100 - -
        """,
    ),
    Table(
        "autoentrepreneur-pratique.fr, salaire d'un apprenti en 2021",
        "https://www.autoentrepreneur-pratique.fr/quel-salaire-net-pour-un-apprenti/",
        "2021",
        JAN_2021,
        JAN_2021,
        """
        under_18: 27=419.74 - 55=855.02
        18_20: 43=668.47 - 67=1041.57
        21_25: 53=823.93 - 78=1212.57
        """,
    ),
    Table(
        "3iFA, rémunération de l'apprenti",
        "https://www.3ifa.fr/remuneration-lapprenti",
        "2022",
        JAN_2022,
        JAN_2022,
        """
        under_18: 27=432.84 39=625.22 55=881.72
        18_20: 43=689.34 51=817.59 67=1074.09
        21_25: 53=849.65 61=977.90 78=1250.43
        """,
    ),
    Table(
        "Force ouvrière, livret sécurité 2022",
        "https://fliphtml5.com/posiz/edxx/",
        "2022",
        JAN_2022,
        JAN_2022,
        """
        under_18: 27 39=625.22 55=881.72
        18_20: 43=689.34 51=817.59 67=1074.09
        21_25: 53=849.65 61=977.90 78=1250.43
        26_plus: 100=1603.12 - -
        """,
    ),
    Table(
        "Paie News, SMIC horaire au 1er août 2022",
        "https://paie-news.fr/Alternance/Formation-alternance.html",
        "2022",
        AUG_2022,
        AUG_2022,
        """
        under_18: 27=453.32 - -
        18_20: 43=721.95 - -
        21_25: 53 - -
        """,
    ),
    Table(
        "Éditions Tissot, alternant : les minima ont augmenté",
        "https://editions-tissot.fr/actualite/droit-du-travail/alternant-les-minima-ont-augmente-au-1er-aout-2022",
        "2022-09-06",
        AUG_2022,
        AUG_2022,
        RATES_SINCE_2019,
    ),
    Table(
        "Chambre de métiers d'Ille-et-Vilaine, rémunérer un apprenti",
        "https://www.cma35.bzh/crma-bretagne/r%C3%A9mun%C3%A9rer-un-apprenti",
        "2022",
        AUG_2022,
        AUG_2022,
        RATES_SINCE_2019,
    ),
    Table(
        "CFA Numia, hausse du salaire des apprentis",
        "https://cfa-numia.fr/nos-actualites/revalorisation-du-smic-et-hausse-du-salaire-des-apprentis",
        "2023",
        JAN_2023,
        JAN_2023,
        """
        under_18: 27=461.50 39=666.61 55=940.10
        18_20: 43=734.99 51=871.73 67=1145.21
        21_25: 53=905.91 61=1042.66 78=1333.23
        26_plus: 100=1709.28 100=1709.28 100=1709.28
        """,
        rounding=CUT,
    ),
    Table(
        "Rue de la paye, coiffure : salaire apprenti 2023 (grille légale)",
        "https://www.ruedelapaye.com/e-mag/coiffure-grille-des-salaires/",
        "2023-02-17",
        JAN_2023,
        JAN_2023,
        """
        under_18: 27=461.50 39=666.62 55=940.10
        18_20: 43=734.99 51=871.73 -
        """,
        rounding=EITHER,
    ),
    Table(
        "amelioration.app, apprenti : salaire",
        "https://amelioration.app/blog/apprenti-salaire-tout-ce-que-vous-devez-savoir",
        "2023",
        JAN_2023,
        JAN_2023,
        RATES_OF_THREE,
    ),
    Table(
        "Rue de la paye, salaire apprenti au 1er mai 2023",
        "https://www.ruedelapaye.com/e-mag/salaire-apprenti-bareme-remuneration/",
        "2023-05-02",
        MAY_2023,
        MAY_2023,
        """
        under_18: 27=471.75 39=681.42 55=960.98
        18_20: 43=751.31 51=891.09 67=1170.65
        21_25: 53=926.04 - -
        """,
        rounding=("151.67 hours",),
    ),
    Table(
        "CMH Conseil, cas général",
        "https://cmhconseil.com/chiffres_utiles/remuneration-des-salaries-en-contrats-en-alternance/",
        "2023",
        MAY_2023,
        MAY_2023,
        """
        under_18: 27=471.74 39=681.41 55=960.96
        18_20: 43=751.30 51=891.07 67=1170.62
        21_25: 53=926.02 61=1065.79 78=1362.82
        26_plus: 100=1747.20 100=1747.20 100=1747.20
        """,
    ),
    Table(
        "CMH Conseil, formation complémentaire",
        "https://cmhconseil.com/chiffres_utiles/remuneration-des-salaries-en-contrats-en-alternance/",
        "2023",
        MAY_2023,
        MAY_2023,
        """
        under_18: 42=733.82 54=943.49 70=1223.04
        18_20: 58=1013.38 66=1153.15 82
        """,
        columns=AFTER,
    ),
    Table(
        "Unit RH, la rémunération de l'apprenti",
        "https://unitrh.com/la-remuneration-de-lapprenti/",
        "2023",
        MAY_2023,
        MAY_2023,
        """
        under_18: 27=471.74 39=681.41 55=960.96
        18_20: 43=751.30 51=891.07 67=1170.62
        21_25: 53=926.02 61=1065.79 78=1362.82
        26_plus: 100=1747.20 - -
        """,
    ),
    Table(
        "Bizouard, SMIC du 1er janvier 2024",
        "https://bizouard.com/blog/2024/10/29/remuneration-des-salaries-en-contrats-en-alternance",
        "2024-10-29",
        JAN_2024,
        JAN_2024,
        """
        under_18: 27=477.07 39=689.10 55=971.80
        18_20: 43=759.77 51=901.13 67=1183.83
        21_25: 53=936.47 61=1077.82 78=1378.20
        26_plus: 100=1766.92 100=1766.92 100=1766.92
        """,
        rounding=EITHER,
    ),
    Table(
        "Droit-finances, grille en brut 2024",
        "https://droit-finances.commentcamarche.com/faq/33507-apprentissage-salaire-d-un-apprenti-en-2019-2020",
        "2024",
        JAN_2024,
        JAN_2024,
        """
        under_18: 27=477.07 39=689.10 55=971.80
        18_20: 43=759.77 51=901.13 -
        """,
        rounding=EITHER,
    ),
    Table(
        "nr-co.fr, SMIC des apprentis",
        "https://www.nr-co.fr/?p=58182",
        "2024",
        JAN_2024,
        JAN_2024,
        """
        under_18: 27=477.07 39=689.10 55=971.80
        18_20: 43=759.77 51=901.13 67=1183.83
        21_25: 53=936.47 61=1077.82 78=1378.20
        26_plus: 100=1766.92 - -
        """,
        rounding=EITHER,
    ),
    Table(
        "Fédération nationale des travaux publics, rémunérations légales",
        "https://preprod.fntp.fr/infodoc/formation/choisir-lalternance/apprentissage-et-contrat-de-professionnalisation-salaires",
        "2024",
        JAN_2024,
        JAN_2024,
        """
        under_18: 27=477.07 39=689.10 55=971.81
        18_20: 43=759.77 51=901.13 67=1183.83
        21_25: 53=936.47 61=1077.82 78=1378.20
        26_plus: 100=1766.92 - -
        """,
        rounding=EITHER,
    ),
    Table(
        "aef-dmoz.org, salaires en alternance, rentrée 2024",
        "https://www.aef-dmoz.org/quel-est-limpact-de-la-hausse-du-smic-sur-les-salaires-en-alternance-pour-la-rentree-2024/",
        "2024",
        JAN_2024,
        JAN_2024,
        """
        under_18: 27=477.07 - 55=971.80
        18_20: 43=759.77 - 67=1183.83
        21_25: 53=936.46 - 78=1378.19
        26_plus: 100=1766.92 100=1766.92 100=1766.92
        """,
        rounding=EITHER,
    ),
    Table(
        "Cerfrance, salaire horaire minimum légal des apprentis",
        "https://horizon63.cerfrance.fr/breves/smic-les-principales-incidences-de-sa-revalorisation",
        "2024",
        JAN_2024,
        JAN_2024,
        """
        under_18: 27=3.15 39=4.54 55=6.41
        18_20: 43=5.01 51=5.94 67=7.81
        21_25: 53=6.17 61=7.11 78=9.09
        26_plus: 100=11.65 - -
        """,
        rounding=("hour",),
    ),
    Table(
        "Bulletins Paie, rémunération des apprentis en 2024",
        "https://bulletinspaie.com/remuneration-des-apprentis-en-2024-guide-complet-avec-exemples-pratiques",
        "2024",
        JAN_2024,
        JAN_2024,
        RATES_SINCE_2019,
    ),
    Table(
        "Université Paul-Valéry Montpellier 3, rémunération",
        "https://univ-montp3.fr/fr/contrat-dapprentissage-0/r%C3%A9mun%C3%A9ration",
        "2024-05-02",
        JAN_2024,
        JAN_2024,
        RATES_SINCE_2019,
    ),
    Table(
        "IUT 2 de Grenoble, modalités pratiques et rémunération",
        "https://iut2.univ-grenoble-alpes.fr/alternance/modalites-pratiques-et-remuneration/",
        "2024-11-25",
        NOV_2024,
        NOV_2024,
        RATES_SINCE_2019,
    ),
    Table(
        "Chambre de métiers de Meurthe-et-Moselle, cas général",
        "https://cma-meurthe-et-moselle.fr/remuneration-apprentissage/",
        "2024",
        JAN_2024,
        JAN_2024,
        RATES_SINCE_2019,
    ),
    Table(
        "Bizouard, SMIC du 1er novembre 2024",
        "https://bizouard.com/blog/2024/10/29/remuneration-des-salaries-en-contrats-en-alternance",
        "2024-10-29",
        NOV_2024,
        NOV_2024,
        """
        under_18: 27=486.49 39=702.70 55
        18_20: 43=774.77 51=918.92 67=1207.21
        21_25: 53=954.95 61=1099.10 -
        """,
    ),
    Table(
        "ARIFTS, la grille de rémunération",
        "https://arifts.fr/apprentissage/espace-apprenti/la-grille-de-remuneration",
        "2024",
        NOV_2024,
        NOV_2024,
        """
        under_18: 27=486.49 39=702.70 55=990.99
        18_20: 43=774.77 51=918.92 67=1207.21
        21_25: 53=954.95 61=1099.10 78=1405.40
        26_plus: 100=1801.80 100=1801.80 100=1801.80
        """,
    ),
    Table(
        "CFA interprofessionnel d'Eure-et-Loir",
        "https://cfainterpro28.com/remuneration-apprenti/",
        "2024",
        NOV_2024,
        NOV_2024,
        """
        under_18: 27=486.49 39=702.70 55=990.99
        18_20: 43=774.77 51=918.92 67=1207.21
        21_25: 53=954.96 61=1099.10 78=1405.40
        26_plus: 100=1801.80 100=1801.80 100=1801.80
        """,
        rounding=("half-up", "ceiling"),
    ),
    Table(
        "Diplomeo, salaires avant le 1er août 2025",
        "https://diplomeo.com/actualite-hausse_salaire_apprentis_hcr",
        "2025",
        JAN_2025,
        JAN_2025,
        """
        under_18: 27=486.49 39=702.70 55
        18_20: 43=774.77 51=918.92 67=1207.21
        """,
    ),
    Table(
        "L'apprenti, salaire brut : indicateur 2025",
        "https://lapprenti.com/html/apprenti/salaires_branches.asp",
        "2025",
        JAN_2025,
        JAN_2025,
        """
        under_18: 27=486 39=703 55=991
        18_20: 43=775 51=919 67=1207
        21_25: 53=955 61=1099 78=1405
        """,
        rounding=("euro",),
    ),
    Table(
        "mfja.fr, rémunération en BUT",
        "https://mfja.fr/?p=1260",
        "2026",
        JAN_2026,
        JAN_2026,
        """
        18_20: 51=929.75 67=1221.43
        21_25: 61=1112.05 78=1421.96
        """,
        columns=("BUT 2", "BUT 3"),
    ),
    Table(
        "cuidam.fr, salaire apprenti 2026",
        "https://www.cuidam.fr/grille-salaire-apprenti",
        "2026",
        JAN_2026,
        JAN_2026,
        "18_20: 43=784 - -",
        rounding=("euro",),
    ),
    Table(
        "celiade, grille entière de janvier 2026 (case salary_points-002)",
        "",
        "2026",
        JAN_2026,
        JAN_2026,
        """
        under_18: 27=492.22 39=710.98 55=1002.67
        18_20: 43=783.90 51=929.75 67=1221.43
        21_25: 53=966.21 61=1112.05 78=1421.96
        26_plus: 100=1823.03 100=1823.03 100=1823.03
        """,
    ),
)

CYCLES = (
    Table(
        "cfau.fr, progression dans le cycle de formation",
        "http://www.cfau.fr/espace-entreprises/combien-gagne-un-apprenti",
        "2024",
        JAN_2024,
        JAN_2024,
        """
        under_18: 27 39 55
        18_20: 43 51 67
        21_25: 53 61 78
        26_plus: 100 100 100
        """,
        columns=("BUT 1", "BUT 2", "BUT 3"),
    ),
    Table(
        "ensuplr.fr, deuxième année de master seule, 23 ans",
        "https://ensuplr.fr/quelle-remuneration-appliquer-en-cas-dapprentissage-directement-en-deuxieme-annee-de-master-en-deuxieme-ou-troisieme-annee-de-dcg-en-deuxieme-ou-troisieme-annee-d",
        "2024",
        SEPT_2024,
        SEPT_2024,
        "21_25: 61",
        columns=("master 2",),
    ),
    Table(
        "ensuplr.fr, troisième année de licence seule, 21 ans",
        "https://ensuplr.fr/quelle-remuneration-appliquer-en-cas-dapprentissage-directement-en-deuxieme-annee-de-master-en-deuxieme-ou-troisieme-annee-de-dcg-en-deuxieme-ou-troisieme-annee-d",
        "2024",
        SEPT_2024,
        SEPT_2024,
        "21_25: 78",
        columns=("licence 3",),
    ),
    Table(
        "ensuplr.fr, deuxième et troisième années de BUT, 19 ans",
        "https://ensuplr.fr/quelle-remuneration-appliquer-en-cas-dapprentissage-directement-en-deuxieme-annee-de-master-en-deuxieme-ou-troisieme-annee-de-dcg-en-deuxieme-ou-troisieme-annee-d",
        "2024",
        SEPT_2024,
        SEPT_2024,
        "18_20: 51 67",
        columns=("BUT 2, then 3: year 1", "BUT 2, then 3: year 2"),
    ),
    Table(
        "IUT 2 de Grenoble, BUT 2 à 20 ans, puis BUT 3",
        "https://iut2.univ-grenoble-alpes.fr/alternance/modalites-pratiques-et-remuneration/",
        "2024-11-25",
        SEPT_2024,
        SEPT_2024,
        """
        18_20: 51 -
        21_25: - 78
        """,
        columns=("BUT 2, then 3: year 1", "BUT 2, then 3: year 2"),
    ),
    Table(
        "ensuplr.fr, second master en un an, en rapport direct",
        "https://ensuplr.fr/quelles-sont-les-conditions-pour-obtenir-la-majoration-de-quinze-points-prevue-a-larticle-d-6222-30-du-code-du-travail",
        "2024",
        SEPT_2024,
        SEPT_2024,
        "21_25: 76",
        columns=("after 2",),
    ),
    Table(
        "ensuplr.fr, licence professionnelle : deuxième année",
        "https://ensuplr.fr/quelle-remuneration-appliquer-en-licence-professionnelle",
        "2024",
        SEPT_2024,
        SEPT_2024,
        """
        18_20: 51
        21_25: 61
        """,
        columns=("licence professionnelle",),
    ),
    Table(
        "Centre Inffo, licence professionnelle en une seule année",
        "https://www.centre-inffo.fr/?p=479133",
        "2024-08-28",
        SEPT_2024,
        SEPT_2024,
        """
        under_18: 39
        18_20: 51
        21_25: 61
        """,
        columns=("licence professionnelle",),
    ),
    Table(
        "Université de Nice, licence professionnelle DOSI",
        "http://lpdosi.unice.fr/spip.php?article19",
        "2010",
        JAN_2011,
        JAN_2011,
        """
        18_20: 49
        21_25: 61
        """,
        columns=("licence professionnelle",),
        readings="licence_pro_before_april_2020=SECOND_YEAR",
    ),
    Table(
        "ensuplr.fr, RQTH, quatrième année",
        "https://ensuplr.fr/quelle-remuneration-appliquer-aux-beneficiaires-dune-reconnaissance-du-handicap-rqth",
        "2024",
        SEPT_2024,
        JAN_2021,
        "21_25: 93",
        columns=("fourth, disability",),
    ),
    Table(
        "DREETS Centre-Val de Loire, deuxième année après une rupture",
        "http://www.etoile.regioncentre-valdeloire.fr/GIP/site/etoilepro/questions-reponses-alternance-remuneration-apprentie",
        "2022-11-21",
        AUG_2022,
        AUG_2022,
        "under_18: 39",
        columns=("second year, resumed",),
    ),
    Table(
        "CFA TP d'Égletons, bac pro en deux ans",
        "http://www.cfatp-egletons.fr/apprentis/la-remuneration/",
        "2018",
        JAN_2018,
        JAN_2018,
        """
        under_18: 50=749.24 60=899.08
        18_20: 60=899.08 -
        21_25: 65=974.01 -
        """,
        columns=("shortened 1", "shortened 2"),
        grid="1597",
    ),
)

PUBLIC = (
    Table(
        "Direction de l'information légale et administrative, F3059 (Prats-de-Mollo), niveau bac",
        "https://www.mairie-pratsdemollolapreste.com/la-mairie/demarches-service-public/?xml=F3059",
        "2017",
        JAN_2017,
        date(2017, 3, 1),
        """
        under_18: 35=518.09 47=695.73 63=932.57
        18_20: 51=754.94 59=873.36 75=1110.20
        21_25: 63=932.57 71=1050.99 88=1302.64
        """,
        facts="public level 4",
    ),
    Table(
        "Direction de l'information légale et administrative, F3059 "
        "(Prats-de-Mollo), niveau bac+2",
        "https://www.mairie-pratsdemollolapreste.com/la-mairie/demarches-service-public/?xml=F3059",
        "2017",
        JAN_2017,
        date(2017, 3, 1),
        """
        under_18: 45=666.12 57=843.76 73=1080.60
        18_20: 61=902.97 69=1021.39 85=1258.23
        21_25: 73=1080.60 81=1199.02 98=1450.67
        """,
        rounding=("half-up", "ceiling"),
        facts="public level 5",
    ),
    Table(
        "Direction de l'information légale et administrative, F3059 "
        "(Chaufour-Notre-Dame), niveau bac",
        "https://chaufour-notre-dame.fr/vie-pratique/demarches-en-ligne/?xml=F3059",
        "2019-01-01",
        JAN_2019,
        JAN_2019,
        """
        under_18: 37=562.85 49=745.40 65=988.80
        18_20: 53=806.25 61=927.95 77=1171.34
        21_25: 63=958.37 71=1080.07 88=1338.68
        """,
        rounding=("half-up", "ceiling"),
        facts="public level 4",
    ),
    Table(
        "Direction de l'information légale et administrative, F3059 "
        "(Chaufour-Notre-Dame), niveau bac+2",
        "https://chaufour-notre-dame.fr/vie-pratique/demarches-en-ligne/?xml=F3059",
        "2019-01-01",
        JAN_2019,
        JAN_2019,
        """
        under_18: 47=714.97 59=897.52 75=1140.92
        18_20: 63=958.37 - 87=1323.46
        21_25: 73=1110.49 81=1232.19 98=1490.80
        """,
        facts="public level 5",
    ),
    Table(
        "Handi-Pactes PACA-Corse, barème de la fonction publique",
        "https://handipactes-paca-corse.org/loi-de-transformation-de-la-fonction-publique-quels-impacts-sur-lapprentissage/",
        "2019",
        JAN_2021,
        JAN_2021,
        RATES_SINCE_2019,
        facts="public level 5",
    ),
    Table(
        "Centre de gestion de Seine-et-Marne, l'apprentissage",
        "https://www.cdg77.fr/gestion-des-ressources-humaines/concours-et-emploi/lapprentissage/",
        "2023",
        JAN_2023,
        JAN_2023,
        RATES_SINCE_2019,
        facts="public level 5",
    ),
)

BRANCHES = (
    Table(
        "Accord du 8 février 2005, apprentissage dans le BTP",
        "https://legal.tricoteuses.fr/articles/KALIARTI000005831375",
        "2005-02-08",
        JAN_2011,
        JAN_2011,
        """
        under_18: 40 50 60
        18_20: 50 60 -
        21_25: 55 65 80
        """,
        grid="1597",
    ),
    Table(
        "AFP, accord sur les rémunérations des apprentis du bâtiment",
        "https://www.batiweb.com/actualites/dernieres-depeches-afp/apprentis-du-batiment-3-syndicats-signent-un-accord-sur-les-remunerations-2005-02-14-2624",
        "2005-02-10",
        SEPT_2008,
        SEPT_2008,
        """
        under_18: 40 50 60
        18_20: 50 60 70
        21_25: 55 65 80
        """,
        grid="1597",
    ),
    Table(
        "Étude en alternance, bâtiment, 40 % du SMIC en 2010",
        "http://etude-en-alternance.blogspot.com/p/le-salaire-des-lapprentis.html",
        "2010",
        date(2010, 1, 1),
        date(2010, 1, 1),
        "under_18: 40=537.51 - -",
        grid="1597",
    ),
    Table(
        "« Apprentissage - salaire minimum à appliquer », bâtiment",
        "https://www.yumpu.com/fr/document/view/30360314/apprentissage-salaire-minimum-a-appliquer/2",
        "2014-11-18",
        JAN_2014,
        JAN_2014,
        """
        under_18: 40 50 -
        18_20: 50 60 -
        21_25: 55 65 -
        """,
        grid="1597",
    ),
    Table(
        "CFA TP d'Égletons, la rémunération",
        "http://www.cfatp-egletons.fr/apprentis/la-remuneration/",
        "2018",
        JAN_2018,
        JAN_2018,
        """
        under_18: 40=599.39 50=749.24 60=899.08
        18_20: 50=749.24 60=899.08 70=1048.93
        21_25: 55=824.16 65=974.01 80=1198.78
        """,
        grid="1702",
    ),
    Table(
        "Éditions Tissot, paie BTP, 1er janvier 2020",
        "https://www.editions-tissot.fr/doc/pb/fiches-conseils/remuneration-minimale-des-apprentis-8214",
        "2020",
        JAN_2020,
        JAN_2020,
        """
        under_18: 40=615.77 50=769.71 60=923.65
        18_20: 50=769.71 60=923.65 70=1077.59
        21_25: 55=846.68 65=1000.62 80=1231.54
        26_plus: 100=1539.42 100=1539.42 -
        """,
        grid="1597",
    ),
    Table(
        "alternance-professionnelle.fr, salaire d'un apprenti du BTP en 2023",
        "https://www.alternance-professionnelle.fr/salaire-apprentissage-btp/",
        "2023",
        JAN_2023,
        JAN_2023,
        """
        under_18: 40 50 60
        18_20: 50 60 70
        21_25: 55 65 80
        26_plus: 100 100 100
        """,
        grid="1597",
    ),
    Table(
        "CAPEB de la Moselle, SMIC du 1er mai 2023",
        "https://capeb57.fr/?p=14125",
        "2023-04-19",
        MAY_2023,
        MAY_2023,
        """
        under_18: 40=698.88 50=873.60 60=1048.32
        18_20: 50=873.60 60=1048.32 70=1223.04
        21_25: 55=960.96 65=1135.68 80=1397.76
        26_plus: 100=1747.20 100=1747.20 100=1747.20
        """,
        grid="1597",
    ),
    Table(
        "CSEEE, la rémunération des apprentis, novembre 2024",
        "https://cseee.fr/les-actualites-de-la-cseee/la-remuneration-des-apprentis-novembre-2024",
        "2024",
        NOV_2024,
        NOV_2024,
        """
        under_18: 40=720.72 50=900.90 60=1081.08
        18_20: 50=900.90 60=1081.08 70=1261.26
        21_25: 55 65=1171.17 80=1441.44
        26_plus: 100 100 100
        """,
        grid="1597",
    ),
    Table(
        "Éditions Tissot, paie BTP, 1er janvier 2025",
        "https://editions-tissot.fr/doc/pb/pb_fiche_conseil/remuneration-minimale-des-apprentis-8214",
        "2025",
        JAN_2025,
        JAN_2025,
        """
        under_18: 40=720.72 50=900.90 60=1081.08
        18_20: 50=900.90 60=1081.08 70=1261.26
        21_25: 55=990.99 65=1171.17 80=1441.44
        26_plus: 100=1801.80 100=1801.80 100=1801.80
        """,
        grid="1597",
    ),
    Table(
        "L'apprenti, bâtiment 2025",
        "https://lapprenti.com/html/apprenti/salaires_branches.asp",
        "2025",
        JAN_2025,
        JAN_2025,
        """
        under_18: 40=721 50=901 60=1081
        18_20: 50=901 60=1081 70=1261
        21_25: 55=991 65=1171 80=1441
        """,
        rounding=("euro",),
        grid="1597",
    ),
    Table(
        "L'apprenti, bâtiment, formation connexe en un an",
        "https://lapprenti.com/html/apprenti/salaires_branches.asp",
        "2025",
        JAN_2025,
        JAN_2025,
        """
        under_18: 65=1171
        18_20: 75=1351
        """,
        columns=("after 2",),
        rounding=("euro",),
        grid="1597",
        readings="fifteen_points_base=CONVENTIONAL_RATE",
    ),
    Table(
        "Éditions Tissot, métallurgie, accord du 13 novembre 2014",
        "https://editions-tissot.fr/actualite/droit-du-travail/plan-de-relance-de-l-apprentissage-et-remuneration-des-apprentis-dans-le-secteur-de-la-metallurgie",
        "2020-07-23",
        JAN_2020,
        JAN_2020,
        """
        under_18: 35 45 55
        18_20: 55 65 80
        21_25: 55 65 80
        26_plus: 100 100 100
        """,
        grid="metal, before 2024",
    ),
    Table(
        "Convention collective de la métallurgie, art. 152.1.1",
        "https://www.legifrance.gouv.fr/conv_coll/id/KALIARTI000046314869/",
        "2022-02-07",
        JAN_2024,
        JAN_2024,
        """
        under_18: 35 45 55
        18_20: 55 65 80
        21_25: 55 65 80
        """,
        grid="3248",
    ),
    Table(
        "alternance-professionnelle.fr, apprenti de la métallurgie en 2024",
        "https://alternance-professionnelle.fr/salaire-apprenti-metallurgie",
        "2024",
        JAN_2024,
        JAN_2024,
        """
        under_18: 35 45 55
        18_20: 55 65 80
        21_25: 55 65 80
        26_plus: 100 100 100
        """,
        grid="3248",
    ),
    Table(
        "Sud Renault, barèmes apprentis 2025",
        "https://sudrenault.org/baremes-apprentis-2025",
        "2025-01-29",
        JAN_2025,
        JAN_2025,
        """
        under_18: 35=630.63 45=810.81 55=990.99
        18_20: 55=990.99 65=1171.17 80=1441.44
        21_25: 55=990.99 65=1171.17 80=1441.44
        26_plus: 100=1801.80 100=1801.80 100=1801.80
        """,
        grid="3248",
    ),
    Table(
        "Éditions Tissot, transports routiers",
        "https://www.editions-tissot.fr/oe/content.aspx?codeSpace=WTR&section=P05C4F010",
        "2023",
        SEPT_2023,
        SEPT_2023,
        """
        under_18: 35 47 63
        18_20: 51 59 75
        21_25: 55 65 85
        26_plus: 100 100 100
        """,
        grid="0016",
    ),
    Table(
        "Biblond, coiffure, CAP, avant 2019",
        "http://www.biblond.com/le-contrat-dapprentissage",
        "2014",
        JAN_2014,
        JAN_2014,
        """
        under_18: 27 39 55
        18_20: 43 51 67
        21_25: 55 63 80
        """,
        grid="hairdressing, before 2019",
    ),
    Table(
        "Biblond, coiffure, brevet professionnel",
        "http://www.biblond.com/le-contrat-dapprentissage",
        "2014",
        JAN_2014,
        JAN_2014,
        """
        under_18: 57 67 -
        18_20: 67 77 -
        21_25: 80 80 -
        """,
        grid="hairdressing, BP",
    ),
    Table(
        "« Apprentissage - salaire minimum à appliquer », coiffure, CAP",
        "https://www.yumpu.com/fr/document/view/30360314/apprentissage-salaire-minimum-a-appliquer/2",
        "2014-11-18",
        JAN_2014,
        JAN_2014,
        """
        under_18: 27 39 -
        18_20: 43 51 -
        21_25: 55 63 -
        """,
        grid="hairdressing, before 2019",
    ),
    Table(
        "« Apprentissage - salaire minimum à appliquer », coiffure, BP (avenant n° 43)",
        "https://www.yumpu.com/fr/document/view/30360314/apprentissage-salaire-minimum-a-appliquer/2",
        "2014-11-18",
        JAN_2014,
        JAN_2014,
        """
        under_18: 57 67 -
        18_20: 67 77 -
        21_25: 80 80 -
        """,
        grid="hairdressing, BP",
    ),
    Table(
        "meilleurcoiffeur.com, apprentis en CAP, redoublement",
        "https://meilleurcoiffeur.com/actualites/quelle-remuneration-pour-les-apprentis-en-cap-coiffure-11388.html",
        "2014-05-15",
        JUNE_2013,
        JUNE_2013,
        """
        under_18: 27=386.16 39=557.79 39=557.79
        18_20: 43=614.99 51=729.41 51=729.41
        21_25: 55 63 63
        """,
        columns=("year 1", "year 2", "repeat of year 2"),
        grid="hairdressing, before 2019",
    ),
    Table(
        "Horizons, apprentis de 18 à 20 ans de la production agricole",
        "https://horizons-journal.fr/les-contrats-dapprentissage-plus-attractifs-pour-les-18-20-ans",
        "2023",
        JULY_2023,
        JULY_2023,
        "18_20: 50 57 -",
        grid="agriculture",
    ),
    Table(
        "GHR, hôtels, cafés, restaurants, avenant n° 35",
        "https://cdn.ghr.fr/social/actualites/avenant-no35-revalorisation-du-salaire-des-apprentis-et-baisse-des-exonerations",
        "2025",
        AUG_2025,
        AUG_2025,
        """
        under_18: 35=637.01 45=824.48 59=1089.93
        18_20: 45=819.02 55=1007.69 71=1311.61
        21_25: 55=1001.02 70=1282.52 82=1514.82
        26_plus: 100=1820.04 100=1832.17 100=1847.34
        """,
        grid="hotels, August 2025",
        facts="smc 1820.04 1832.17 1847.34",
    ),
    Table(
        "L'Hôtellerie-Restauration, vers une revalorisation",
        "https://lhotellerie-restauration.fr/actualite/vers-une-revalorisation-du-salaire-des-apprentis",
        "2025",
        AUG_2025,
        AUG_2025,
        """
        under_18: 35 45 -
        18_20: 45 55 71
        21_25: 55 70 82
        """,
        grid="hotels, August 2025",
        facts="smc 1820.04 1832.17 1847.34",
    ),
)

MAYOTTE = (
    Table(
        "Le Journal de Mayotte, SMIC de mai 2022",
        "https://lejournaldemayotte.yt/2022/04/29/revalorisation-automatique-du-smic-au-1er-mai",
        "2022-04-29",
        MAY_2022,
        MAY_2022,
        "26_plus: 100=1242.15 - -",
        facts="mayotte",
    ),
    Table(
        "IEDOM, rapport annuel 2022 de Mayotte, SMIC de janvier 2023",
        "https://iedompp2.web.oxv.fr/IMG/rapport_annuel_iedom_mayotte_2022/files/basic-html/page47.html",
        "2023",
        JAN_2023,
        JAN_2023,
        "26_plus: 100=1290.68 - -",
        facts="mayotte",
    ),
    Table(
        "Le Journal de Mayotte, SMIC de novembre 2024",
        "https://lejournaldemayotte.yt/2024/10/28/revalorisation-du-smic-mayotte-toujours-a-la-traine",
        "2024-10-28",
        NOV_2024,
        NOV_2024,
        "26_plus: 100=1361.97 - -",
        facts="mayotte",
    ),
    Table(
        "L'Info Kwezi, SMIC de janvier 2026",
        "https://www.linfokwezi.fr/smic-a-mayotte-une-promesse-tenue-mais-incomplete",
        "2026",
        JAN_2026,
        JAN_2026,
        "26_plus: 100=1415.05 - -",
        facts="mayotte",
    ),
)

TABLES = (*LEGAL_BEFORE_2019, *LEGAL_SINCE_2019, *CYCLES, *PUBLIC, *BRANCHES, *MAYOTTE)

PRINTED_OTHERWISE = (
    Otherwise(
        "L'Hôtellerie-Restauration, smic des apprentis au 1er janvier 2019",
        "https://m.lhotellerie-restauration.fr/actualite/smic-des-apprentis-au-1er-janvier-2019",
        "61 % for 18-20 in year 3, contracts concluded before 2019",
        "65 %",
        "D6222-26 of before 2019",
    ),
    Otherwise(
        "Rue de la paye, salaires minimaux 2016",
        "https://www.ruedelapaye.com/e-mag/remuneration-contrat-pro-contrat-apprentissage-gratification-de-stage-2016/",
        "772.31 € for 53 %",
        "777.31 €",
        "D6222-26 of before 2019",
    ),
    Otherwise(
        "contratdapprentissage.fr, salaire apprenti 2017",
        "http://www.contratdapprentissage.fr/salaire-apprenti.php",
        "962.18 € for 61 % (21 and over, year 2)",
        "902.96 €",
        "D6222-26 of before 2019",
    ),
    Otherwise(
        "Force ouvrière, livret sécurité 2022",
        "https://fliphtml5.com/posiz/edxx/",
        "432.44 € for 27 %",
        "432.84 €",
        "D6222-26",
    ),
    Otherwise(
        "Paie News, SMIC horaire au 1er août 2022",
        "https://paie-news.fr/Alternance/Formation-alternance.html",
        "889.94 € for 53 %",
        "889.84 €",
        "D6222-26",
    ),
    Otherwise(
        "autoentrepreneur-pratique.fr, salaire d'un apprenti en 2021",
        "https://www.autoentrepreneur-pratique.fr/quel-salaire-net-pour-un-apprenti/",
        "1539.42 € as the SMIC of 2021",
        "1554.58 €",
        "D6222-26",
    ),
    Otherwise(
        "CSEEE, la rémunération des apprentis, novembre 2024",
        "https://cseee.fr/les-actualites-de-la-cseee/la-remuneration-des-apprentis-novembre-2024",
        "990.90 € for 55 %",
        "990.99 €",
        "L6222-27",
    ),
    Otherwise(
        "Diplomeo, salaires avant et après le 1er août 2025",
        "https://diplomeo.com/actualite-hausse_salaire_apprentis_hcr",
        "918.92 € for 55 % under 18 in year 3; 620.63 € for 35 % of the SMIC",
        "990.99 €; 630.63 €",
        "D6222-26; L6222-27",
    ),
    Otherwise(
        "L'Hôtellerie-Restauration, vers une revalorisation",
        "https://lhotellerie-restauration.fr/actualite/vers-une-revalorisation-du-salaire-des-apprentis",
        "49 % under 18 in year 3 (hotels, August 2025)",
        "59 % (GHR); 55 % by the law alone",
        "L6222-27, D6222-26",
    ),
    Otherwise(
        "L'apprenti, mention complémentaire après un CAP de deux ans, 17 ans",
        "https://www.lapprenti.com/html/apprenti/mention_complementaire.asp",
        "37 + 15 = 52 %, on a page that quotes a decision of May 2025",
        "39 + 15 = 54 %",
        "D6222-26, D6222-30",
    ),
    Otherwise(
        "Handi-Pactes PACA-Corse, quatrième année",
        "https://handipactes-paca-corse.org/loi-de-transformation-de-la-fonction-publique-quels-impacts-sur-lapprentissage/",
        "70, 95 and 110 % in year 4",
        "70, 82, 93 and 115 %",
        "R6222-48",
    ),
    Otherwise(
        "cuidam.fr, salaire apprenti 2026",
        "https://www.cuidam.fr/grille-salaire-apprenti",
        "11.88 € as the hourly SMIC of 2026",
        "12.02 €",
        "D6222-26",
    ),
    Otherwise(
        "asymptotesconseil.fr, apprenti de 15 ans",
        "https://asymptotesconseil.fr/?p=489",
        "39 % from 16 on; 55 to 67 % from 18 on",
        "27 % under 18 and 43 % from 18 in year 1",
        "D6222-26, D6222-27",
    ),
    Otherwise(
        "offres-d-emploi.info, la durée du contrat et le salaire",
        "https://offres-d-emploi.info/comment-la-duree-du-contrat-d-apprentissage-influence-t-elle-le-salaire",
        "55 % at 16 in year 1; 80 % at 20 in year 3",
        "27 %; 67 %",
        "D6222-26",
    ),
    Otherwise(
        "Centre de gestion de Seine-et-Marne, l'apprentissage",
        "https://www.cdg77.fr/gestion-des-ressources-humaines/concours-et-emploi/lapprentissage/",
        "53 % «de 20 à 26 ans»",
        "53 % from 21 to 25",
        "D6222-26",
    ),
)
"""Printed figures that the Code contradicts: recorded, never asserted."""
