"""Distil WordNet 3.0 (Debian's wordnet-base, /usr/share/wordnet) into src/factcheck/knowledge/wordnet.tsv.

One row a word, sorted by code point so that it can be searched by bisection. Columns: the word; its parts of speech with the
count of tagged occurrences, the synsets of its first senses and, after a caret, the hypernyms of the first two; its antonyms;
words derived from it. Only single lower-case words are kept.

    python tools/distil_wordnet.py [FOLDER]
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
SENSES = 3  # senses kept a word and part of speech; later ones are rare and mislead
TARGET = Path(__file__).parent.parent / "src" / "factcheck" / "knowledge" / "wordnet.tsv"
PLAIN = re.compile(r"[a-z]+(?:[-'][a-z]+)*$")
HEADER = """\
# Distilled from WordNet 3.0 by tools/distil_wordnet.py; WordNet (c) 2006 Princeton University, licence in NOTICE.
# word, part of speech:count:synsets^hypernyms|..., antonyms as pos.word, derived words as pos.word
"""


def base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits or "0"


def read_synsets(folder: Path) -> dict[tuple[str, str], dict[str, list]]:
    """(part of speech, offset) -> words, pointers."""
    synsets = {}
    for pos, name in FILES.items():
        for line in (folder / f"data.{name}").read_text(encoding="latin-1").splitlines():
            if line.startswith(" "):
                continue
            fields = line.split(" | ")[0].split()
            count = int(fields[3], 16)
            words = [re.sub(r"\(.*\)", "", word) for word in fields[4 : 4 + 2 * count : 2]]
            at = 4 + 2 * count
            pointers = [tuple(fields[at + 1 + 4 * k : at + 5 + 4 * k]) for k in range(int(fields[at]))]
            synsets[pos, fields[0]] = {"words": words, "pointers": pointers}
    return synsets


def read_index(folder: Path) -> dict[tuple[str, str], list[str]]:
    """(word, part of speech) -> synset offsets, most frequent sense first."""
    index = {}
    for pos, name in FILES.items():
        for line in (folder / f"index.{name}").read_text(encoding="latin-1").splitlines():
            if not line.startswith(" "):
                fields = line.split()
                index[fields[0], pos] = fields[6 + int(fields[3]) :]
    return index


def read_counts(folder: Path) -> dict[tuple[str, str], int]:
    """(word, part of speech) -> occurrences in the sense-tagged texts."""
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for line in (folder / "cntlist.rev").read_text(encoding="latin-1").splitlines():
        key, _, count = line.split()
        word, sense = key.split("%")
        counts[word, {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}[sense[0]]] += int(count)
    return counts


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/wordnet")
    synsets, index, counts = read_synsets(folder), read_index(folder), read_counts(folder)
    rows: dict[str, dict[str, list[str]]] = defaultdict(lambda: {"pos": [], "anti": [], "derived": []})
    for (word, pos), offsets in index.items():
        if not PLAIN.match(word):
            continue
        offsets = [offset for offset in offsets if word in synsets[pos, offset]["words"]]  # drops proper names
        if not offsets:
            continue
        row, hypernyms = rows[word], []
        for rank, offset in enumerate(offsets[:SENSES]):
            synset = synsets[pos, offset]
            number = synset["words"].index(word) + 1
            for symbol, target, target_pos, ends in synset["pointers"]:
                target_pos = target_pos.replace("s", "a")
                if symbol == "@" and rank < 2:
                    hypernyms.append(target_pos + base36(int(target)))
                if symbol in "!+" and int(ends[:2], 16) == number:
                    other = synsets[target_pos, target]["words"][int(ends[2:], 16) - 1]
                    if PLAIN.match(other) and other != word:
                        row["anti" if symbol == "!" else "derived"].append(f"{target_pos}.{other}")
        senses = [pos + base36(int(offset)) for offset in offsets[:SENSES]]
        row["pos"].append(
            f"{pos}:{counts[word, pos]}:{','.join(senses)}" + (f"^{','.join(hypernyms)}" if hypernyms else "")
        )
    lines = []
    for word in sorted(rows):
        row = rows[word]
        columns = [
            word,
            "|".join(row["pos"]),
            ",".join(dict.fromkeys(row["anti"])),
            ",".join(dict.fromkeys(row["derived"])),
        ]
        lines.append("\t".join(columns).rstrip("\t") + "\n")
    TARGET.write_text(HEADER + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
