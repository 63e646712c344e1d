"""Reads a PDF from standard input and prints its pages as JSON; run by itself, under limits.

A PDF is a program of sorts: a small one can ask for endless time or memory. So this runs as a
process of its own, which the system ends at its limits. It imports nothing of the application.
"""

import json
import logging
import resource
import sys
from io import BytesIO

_MEMORY = 1_500_000_000  # bytes of address space
_SECONDS = 30  # of the processor
_PAGES = 2_000
_CHARACTERS = 20_000_000


def main() -> None:
    """Prints {"pages": […], "title": …, "problem": …}."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    logging.disable(logging.CRITICAL)  # the library tells of each small fault it works around
    answer: dict[str, object] = {"pages": [], "title": None, "problem": None}
    try:
        answer |= _read(sys.stdin.buffer.read())
    except Exception as error:  # whatever the library raises on a file of strangers
        kind = type(error).__name__
        answer["problem"] = f"the PDF is damaged ({kind}); print it to a new PDF"
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))


def _read(content: bytes) -> dict[str, object]:
    from pypdf import PdfReader  # after the limits are set

    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        return {"problem": "the PDF is encrypted; save a copy without a password"}
    if len(reader.pages) > _PAGES:
        return {"problem": f"the PDF has {len(reader.pages):,} pages, and {_PAGES:,} are allowed"}
    pages, size = [], 0
    for page in reader.pages:
        pages.append(page.extract_text())
        size += len(pages[-1])
        if size > _CHARACTERS:
            return {"problem": f"the PDF holds more than {_CHARACTERS:,} characters; split it"}
    title = reader.metadata.title if reader.metadata else None
    return {"pages": pages, "title": title}


if __name__ == "__main__":
    main()
