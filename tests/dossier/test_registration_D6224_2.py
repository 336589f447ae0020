"""RNCP, Qualiopi, habilitation, opposition: stated by the caller.

D6224-2 since 1 August 2024: « Les articles L. 6225-1 à L. 6225-6 relatifs aux
procédures d'opposition […] », « L'article R. 6113-16 relatif aux habilitations
pour préparer à la certification, le cas échéant », « L'article L. 6316-1
relatif à l'obligation de certification ». D6275-2: the same for a public
employer, the opposition apart.
"""

from datetime import date
from typing import Any

import pytest

from apprentissage.dossier.certification import CERTIFICATION
from apprentissage.dossier.cfa_accreditation import CFA_ACCREDITATION
from apprentissage.dossier.cfa_quality import CFA_QUALITY
from apprentissage.dossier.employer_engagement import EMPLOYER_ENGAGEMENT
from apprentissage.facts import (
    Accreditation,
    Cfa,
    EmployerType,
    EngagementBar,
    QualityCertification,
)
from apprentissage.judging import Finding
from tests.sample import NO, NONE, OPEN, YES, check_speaks, contract, given

NOW = date(2026, 9, 1)


def cited(found: Finding) -> set[str]:
    return {source.reference.split(" du code")[0] for source in found.sources}


@pytest.mark.parametrize(("stated", "outcome"), [(True, YES), (False, NO), (None, OPEN)])
def test_certification(stated: bool | None, outcome: object) -> None:
    found = CERTIFICATION.find(contract(training={"rncp_open": stated}))
    assert found.outcome is outcome
    if outcome is OPEN:
        assert found.missing == ("training.rncp_open",)
    else:
        assert found["on"] == date(2025, 9, 1)  # the start of execution


@pytest.mark.parametrize(
    ("day", "quality", "outcome"),
    [
        (date(2021, 12, 31), None, NONE),
        (date(2021, 12, 31), QualityCertification.NONE, NONE),
        (date(2022, 1, 1), QualityCertification.NONE, NO),
        (date(2022, 1, 1), None, OPEN),
        (NOW, QualityCertification.CERTIFIED, YES),
        (NOW, QualityCertification.EXEMPT, YES),
        (NOW, QualityCertification.NONE, NO),
        (NOW, None, OPEN),
    ],
)
def test_quality(day: date, quality: QualityCertification | None, outcome: object) -> None:
    whole = given(day, training={"cfa": Cfa(quality=quality)})
    found = CFA_QUALITY.find(whole)
    assert found.outcome is outcome
    if outcome is OPEN:
        assert found.missing == ("training.cfa.quality",)
        assert CFA_QUALITY.find(given(day)).missing == found.missing


@pytest.mark.parametrize(
    ("day", "held", "outcome"),
    [
        (date(2024, 7, 31), Accreditation.NONE, NONE),
        (date(2024, 8, 1), Accreditation.NONE, NO),
        (date(2024, 8, 1), None, OPEN),
        (NOW, Accreditation.CERTIFIER, YES),
        (NOW, Accreditation.ACCREDITED, YES),
        (NOW, Accreditation.NOT_REQUIRED, YES),
        (NOW, Accreditation.NONE, NO),
    ],
)
def test_accreditation(day: date, held: Accreditation | None, outcome: object) -> None:
    whole = given(day, training={"cfa": Cfa(accreditation=held)})
    found = CFA_ACCREDITATION.find(whole)
    assert found.outcome is outcome
    if outcome is OPEN:
        assert found.missing == ("training.cfa.accreditation",)
        assert CFA_ACCREDITATION.find(given(day)).missing == found.missing


PRIVATE, PUBLIC = EmployerType.ASSOCIATION, EmployerType.COMMUNE


@pytest.mark.parametrize(
    ("bar", "kind", "outcome"),
    [
        (EngagementBar.NONE, None, YES),
        (EngagementBar.OPPOSITION, PRIVATE, NO),
        (EngagementBar.OPPOSITION, PUBLIC, NONE),
        (EngagementBar.OPPOSITION, None, OPEN),
        (EngagementBar.SUSPENSION, None, NO),
        (EngagementBar.SUSPENSION, PUBLIC, NO),
        (EngagementBar.BAN, PRIVATE, NO),
    ],
)
def test_engagement(bar: EngagementBar, kind: EmployerType | None, outcome: object) -> None:
    whole = contract(employer={"engagement": bar, "type": kind})
    found = EMPLOYER_ENGAGEMENT.find(whole)
    assert found.outcome is outcome
    if outcome is OPEN:
        assert found.missing == ("employer.type",)


def test_an_opposition_untold_is_recalled_and_not_assumed() -> None:
    found = EMPLOYER_ENGAGEMENT.find(contract())
    assert found.label == "à retenir"
    assert found.missing == ()


@pytest.mark.parametrize(
    ("kind", "ground", "other"),
    [
        (PRIVATE, "art. D. 6224-2 7°", "art. D. 6275-2 5°"),
        (PUBLIC, "art. D. 6275-2 5°", "art. D. 6224-2 7°"),
    ],
)
def test_each_sector_has_its_grounds(kind: EmployerType, ground: str, other: str) -> None:
    found = CFA_QUALITY.find(contract(employer={"type": kind}))
    assert ground in cited(found)
    assert other not in cited(found)
    assert {ground, other} <= cited(CFA_QUALITY.find(contract()))


@pytest.mark.parametrize(
    ("day", "a_ground"), [(date(2024, 7, 31), False), (date(2024, 8, 1), True)]
)
def test_grounds_of_refusal_since_august_2024(day: date, a_ground: bool) -> None:
    whole = given(day, employer={"type": PRIVATE})
    for rule, ground in (
        (CFA_QUALITY, "art. D. 6224-2 7°"),
        (CFA_ACCREDITATION, "art. D. 6224-2 6°"),
        (EMPLOYER_ENGAGEMENT, "art. D. 6224-2 5°"),
    ):
        assert (ground in cited(rule.find(whole))) is a_ground


def test_what_could_not_be_read_of_the_public_sector() -> None:
    def caveats(day: date) -> list[str]:
        barred: dict[str, Any] = {"engagement": EngagementBar.OPPOSITION, "type": PUBLIC}
        found = EMPLOYER_ENGAGEMENT.find(given(day, employer=barred))
        return [caveat.name for caveat in found.caveats]

    assert caveats(date(2026, 5, 27)) == []
    assert caveats(date(2026, 5, 28)) == ["UNREAD_VERSION"]


def test_they_say_all_they_list() -> None:
    old = given(date(2020, 1, 1))
    check_speaks(
        CERTIFICATION, *(contract(training={"rncp_open": o}) for o in (True, False, None))
    )
    check_speaks(
        CFA_QUALITY,
        old,
        contract(),
        *(contract(training={"cfa": Cfa(quality=quality)}) for quality in QualityCertification),
    )
    check_speaks(
        CFA_ACCREDITATION,
        old,
        contract(),
        *(contract(training={"cfa": Cfa(accreditation=held)}) for held in Accreditation),
    )
    check_speaks(
        EMPLOYER_ENGAGEMENT,
        contract(),
        *(
            contract(employer={"engagement": bar, "type": kind})
            for bar in EngagementBar
            for kind in (None, PRIVATE, PUBLIC)
        ),
    )
