"""The causes of a rupture past the free period.

Those of L6222-18, the exclusion by the CFA (L6222-18-1), the liquidator, the
refusal to resume (L6225-5).
"""

from apprentissage.dates.resignation import informed_in_time, resigned_in_time
from apprentissage.dates.rupture_texts import EXCLUSION, GROUNDS, LIQUIDATION, REFUSED_RESUMPTION
from apprentissage.facts import Contract, Rupture, RuptureCause
from apprentissage.facts.authorities import Source
from apprentissage.judging import (
    Finding,
    Outcome,
    all_of,
    compliant,
    non_compliant,
    undetermined,
    whether,
)
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat

_CAUSE = "cause de la rupture"
_CAUSE_NOT_JUDGED = Caveat(
    "CAUSE_NOT_JUDGED",
    "Les conditions propres à cette cause (accord écrit, procédure, "
    "constat) ne sont pas examinées ici.",
)


def _grounded(cause: RuptureCause, *sources: Source) -> Finding:
    return compliant(
        "La rupture repose sur une cause prévue par le code : {cause}.",
        sources=sources,
        caveats=(_CAUSE_NOT_JUDGED,),
        subject=_CAUSE,
        cause=cause,
    )


def _refused(cause: RuptureCause, *sources: Source) -> Finding:
    return non_compliant(
        "Passé la période libre, le code ne permet pas de rompre le contrat "
        "pour cette cause : {cause}.",
        sources=sources,
        subject=_CAUSE,
        cause=cause,
    )


def by_cause(contract: Contract, rupture: Rupture, readings: Readings) -> Finding:
    cause = rupture.cause
    law = GROUNDS.concluded(contract.concluded_on)
    if cause is None:
        return undetermined("file.rupture.cause", subject=_CAUSE)
    if cause in law.value.agreement | law.value.dismissal:
        return _grounded(cause, *law.sources)
    if cause in law.value.court:
        return whether(
            rupture.court_decision,
            "file.rupture.court_decision",
            holds=(
                "Le conseil de prud'hommes a prononcé la rupture pour une "
                "cause prévue par le code : {cause}."
            ),
            fails=(
                "Pour cette cause, {cause}, la rupture ne pouvait être "
                "prononcée que par le conseil de prud'hommes."
            ),
            sources=law.sources,
            subject=_CAUSE,
            cause=cause,
        )
    match cause:
        case RuptureCause.RESIGNATION if law.value.resignation:
            return _by_resignation(contract, rupture, readings)
        case RuptureCause.DISMISSAL_FOR_MISCONDUCT:
            # « de faute grave de l'apprenti »
            return undetermined(
                "file.rupture.cause",
                template=(
                    "Passé la période libre, seule une faute grave permet de licencier l'apprenti "
                    "pour faute. Pour en juger, il manque : {facts}."
                ),
                sources=law.sources,
                subject=_CAUSE,
            )
        case RuptureCause.CFA_EXCLUSION:
            return _by_exclusion(contract, rupture)
        case RuptureCause.LIQUIDATION:
            return _by_liquidator(contract, rupture)
        case RuptureCause.SUSPENSION_PROCEDURE:
            refusal = REFUSED_RESUMPTION.event(rupture.ruptured_on or contract.ends_on)
            return _grounded(cause, *refusal.sources)
        case _:
            return _refused(cause, *law.sources)


def _by_resignation(contract: Contract, rupture: Rupture, readings: Readings) -> Finding:
    informed = informed_in_time(contract, rupture, readings)
    broken = resigned_in_time(contract, rupture, readings)
    if broken.outcome is not Outcome.COMPLIANT:
        return all_of((informed, broken), subject=_CAUSE)
    return all_of(
        (informed, broken),
        subject=_CAUSE,
        holds=(
            "Les deux délais de la démission sont respectés : employeur "
            "informé le {informed_on}, au moins cinq jours après la saisine du "
            "médiateur, et rupture le {ruptured_on}, au moins sept jours après."
        ),
    ).but(ruptured_on=rupture.ruptured_on)


def _by_exclusion(contract: Contract, rupture: Rupture) -> Finding:
    law = EXCLUSION.concluded(contract.concluded_on)
    on, excluded_on = rupture.ruptured_on, contract.file.excluded_on
    if law.value is None:
        return _refused(RuptureCause.CFA_EXCLUSION, *law.sources)
    if on is not None and excluded_on is not None and on < excluded_on:
        return non_compliant(
            "L'exclusion par le CFA, du {excluded_on}, suit la rupture du "
            "{ruptured_on} : elle ne peut pas en être la cause.",
            sources=law.sources,
            subject=_CAUSE,
            ruptured_on=on,
            excluded_on=excluded_on,
        )
    # « Cette exclusion constitue la cause réelle et sérieuse du licenciement »
    return compliant(
        "L'exclusion définitive par le CFA constitue la cause réelle et sérieuse du licenciement.",
        sources=law.sources,
        caveats=(_CAUSE_NOT_JUDGED,),
        subject=_CAUSE,
    )


def _by_liquidator(contract: Contract, rupture: Rupture) -> Finding:
    # « le liquidateur notifie la rupture du contrat à l'apprenti »
    at_least = LIQUIDATION.event(contract.concluded_on)
    law = LIQUIDATION.event(rupture.ruptured_on or contract.ends_on)
    if at_least.value or (law.value and rupture.ruptured_on is not None):
        return _grounded(RuptureCause.LIQUIDATION, *law.sources)
    if rupture.ruptured_on is None and law.value:
        return undetermined("file.rupture.ruptured_on", sources=law.sources, subject=_CAUSE)
    return _refused(RuptureCause.LIQUIDATION, *law.sources)
