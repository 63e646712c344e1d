"""Adds the founding archive's new addresses to the list of those that must answer for ever.

The list only grows: what stands in it was published once. Run after a release that finds more.
"""

import json
import tempfile
from pathlib import Path

from app.archive import open_archive
from app.config import Settings
from app.services.ingest import ingest
from app.services.ledger_files import exported_addresses

ROOT = Path(__file__).resolve().parent.parent
FROZEN = ROOT / "tests" / "permalinks" / "founding.jsonl"


def main() -> None:
    """Reads the founding articles with the addresses so far, and appends those that are new."""
    known = FROZEN.read_text(encoding="utf-8").splitlines() if FROZEN.exists() else []
    held = {(one["type"], one["address"]) for one in map(json.loads, known)}
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder) / "data")
        ingest(settings, [ROOT / "seeds" / "articles"], addresses=FROZEN if known else None)
        with open_archive(settings).session() as session:
            now = list(exported_addresses(session))
    new = [one for one in now if (one["type"], one["address"]) not in held]
    with FROZEN.open("a", encoding="utf-8") as file:
        file.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in new)
    print(f"{len(new):,} addresses added to {len(known):,}")


if __name__ == "__main__":
    main()
