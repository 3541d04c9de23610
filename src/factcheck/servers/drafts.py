"""A text as it stands in an editor at one moment, and what is known of it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace

from factcheck.sentences import Sentence
from factcheck.servers.actions import Edit
from factcheck.servers.reading import Reading
from factcheck.servers.rulers import Encoding
from factcheck.verdict import Verdict


@dataclass(eq=False)
class Draft:
    """A text that is open in an editor; a change of it makes another draft.

    `known` holds verdicts by the words of the sentence, which are all that they depend on beside the claims; `edits` what
    can be done about findings; `reading` is the work of taking the text apart, `checking` that of checking all of it.
    """

    uri: str
    name: str
    text: str
    version: int | None
    encoding: Encoding
    known: dict[str, Verdict] = field(default_factory=dict)
    edits: dict[Sentence, tuple[Edit, ...]] = field(default_factory=dict)
    reading: asyncio.Future[Reading] | None = None
    checking: asyncio.Task[None] | None = None

    def verdicts(self, reading: Reading) -> list[Verdict]:
        """Return the verdicts that are known, in the order of the text."""
        return [self.verdict(sentence) for sentence in reading.sentences if sentence.text in self.known]

    def verdict(self, sentence: Sentence) -> Verdict:
        """Return the verdict on a sentence whose words are known."""
        return replace(self.known[sentence.text], sentence=sentence)

    def forget_others(self, reading: Reading) -> None:
        """Forget the verdicts on sentences that are no longer in the text."""
        said = {sentence.text for sentence in reading.sentences}
        self.known = {text: verdict for text, verdict in self.known.items() if text in said}

    def changed(self, text: str, version: int | None) -> Draft:
        """Return the text as it is after a change; sentences that are still in it keep their verdicts."""
        return Draft(self.uri, self.name, text, version, self.encoding, dict(self.known))

    def afresh(self) -> Draft:
        """Return the same text, of which nothing is known."""
        return Draft(self.uri, self.name, self.text, self.version, self.encoding)
