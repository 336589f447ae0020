"""The SMIC since 2004, as the decrees and arrêtés fix it: data only."""

from datetime import date

# First day, hourly SMIC in cents, text, its place on legifrance.gouv.fr.
NATIONAL = (
    (
        date(2004, 7, 1),
        761,
        "Décret n° 2004-633 du 01/07/2004",
        "eli/decret/2004/7/1/2004-633/jo/texte",
    ),
    (
        date(2005, 7, 1),
        803,
        "Décret n° 2005-719 du 29/06/2005",
        "eli/decret/2005/6/29/2005-719/jo/texte",
    ),
    (
        date(2006, 7, 1),
        827,
        "Décret n° 2006-751 du 29/06/2006",
        "eli/decret/2006/6/29/2006-751/jo/texte",
    ),
    (
        date(2007, 7, 1),
        844,
        "Décret n° 2007-1052 du 28/06/2007",
        "eli/decret/2007/6/28/2007-1052/jo/texte",
    ),
    (date(2008, 5, 1), 863, "Arrêté du 25/04/2008", None),
    (
        date(2008, 7, 1),
        871,
        "Décret n° 2008-617 du 27/06/2008",
        "eli/decret/2008/6/27/2008-617/jo/texte",
    ),
    (
        date(2009, 7, 1),
        882,
        "Décret n° 2009-800 du 24/06/2009",
        "eli/decret/2009/6/24/2009-800/jo/texte",
    ),
    (
        date(2010, 1, 1),
        886,
        "Décret n° 2009-1584 du 17/12/2009",
        "eli/decret/2009/12/17/2009-1584/jo/texte",
    ),
    (
        date(2011, 1, 1),
        900,
        "Décret n° 2010-1584 du 17/12/2010",
        "eli/decret/2010/12/17/2010-1584/jo/texte",
    ),
    (date(2011, 12, 1), 919, "Arrêté du 29/11/2011", None),
    (
        date(2012, 1, 1),
        922,
        "Décret n° 2011-1926 du 22/12/2011",
        "eli/decret/2011/12/22/2011-1926/jo/texte",
    ),
    (
        date(2012, 7, 1),
        940,
        "Décret n° 2012-828 du 28/06/2012",
        "eli/decret/2012/6/28/2012-828/jo/texte",
    ),
    (date(2013, 1, 1), 943, "Décret du 19/12/2012", None),
    (
        date(2014, 1, 1),
        953,
        "Décret n° 2013-1190 du 19/12/2013",
        "eli/decret/2013/12/19/2013-1190/jo/texte",
    ),
    (
        date(2015, 1, 1),
        961,
        "Décret n° 2014-1569 du 22/12/2014",
        "eli/decret/2014/12/22/2014-1569/jo/texte",
    ),
    (
        date(2016, 1, 1),
        967,
        "Décret n° 2015-1688 du 17/12/2015",
        "eli/decret/2015/12/17/2015-1688/jo/texte",
    ),
    (
        date(2017, 1, 1),
        976,
        "Décret n° 2016-1818 du 22/12/2016",
        "eli/decret/2016/12/22/2016-1818/jo/texte",
    ),
    (
        date(2018, 1, 1),
        988,
        "Décret n° 2017-1719 du 20/12/2017",
        "affichTexte.do?cidTexte=JORFTEXT000036240563",
    ),
    (
        date(2019, 1, 1),
        1003,
        "Décret n° 2018-1173 du 19/12/2018",
        "eli/decret/2018/12/19/2018-1173/jo/texte",
    ),
    (
        date(2020, 1, 1),
        1015,
        "Décret n° 2019-1387 du 18/12/2019",
        "eli/decret/2019/12/18/MTRX1933646D/jo/texte",
    ),
    (date(2021, 1, 1), 1025, "Décret n° 2020-1598 du 16/12/2020", "jorf/id/JORFTEXT000042677359"),
    (date(2021, 10, 1), 1048, "Arrêté du 27/09/2021", "jorf/id/JORFTEXT000044126026"),
    (date(2022, 1, 1), 1057, "Décret n° 2021-1741 du 22/12/2021", "jorf/id/JORFTEXT000044546647"),
    (date(2022, 5, 1), 1085, "Arrêté du 19/04/2022", "eli/arrete/2022/4/19/MTRT2211753A/jo/texte"),
    (date(2022, 8, 1), 1107, "Arrêté du 29/07/2022", "jorf/id/JORFTEXT000046113517"),
    (date(2023, 1, 1), 1127, "Décret n° 2022-1608 du 22/12/2022", "jorf/id/JORFTEXT000046780043"),
    (date(2023, 5, 1), 1152, "Arrêté du 26/04/2023", "jorf/id/JORFTEXT000047495817"),
    (
        date(2024, 1, 1),
        1165,
        "Décret n° 2023-1216 du 20/12/2023",
        "loda/article_lc/LEGIARTI000048632880",
    ),
    (date(2024, 11, 1), 1188, "Décret n° 2024-951 du 23/10/2024", "jorf/id/JORFTEXT000050392683"),
    (date(2026, 1, 1), 1202, "Décret n° 2025-1228 du 17/12/2025", "jorf/id/JORFTEXT000053042520"),
    (date(2026, 6, 1), 1231, "Arrêté du 22/05/2026", "jorf/id/JORFTEXT000054126589"),
)

# First day, hourly SMIC of Mayotte in cents.
MAYOTTE = (
    (date(2018, 1, 1), 746),
    (date(2019, 1, 1), 757),
    (date(2020, 1, 1), 766),
    (date(2021, 1, 1), 774),
    (date(2021, 10, 1), 791),
    (date(2022, 1, 1), 798),
    (date(2022, 5, 1), 819),
    (date(2022, 8, 1), 835),
    (date(2023, 1, 1), 851),
    (date(2023, 5, 1), 870),
    (date(2024, 1, 1), 880),
    (date(2024, 11, 1), 898),
    (date(2026, 1, 1), 933),
    (date(2026, 6, 1), 956),
)

# Months printed in 2021 that differ from hourly x 35 x 52 / 12, in cents.
MAYOTTE_PRINTED_MONTHS = {date(2021, 1, 1): 117327, date(2021, 10, 1): 119908}
