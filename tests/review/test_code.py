"""The challenge code: there and back, mistyped, from elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sco_tabletop.review.code import (
    LETTERS,
    TIERS,
    Challenge,
    CodeError,
    decode,
    encode,
    looks_like,
    mark_of,
)

challenges = st.builds(
    Challenge,
    deck=st.from_regex(r"[a-z][a-z0-9]{0,9}(-[a-z0-9]{1,6}){0,2}", fullmatch=True),
    difficulty=st.sampled_from(("introductory", "standard", "severe")),
    mark=st.text(LETTERS, min_size=4, max_size=4),
    seed=st.integers(0, 2**63 - 1),
    people=st.integers(0, 255),
    tier=st.sampled_from(TIERS),
    practice=st.booleans(),
)


@given(challenges)
def test_there_and_back(challenge: Challenge) -> None:
    """A code says all of it, in capitals or not."""
    code = encode(challenge)
    assert looks_like(code)
    assert decode(code) == decode(code.lower()) == decode(code.upper()) == challenge


@given(challenges, st.data())
def test_one_wrong_letter_is_noticed(challenge: Challenge, data: st.DataObject) -> None:
    """Any one letter after the difficulty changed to another is refused."""
    code = encode(challenge)
    start = len(challenge.deck) + len(challenge.difficulty) + 2
    place = data.draw(st.sampled_from([n for n in range(start, len(code)) if code[n] != "-"]))
    other = data.draw(st.sampled_from([letter for letter in LETTERS if letter != code[place]]))
    with pytest.raises(CodeError):
        decode(code[:place] + other + code[place + 1 :])


def test_letters_that_are_taken_for_others() -> None:
    """O is 0, I and L are 1; a code is short."""
    code = encode(Challenge("first-watch", "standard", mark_of("x"), 1025, 1, "analyst", practice=True))
    head, _dash, tail = code.rpartition("-")
    assert decode(f"{head}-{tail.replace('0', 'o').replace('1', 'l')}") == decode(code)
    assert len(code) <= 40


@pytest.mark.parametrize("text", ["first-watch", "xiamen-2019", "", "first-watch-standard", "a/b/c"])
def test_the_name_of_a_deck_is_no_code(text: str) -> None:
    assert not looks_like(text)
    with pytest.raises(CodeError, match="copy it whole"):
        decode(text)


def test_versions_of_a_deck_have_other_marks() -> None:
    assert len({mark_of(str(n)) for n in range(200)}) > 195
