"""Another maître, or one more, with what he or she must have."""

from collections.abc import Iterator

from apprentissage.facts import (
    NO_BRANCH_AGREEMENT,
    Contract,
    ContractMode,
    MaitreApprentissage,
    MaitreFirm,
    MaitreStatus,
)
from apprentissage.judging import Finding, Outcome, Proposed, proposal
from apprentissage.law.readings import Readings
from apprentissage.maitre._named import firm_of, in_two_firms
from apprentissage.maitre.texts import AGENCY_YEARS, COMPETENCE
from apprentissage.minors.texts import MAJORITY
from apprentissage.months import same_day

_WHO = (
    "un salarié de l'entreprise volontaire, majeur, offrant toutes garanties "
    "de moralité, justifiant de {years:an} d'activité en rapport avec la "
    "qualification préparée (ou de ce que demande la branche, ou de moins "
    "avec un diplôme du domaine) et qui ne suit pas déjà d'autres apprentis"
)
_INSTEAD = f"Désigner un autre maître d'apprentissage : {_WHO}."
_FIRST = f"Désigner un maître d'apprentissage : {_WHO}."
_IN_EACH = f"Désigner un maître d'apprentissage dans chacune des deux entreprises : {_WHO}."
_IN_AGENCY = (
    " Celui de l'entreprise de travail temporaire justifie de "
    "{agency_years:an} d'expérience dans ce type d'entreprise."
)
_SECOND = f"Désigner un maître d'apprentissage de plus, qui accueille avec les autres : {_WHO}."
_LACKING = (
    " À celui qui est désigné, il manque {lacking} mois ; il y satisfera le {complies_from}."
)


def _years(contract: Contract) -> int:
    """The years that suffice without a diploma."""
    law = COMPETENCE.concluded(contract.concluded_on).value
    agreement = contract.employer.branch_agreement or NO_BRANCH_AGREEMENT
    return max(law.without_diploma, agreement.years_without_diploma or 0)


def _fit(contract: Contract, firm: MaitreFirm | None) -> MaitreApprentissage:
    """A maître with what the texts ask, and no more; dates to be told."""
    first = min(contract.concluded_on, contract.starts_on)
    agreement = contract.employer.branch_agreement or NO_BRANCH_AGREEMENT
    elsewhere = firm is MaitreFirm.OTHER
    return MaitreApprentissage(
        born_on=same_day(first, -12 * MAJORITY),
        status=MaitreStatus.USER_FIRM_EMPLOYEE
        if elsewhere and contract.mode is not _SEASONAL
        else MaitreStatus.EMPLOYEE,
        firm=firm,
        volunteer=True,
        moral_guarantees=True,
        diploma_level=0,
        diploma_in_field=False,
        field_diploma_level=0,
        experience_months=12 * _years(contract),
        excluded_months=0,
        branch_conditions=agreement.conditions or (),
        minimum_qualification=True,
        favourable_opinion=True,
        brevet_de_maitrise=True,
        supervised=(),
        individual_ceiling=0,
        available=True,
    )


_SEASONAL = ContractMode.TWO_SEASONAL_EMPLOYERS


def named(contract: Contract, found: Finding, _: Readings) -> Iterator[Proposed]:
    """The maîtres who may not be, replaced; or one where there is none."""
    maitres = contract.maitres or ()
    of_each = found.parts[: len(maitres)]
    failing = _of_outcome(of_each, Outcome.NON_COMPLIANT)
    if maitres and not failing:
        if len(found.parts) > len(maitres):
            yield from _in_the_other_firm(contract)
            return
        # no employer leaves them all competent: which one fails is not told
        failing = _of_outcome(of_each, Outcome.UNDETERMINED)
    if not maitres and in_two_firms(contract):
        # « une expérience professionnelle minimale de deux années dans ce
        # type d'entreprise » (R6226-5)
        agency = contract.employer.temporary_work_agency
        years = AGENCY_YEARS.concluded(contract.concluded_on).value
        yield proposal(
            _IN_EACH + (_IN_AGENCY if agency and years is not None else ""),
            {"maitres": tuple(_fit(contract, firm) for firm in MaitreFirm)},
            until=contract.starts_on,
            years=_years(contract),
            agency_years=years,
        )
        return
    first = found.parts[failing[0]] if failing else found
    complies_from = first.get("complies_from_on")
    yield proposal(
        (_INSTEAD if maitres else _FIRST) + ("" if complies_from is None else _LACKING),
        {
            f"maitres[{rank}]": _fit(contract, _firm_to_fill(contract, rank))
            for rank in failing or (0,)
        },
        until=contract.starts_on,
        years=_years(contract),
        lacking=first.get("lacking_months"),
        complies_from=complies_from,
    )


def _of_outcome(parts: tuple[Finding, ...], outcome: Outcome) -> list[int]:
    """The ranks of those of an outcome."""
    return [rank for rank, part in enumerate(parts) if part.outcome is outcome]


def _firm_to_fill(contract: Contract, rank: int) -> MaitreFirm | None:
    """The firm of the maître replaced, or of two that which has no other."""
    maitres = contract.maitres or ()
    known = firm_of(maitres[rank]) if maitres else None
    if known is not None or not in_two_firms(contract):
        return known
    others = {firm_of(each) for each in (*maitres[:rank], *maitres[rank + 1 :])}
    return MaitreFirm.OTHER if MaitreFirm.EMPLOYER in others else MaitreFirm.EMPLOYER


def _in_the_other_firm(contract: Contract) -> Iterator[Proposed]:
    """One in that of two firms which has none."""
    maitres = contract.maitres or ()
    there = {firm_of(maitre) for maitre in maitres}
    firm = MaitreFirm.EMPLOYER if MaitreFirm.OTHER in there else MaitreFirm.OTHER
    yield proposal(
        f"Désigner aussi un maître d'apprentissage dans l'autre entreprise : {_WHO}.",
        {f"maitres[{len(maitres)}]": _fit(contract, firm)},
        until=contract.starts_on,
        years=_years(contract),
    )


def one_more(contract: Contract, found: Finding, readings: Readings) -> Iterator[Proposed]:
    """One more maître, whose places count with those of the others of his firm."""
    maitres = contract.maitres or ()
    for firm in dict.fromkeys(map(firm_of, maitres)):
        yield proposal(
            _SECOND,
            {f"maitres[{len(maitres)}]": _fit(contract, firm)},
            until=contract.starts_on,
            years=_years(contract),
        )
    yield from named(contract, found, readings)
