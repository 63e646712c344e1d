"""Whatever is read, corrected, merged, undone and rebuilt: no address is ever lost.

`make faults` runs a thousand histories, `make test` a dozen.
"""

import pytest

from tests.unit.services.histories import run_history


@pytest.mark.faults
@pytest.mark.timeout(3600)
def test_no_address_is_lost_in_any_history(request):
    histories = 1000 if "faults" in request.config.option.markexpr else 12

    for number in range(histories):
        run_history(number)


@pytest.mark.parametrize("number", [20, 57, 109, 317, 355, 482, 932, 965])
def test_a_history_that_once_found_a_fault_finds_none(number):
    run_history(number)
