"""The package from Python, as README shows it."""

from __future__ import annotations

import pickle

from factcheck import Claims, check


def test_check_against_a_text() -> None:
    claims = Claims.from_text("The pier is made of oak. It was built by Karl Lund in 1901.")
    (verdict,) = check("The pier is made of oak.", claims)
    assert verdict.label == "SUPPORTED"
    assert verdict.claim is not None
    assert verdict.claim.excerpt == "The pier is made of oak."
    assert pickle.loads(pickle.dumps(verdict)) == verdict


def test_every_sentence_gets_one_verdict() -> None:
    claims = Claims.from_text("The pier is made of oak. It was built by Karl Lund in 1901.")
    verdicts = check("Penguins swim. The pier is made of oak.", claims)
    assert [verdict.sentence.text for verdict in verdicts] == ["Penguins swim.", "The pier is made of oak."]
