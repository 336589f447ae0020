"""Code of a user of the package itself, checked by mypy and pyright."""

from datetime import date
from typing import assert_type

from apprentissage import (
    Agenda,
    Apprentice,
    Contract,
    PaySchedule,
    Review,
    UnreadableContract,
    agenda,
    pay_schedule,
    read_contract,
    review,
)

c = Contract(
    concluded_on=date(2026, 8, 31),
    starts_on=date(2026, 9, 1),
    ends_on=date(2028, 8, 31),
    apprentice=Apprentice(born_on=date(2008, 2, 10)),
)
assert_type(review(c), Review)
assert_type(agenda(c), Agenda)
assert_type(read_contract({}), Contract)
assert_type(pay_schedule(c), PaySchedule)
try:
    read_contract({})
except UnreadableContract as error:
    for fault in error.faults:
        assert_type(fault.path, str)
