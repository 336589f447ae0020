"""An earlier training cycle: contract of apprenticeship, or school."""

from datetime import date
from decimal import Decimal

from attrs import field, frozen

from apprentissage._guards import MOST_YEARS, exact_or_none, is_int, optional
from apprentissage._money import is_percent
from apprentissage._plain import PlainValue
from apprentissage.errors import InvalidValue
from apprentissage.facts.declared import fact, guarded, told
from apprentissage.facts.kinds import PayBase, RateKind, Route, RuptureCause
from apprentissage.facts.levels import HIGHEST_LEVEL, LOWEST_LEVEL


@frozen(kw_only=True, eq=False, repr=False, field_transformer=guarded)
class PreviousCycle(PlainValue):
    """A cycle followed before this contract. `None` is unknown.

    Args:
        route: Apprenticeship, or school and other ways.
        ended_on: Last day of a cycle executed to its end.
        same_employer: With the employer of this contract.
        same_branch: In the conventional branch of this contract.
        target_level: Level of the diploma that it aimed at, 3 to 8.
        same_diploma: This contract prepares the diploma that it aimed at.
        exam_failed: Its examination was sat, and failed.
        already_prolonged: It was itself the year more after a failure.
        diploma_obtained: It led to its diploma.
        level: Level of the diploma obtained, 3 to 8; 0 for none.
        directly_related: This contract's diploma is in direct relation.
        cycle_years: Length of that cycle, in years.
        last_rate: Rate of its last year, in percent.
        last_rate_base: Base of that rate: the SMIC; the SMC; or the higher
            of both from 21 on.
        last_rate_kind: Paid, or claimable under the rules.
        last_statutory_rate: Statutory rate of that year, percent of the
            same base.
    """

    route: Route | None = fact("voie de formation du cycle précédent", key="voie")
    ended_on: date | None = fact(
        "fin du contrat précédent",
        key="date_fin",
        remedy=(
            "écrivez la fin d'un contrat exécuté, ou sa rupture "
            "(« {ruptured_on} » et « {rupture_cause} »), pas les deux"
        ),
    )
    ruptured_on: date | None = fact("date de rupture du contrat précédent", key="date_rupture")
    rupture_cause: RuptureCause | None = fact(
        "cause de la rupture du contrat précédent", key="cause_rupture"
    )
    same_employer: bool | None = fact(
        "contrat précédent chez le même employeur", key="meme_employeur"
    )
    same_branch: bool | None = fact("contrat précédent dans la même branche", key="meme_branche")
    target_level: int | None = fact(
        "niveau du diplôme visé au contrat précédent",
        key="niveau_vise",
        guard=is_int(LOWEST_LEVEL, HIGHEST_LEVEL),
    )
    same_diploma: bool | None = fact(
        "diplôme ou titre visé identique au précédent", key="meme_diplome"
    )
    exam_failed: bool | None = fact(
        "échec à l'examen du contrat précédent",
        key="echec_examen",
        remedy=(
            "écrivez l'échec, ou le diplôme obtenu "
            "(« {diploma_obtained} », « {level} »), pas les deux"
        ),
    )
    already_prolonged: bool | None = fact(
        "contrat précédent déjà conclu pour prolonger après un échec", key="deja_prolonge"
    )
    diploma_obtained: bool | None = fact(
        "diplôme du contrat précédent obtenu", key="diplome_obtenu"
    )
    level: int | None = fact(
        "niveau du diplôme obtenu au contrat précédent",
        key="niveau",
        remedy=(
            "écrivez un niveau de 3 à 8 qui s'accorde avec « {diploma_obtained} », "
            "ou 0 si aucun diplôme n'a été obtenu"
        ),
        guard=is_int(0, 8),
    )
    directly_related: bool | None = fact(
        "rapport direct du diplôme visé avec le diplôme précédent", key="rapport_direct"
    )
    cycle_years: int | None = fact(
        "durée du cycle précédent en années", key="annees_cycle", guard=is_int(1, MOST_YEARS)
    )
    last_rate: Decimal | None = field(
        default=None,
        converter=exact_or_none,
        validator=optional(is_percent),
        metadata=told("taux de la dernière année du contrat précédent", key="dernier_taux"),
    )
    last_rate_base: PayBase = fact(
        "base du dernier taux (SMIC ou SMC)", key="base_dernier_taux", default=PayBase.SMIC
    )
    last_rate_kind: RateKind | None = fact(
        "nature du taux de la dernière année (perçu ou auquel l'apprenti pouvait prétendre)",
        key="nature_dernier_taux",
    )
    last_statutory_rate: Decimal | None = field(
        default=None,
        converter=exact_or_none,
        validator=optional(is_percent),
        metadata=told(
            "taux légal de la dernière année du contrat précédent", key="dernier_taux_legal"
        ),
    )

    def __attrs_post_init__(self) -> None:
        """Refuse what contradicts itself: an end, a diploma, a failure."""
        if self.ended_on is not None and (
            self.ruptured_on is not None or self.rupture_cause is not None
        ):
            raise InvalidValue(
                "ended_on", self.ended_on, "write ended_on, or ruptured_on and its cause, not both"
            )
        if self.level is not None and 0 < self.level < LOWEST_LEVEL:
            raise InvalidValue(
                "level", self.level, "write 0 where there is no diploma, else a level from 3 to 8"
            )
        obtained = self.obtained
        if self.diploma_obtained not in {None, obtained}:
            raise InvalidValue(
                "level",
                self.level,
                "write the level of the diploma obtained, 0 where there is none",
            )
        if self.exam_failed and obtained:
            raise InvalidValue(
                "exam_failed",
                self.exam_failed,
                "write a failure, or the diploma obtained, not both",
            )

    @property
    def obtained(self) -> bool | None:
        """Whether it led to its diploma, by the level obtained as well."""
        if self.level is None:
            return self.diploma_obtained
        return self.level > 0

    @property
    def broken(self) -> bool:
        """Whether it is known to have been broken."""
        return self.ruptured_on is not None or self.rupture_cause is not None
