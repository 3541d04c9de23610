"""Several claims together: what their facts come to, and that two facts do not make a third."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import Claims, check

CLAIMS = Claims.load(Path(__file__).parent / "data/aske.toml")

SUPPORTED, REFUTED, UNSETTLED = "SUPPORTED", "REFUTED", "NOT ENOUGH INFO"
ROWS = (
    (
        "Kirn and Lund signed a contract for the valley tram in Moss on 4 May 2023.",
        SUPPORTED,
        "place and date of one act",
    ),
    ("Kirn and Lund signed a contract for the valley tram in Moss in 2021.", REFUTED, "but not at another date"),
    ("Kirn and Lund signed a contract for the valley tram in Ravensby.", (REFUTED, UNSETTLED), "nor in another place"),
    ("Strikes in Harbrook are uncertain.", UNSETTLED, "what is uncertain is the lender, in the same town"),
    ("The lender in Harbrook kept the tram waiting for years.", UNSETTLED, "and what held the tram up is the strikes"),
    (
        "Ravensby still pays into the valley fund.",
        (REFUTED, UNSETTLED),
        "one that alone pays leaves no room for another",
    ),
    ("Besides Kirn, Ravensby still pays into the valley fund.", (REFUTED, UNSETTLED), "nor beside it"),
    (
        "Lund's partner in the contract is Ravensby.",
        (REFUTED, UNSETTLED),
        "two names that both come up are no partners",
    ),
    ("The tram will open in Harbrook.", UNSETTLED, "where it opens is not told by denying that the day was"),
    ("They have already said when the tram opens.", REFUTED, "a misstatement, word for word"),
    ("They have said when the tram opens.", REFUTED, "and in other words"),
    ("Kirn and Lund dont pay into the valley fund.", (REFUTED, UNSETTLED), "a denial without its apostrophe"),
    ("Kirn does not pay into the valley fund, but Lund did until 2020.", (REFUTED, UNSETTLED), "one denied, one not"),
)


@pytest.mark.parametrize(("said", "label", "why"), ROWS, ids=[why for *_, why in ROWS])
def test_several(said: str, label: str | tuple[str, ...], why: str) -> None:
    verdicts = [str(verdict.label) for verdict in check(said, CLAIMS)]
    allowed = (label,) if isinstance(label, str) else label
    assert len(verdicts) == 1
    assert verdicts[0] in allowed, why
