"""French names that the page gives to readings and outcomes."""

POINT_NAMES: dict[str, str] = {
    "upper_age_day": "jour où s'apprécie la limite d'âge",
    "bare_age_limit": "« trente-cinq ans au plus », sans « révolus »",
    "fifteenth_birthday": "jour du quinzième anniversaire",
    "involuntary_causes": (
        "causes de rupture indépendantes de la volonté de l'apprenti"
    ),
    "birthday_on_the_first": "majoration d'un anniversaire le 1er du mois",
    "leap_birthday": "anniversaire d'un 29 février en année commune",
    "threshold_in_start_month": "seuil d'âge atteint au plus tard au début",
    "leap_start": "années d'un contrat ouvert un 29 février",
    "cycle_credit": (
        "contrat plus court que son cycle : ce qui compte du cycle"
    ),
    "credit_2019": (
        "contrat plus court que son cycle, conclu de janvier 2019 à mars 2020"
    ),
    "year_elsewhere": (
        "année suivante d'un cycle, autre employeur, sans diplôme"
    ),
    "smc_before_july_2016": (
        "base à partir de 21 ans, contrats d'avant juillet 2016"
    ),
    "licence_pro_length": "licence professionnelle en deux ou trois ans",
    "licence_pro_before_april_2020": (
        "licence professionnelle conclue avant avril 2020"
    ),
    "fifteen_points_base": "taux auquel s'ajoutent les 15 points",
    "fifteen_points_bracket": "15 points et nouvelle tranche d'âge",
    "fifteen_points_licence": (
        "15 points d'une licence professionnelle après un cycle plus long"
    ),
    "fifteen_points_before_2019": (
        "15 points d'une formation d'un an, avant 2019"
    ),
    "disability_points_base": (
        "taux auquel s'ajoutent les 15 points de l'année du travailleur "
        "handicapé"
    ),
    "end_of_contract": (
        "délai dans lequel le contrat prend fin, et ce qui l'ouvre"
    ),
    "four_years": "durée maximale du travailleur handicapé ou du sportif",
    "months_counted": "dernier jour d'une durée comptée en mois",
    "trainee_months": "fin des trois mois sous statut de stagiaire",
    "two_year_share": "heures minimales d'un contrat de deux ans",
    "cfa_before_signature": "formation en CFA commencée avant la signature",
    "maitre_majority_day": "jour où le maître d'apprentissage est majeur",
    "maitre_competence_day": "jour où l'expérience du maître est comptée",
    "team_ceiling": "apprenti suivi par deux maîtres : plafond",
    "reinforced_visit": (
        "visite médicale d'un majeur sur un poste à suivi renforcé"
    ),
    "resignation_delays": "délais de la démission",
    "filing_saturday": "délai de transmission qui finit un samedi",
    "saint_martin_holiday": "abolition de l'esclavage à Saint-Martin",
    "monthly_base": "SMIC mensuel de référence",
    "mayotte_2021_month": "SMIC mensuel de Mayotte en 2021",
    "rounding": "arrondi au centime",
}
"""What each contested point of `Readings` is about, in French."""
