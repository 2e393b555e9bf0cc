from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from macros import units


@given(st.text(alphabet="GMTkiBbsWFLOPS/*() 0123.개%²", max_size=8) | st.text(max_size=6))
@example("TB/(")
@example("1/0")
@example("9**9**9**9")
def test_any_text_is_a_unit_or_not(text: str) -> None:
    """Whatever an author types is known or not: no error, and what is known converts to itself."""
    if units.known(text):
        assert units.convert(3, text, text) == 3
        assert units.same_dimension(text, text)


@pytest.mark.parametrize("unit", ["Ws", "GBs", "3", "2 GB", "GBps", "gb/s", "tb", "GB per s"])
def test_what_nobody_should_write_is_unknown(unit: str) -> None:
    assert not units.known(unit)


@pytest.mark.parametrize("unit", units.names())
def test_every_unit_that_is_offered_is_known(unit: str) -> None:
    assert units.known(unit)
    assert units.convert(1, unit, unit) == 1


def test_decimal_and_binary_bytes_differ() -> None:
    assert units.convert(80, "GiB", "GB") == pytest.approx(85.89934592)
    assert units.convert(1, "Gb/s", "GB/s") == pytest.approx(0.125)


def test_kilobytes_as_people_write_them() -> None:
    """The number lint meets 'KB' in prose: it is 1000 bytes, and no crash."""
    assert units.convert(110, "KB", "B") == 110_000
    assert units.same_dimension("KB/s", "GB/s")
