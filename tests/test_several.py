"""Several claims together: what their facts come to, and that two facts do not make a third."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import Claims, check
from factcheck.candidates import rounds
from factcheck.decision import gathered
from factcheck.statement import parse
from factcheck.store import base_of

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


def villages(count: int) -> str:
    """Return a text that says of so many villages that each has a mill, and of the last one, in few of these words, whose it is."""
    mills = " ".join(
        f"The village of Aske {number} has a large old water mill by the river." for number in range(count)
    )
    return f"{mills} The owner of the mill at Corran is Ines Valk."


def test_what_the_nearest_wordings_leave_unsettled_is_looked_for_further_off() -> None:
    base = base_of(Claims.from_text(villages(40)))
    said = parse("The large old water mill at Corran in the village by the river is owned by Ines Valk.", base.table)
    near, further = list(rounds(said, base))
    assert {number for number, _ in near}.isdisjoint(number for number, _ in further)
    (found, evidence), (more, all_) = list(gathered(said, base))
    assert found == near
    assert more[: len(found)] == found
    assert len(more) == len(all_) > len(evidence)
