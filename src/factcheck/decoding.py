"""Bytes -> text: by a byte order mark, else as what a document says of itself, else as UTF-8."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from factcheck.readers import UnreadableError

# The marks, a longer one before the one that it begins with.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# How files begin that are no text but are read: what each is, and what its name has to end in.
_SIGNATURES = (
    (b"%PDF-", "a PDF", ".pdf"),
    (b"PK\x03\x04", "a Word document or an archive", ".docx"),
)
_DECODERS: dict[str, Callable[[bytes, str, bool], tuple[str, int]]] = {
    "utf-8": codecs.utf_8_decode,
    "utf-16-le": codecs.utf_16_le_decode,
    "utf-16-be": codecs.utf_16_be_decode,
    "utf-32-le": codecs.utf_32_le_decode,
    "utf-32-be": codecs.utf_32_be_decode,
}
# What pages on the web are written in besides UTF-8, by the beginnings of Python's names. Codecs that only Python knows,
# and those that are no superset of ASCII, are not believed.
_ON_THE_WEB = ("iso8859", "cp125", "cp866", "cp874", "koi8", "mac-", "gb", "big5", "euc_", "shift_jis")
_SNIFFED = 200  # bytes at the beginning that tell UTF-16 without a mark, in which every second byte of English is NUL
_FEWEST = 4  # bytes that tell it
_MOST = 0.75  # of these bytes, as a quotation mark has none
_WIDER = {"ascii": "cp1252", "iso8859-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}  # as browsers read them


def decode(data: bytes, declared: str = "") -> str:
    """Decode a whole document; `declared` is the character set that it says it is in."""
    codec = _codec(declared)
    if not codec or any(data.startswith(mark) for mark, _ in _MARKS):
        return "".join(decode_pieces([data]))
    try:
        text, _ = codecs.lookup(codec).decode(data)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        wrong = f"byte {error.start} (0x{data[error.start]:02x})"
        raise UnreadableError(f"line {line}: {wrong} is not {declared}, which the file says it is in") from error
    _refuse_nul(text, codec, 0)
    return text


def decode_pieces(pieces: Iterable[bytes]) -> Iterator[str]:
    """Decode bytes that arrive in pieces, and yield what is whole; what stands before an error is yielded first."""
    source = filter(None, pieces)
    mark, codec, rest = _mark(source)
    if not mark:
        _refuse_document(rest)
    at, line, data = len(mark), 1, b""
    for piece in chain([rest] if rest else [], source, [b""]):
        data += piece
        text, used, error = _decoded(codec, data, ended=not piece)
        before = text.partition("\0")[0]
        if before:
            yield before
        if not at and (error or before != text):
            _refuse_wide(data[:_SNIFFED])
        _refuse_nul(text, codec, at)
        line += text.count("\n")
        if error:
            raise UnreadableError(_broken(codec, data[used], at + used, line)) from error
        at, data = at + used, data[used:]


def _mark(source: Iterator[bytes]) -> tuple[bytes, str, bytes]:
    """Return the byte order mark, the codec it stands for, and what follows it, as soon as it is certain what it is.

    What follows holds the whole signature of a file that has one.
    """
    head, beginnings = b"", [known[0] for known in (*_MARKS, *_SIGNATURES)]
    while any(known.startswith(head) and known != head for known in beginnings) and (piece := next(source, b"")):
        head += piece
    mark, codec = next((known for known in _MARKS if head.startswith(known[0])), (b"", "utf-8"))
    return mark, codec, head[len(mark) :]


def _decoded(codec: str, data: bytes, ended: bool) -> tuple[str, int, UnicodeDecodeError | None]:
    """Return what can be decoded of some bytes, how many these are, and what is wrong with those after them."""
    decoder = _DECODERS[codec]
    try:
        return *decoder(data, "strict", ended), None
    except UnicodeDecodeError as error:
        return *decoder(data[: error.start], "strict", True), error


def _codec(declared: str) -> str:
    """Return the codec for a character set, "" where it is UTF-8, says nothing or is not known."""
    try:
        name = codecs.lookup(declared.strip()).name
    except (LookupError, ValueError):
        return ""
    name = _WIDER.get(name, name)
    return name if name.startswith(_ON_THE_WEB) else ""


def _refuse_document(head: bytes) -> None:
    """Refuse what is read only under its own kind of name, and say the way out."""
    for signature, what, suffix in _SIGNATURES:
        if head.startswith(signature):
            way_out = f"it is read under a name that ends in {suffix} (for standard input, --stdin-filename)"
            raise UnreadableError(f"is {what}; {way_out}")


def _refuse_nul(text: str, codec: str, start: int) -> None:
    """Refuse a text that holds NUL, as only binary files do; `start` is the offset of its first byte."""
    at = text.find("\0")
    if at >= 0:
        raise UnreadableError(f"is a binary file (byte {start + len(text[:at].encode(codec))} is NUL)")


def _refuse_wide(head: bytes) -> None:
    """Refuse what begins as a text in UTF-16 does, and say the way out."""
    if len(head) < _FEWEST:
        return
    for name, zeros, others in (("UTF-16LE", head[1::2], head[::2]), ("UTF-16BE", head[::2], head[1::2])):
        if zeros.count(0) >= _MOST * len(zeros) and not others.count(0):
            way_out = f"convert it with iconv -f {name} -t UTF-8 FILE"
            raise UnreadableError(f"looks like {name} without a byte order mark; {way_out}")


def _broken(codec: str, byte: int, at: int, line: int) -> str:
    """Say where bytes stop being text, and the way out."""
    if codec != "utf-8":
        return f"line {line}: byte {at} (0x{byte:02x}) is not {codec[:6].upper()}, which its byte order mark promises"
    return f"line {line}: byte {at} (0x{byte:02x}) is not UTF-8; convert it, say with iconv -f WINDOWS-1252 -t UTF-8"
