"""How much of the pay benefits in kind may stand for, dated by conclusion."""

from datetime import date

from attrs import frozen

from apprentissage.law.dated import ByConclusion, version

__all__ = ["BENEFITS_IN_KIND", "BenefitTerms"]
__dir__ = __all__.copy


@frozen(kw_only=True)
class BenefitTerms:
    """The limits of what is deducted from the pay for benefits in kind.

    Args:
        percent_of_value: Of the deduction that the rules of social security
            allow for other workers.
        percent_of_pay: Of the pay of a month.
    """

    percent_of_value: int
    percent_of_pay: int


_TERMS = BenefitTerms(percent_of_value=75, percent_of_pay=75)

BENEFITS_IN_KIND = ByConclusion(
    "avantages en nature",
    (
        version(date(2008, 5, 1), _TERMS, "D6222-35"),
        version(date(2019, 1, 1), _TERMS, "D6222-32"),
        version(date(2020, 4, 1), _TERMS, "D6222-33"),
    ),
)
"""One text under three numbers: D6222-35, D6222-32 in 2019, D6222-33.

« les avantages en nature dont bénéficie l'apprenti peuvent être déduits du
salaire dans la limite de 75 % de la déduction autorisée, pour les autres
travailleurs, par la réglementation applicable en matière de sécurité
sociale »; « Ces déductions ne peuvent excéder, chaque mois, un montant égal
aux trois quarts du salaire. »
"""
