"""Other engines on the same records and queries, each used the ordinary way.

A page of each: 20 hits, the total, counts by speaker, year and outlet, and marked extracts.
"""

import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from whoosh import fields, highlight, index, query, sorting
from whoosh.analysis import StemmingAnalyzer

from app.domain.search import IndexEntry
from benchmarks.corpus import Question, entries
from benchmarks.search_engine import first_questions, least_of

Page = Callable[[Question], int]


def stock_whoosh(folder: Path, entries: Iterable[IndexEntry]) -> Page:
    """Whoosh with its own postings, filters, facets and highlights."""
    shape = fields.Schema(
        text=fields.TEXT(analyzer=StemmingAnalyzer(), stored=True),
        speaker=fields.ID(sortable=True),
        outlet=fields.ID(sortable=True),
        day=fields.NUMERIC(int, sortable=True),
        year=fields.NUMERIC(int, sortable=True),
    )
    folder.mkdir(parents=True)
    held = index.create_in(str(folder), shape)
    writer = held.writer(limitmb=256)
    for one in entries:
        day = one.said_first.toordinal() if one.said_first else 0
        writer.add_document(
            text=one.text, speaker=one.speaker, outlet=one.outlet, day=day,
            year=one.said_first.year if one.said_first else 0,
        )  # fmt: skip
    writer.commit()
    searcher = held.searcher()
    analyzer = shape["text"].analyzer

    def page(asked: Question) -> int:
        terms = [token.text for word in asked.terms for token in analyzer(word, mode="query")]
        tree: Any
        if asked.kind == "prefix":
            tree = query.Prefix("text", asked.terms[0])
        elif asked.kind == "fuzzy":
            tree = query.FuzzyTerm("text", asked.terms[0], maxdist=1, prefixlength=1)
        elif asked.kind == "phrase":
            tree = query.Phrase("text", terms)
        else:
            tree = query.And([query.Term("text", term) for term in terms])
        facets = sorting.Facets()
        for name in ("speaker", "year", "outlet"):
            facets.add_facet(name, sorting.FieldFacet(name, maptype=sorting.Count))
        found = searcher.search(tree, limit=20, filter=_whoosh_filter(asked), groupedby=facets)
        found.fragmenter = highlight.ContextFragmenter(maxchars=160)
        for name in ("speaker", "year", "outlet"):
            Counter(found.groups(name)).most_common(20)
        for hit in found[:20]:
            hit.highlights("text", top=1)
        return len(found)

    return page


def _whoosh_filter(asked: Question) -> query.Query | None:
    if not asked.query.filters:
        return None
    first, last = asked.query.said_from, asked.query.said_to
    assert first is not None
    assert last is not None
    return query.And(
        [
            query.Term("speaker", asked.query.filters["speaker"][0]),
            query.NumericRange("day", first.toordinal(), last.toordinal()),
        ]
    )


def sqlite_fts(folder: Path, entries: Iterable[IndexEntry]) -> Page:
    """SQLite FTS5 with Porter stems; it knows no misspelt words, so those are not asked."""
    folder.mkdir(parents=True)
    held = sqlite3.connect(folder / "fts.sqlite")
    held.executescript(
        "create table d(id integer primary key, text, speaker, outlet, day int, year int);"
        "create virtual table f using fts5(text, content='d', content_rowid='id',"
        " tokenize='porter unicode61');"
    )
    for one in entries:
        day = one.said_first
        row = (
            one.text,
            one.speaker,
            one.outlet,
            day.toordinal() if day else 0,
            day.year if day else 0,
        )
        number = held.execute("insert into d values(null,?,?,?,?,?)", row).lastrowid
        held.execute("insert into f(rowid,text) values(?,?)", (number, one.text))
    held.executescript("create index s on d(speaker, day); insert into f(f) values('optimize');")
    held.execute("create temp table h(id integer primary key, speaker, year, outlet)")

    def page(asked: Question) -> int:
        words = [f'"{word}"' for word in asked.terms]
        match = {"prefix": f"{asked.terms[0]}*", "phrase": f'"{" ".join(asked.terms)}"'}.get(
            asked.kind, " AND ".join(words)
        )
        where, values = "f match ?", [match]
        if asked.query.filters:
            first, last = asked.query.said_from, asked.query.said_to
            assert first is not None
            assert last is not None
            where += " and speaker = ? and day between ? and ?"
            values += [asked.query.filters["speaker"][0], first.toordinal(), last.toordinal()]  # type: ignore[list-item]
        joined = f"from f join d on d.id = f.rowid where {where}"
        held.execute(
            f"select snippet(f,0,'<b>','</b>','…',24) {joined} order by f.rank limit 20",
            values,
        ).fetchall()
        held.execute("delete from h")
        held.execute(f"insert into h select d.id, speaker, year, outlet {joined}", values)
        for name in ("speaker", "year", "outlet"):
            held.execute(
                f"select {name}, count(*) n from h group by 1 order by 2 desc limit 20"
            ).fetchall()
        return int(held.execute("select count(*) from h").fetchone()[0])

    return page


def tantivy_engine(folder: Path, entries: Iterable[IndexEntry]) -> Page:
    """Tantivy, where its package is installed: counts by its aggregations, its own extracts."""
    import tantivy  # a rival to measure against, not a dependency

    shape = tantivy.SchemaBuilder()
    shape.add_text_field("text", stored=True, tokenizer_name="en_stem")
    for name in ("speaker", "outlet"):
        shape.add_text_field(name, stored=False, tokenizer_name="raw", fast=True)
    for name in ("day", "year"):
        shape.add_integer_field(name, indexed=True, fast=True)
    schema = shape.build()
    folder.mkdir(parents=True)
    held = tantivy.Index(schema, path=str(folder))
    writer = held.writer(heap_size=256_000_000, num_threads=1)
    for one in entries:
        day = one.said_first
        writer.add_document(
            tantivy.Document(text=one.text, speaker=one.speaker, outlet=one.outlet,
                             day=day.toordinal() if day else 0, year=day.year if day else 0)
        )  # fmt: skip
    writer.commit()
    writer.wait_merging_threads()
    held.reload()
    searcher = held.searcher()
    kind, must = tantivy.Query, tantivy.Occur.Must

    def page(asked: Question) -> int:
        if asked.kind == "prefix":
            tree = kind.regex_query(schema, "text", f"{asked.terms[0]}.*")
        elif asked.kind == "fuzzy":
            tree = kind.fuzzy_term_query(schema, "text", asked.terms[0], distance=1)
        elif asked.kind == "phrase":
            tree = held.parse_query(f'"{" ".join(asked.terms)}"', ["text"])
        else:
            parts = [(must, held.parse_query(word, ["text"])) for word in asked.terms]
            if asked.query.filters:
                first, last = asked.query.said_from, asked.query.said_to
                assert first is not None
                assert last is not None
                speaker = kind.term_query(schema, "speaker", asked.query.filters["speaker"][0])
                days = kind.range_query(
                    schema, "day", tantivy.FieldType.Integer, first.toordinal(), last.toordinal()
                )
                parts += [(must, kind.const_score_query(one, 0)) for one in (speaker, days)]
            tree = kind.boolean_query(parts)
        found = searcher.search(tree, 20, count=True)
        extracts = tantivy.SnippetGenerator.create(searcher, tree, schema, "text")
        for _, address in found.hits:
            extracts.snippet_from_doc(searcher.doc(address)).to_html()
        counts = {n: {"terms": {"field": n, "size": 20}} for n in ("speaker", "year", "outlet")}
        searcher.aggregate(tree, counts)
        return int(found.count)  # type: ignore[attr-defined, unused-ignore] # not in its stubs

    return page


RIVALS: dict[str, Callable[[Path, Iterable[IndexEntry]], Page]] = {
    "whoosh as it comes": stock_whoosh,
    "SQLite FTS5": sqlite_fts,
    "tantivy": tantivy_engine,
}

#: Kinds of queries that an engine cannot be asked.
_UNKNOWN = {"SQLite FTS5": ("fuzzy",)}


@dataclass(frozen=True)
class Measured:
    """Records built a processor second, and processor milliseconds by query."""

    rate: float
    spent: dict[str, float]


def measure(name: str, scratch: Path, folder: Path, count: int) -> Measured:
    """Builds an engine's index and asks it the queries, as the archive's own was asked."""
    started = time.process_time()
    for _ in entries(folder, count):
        pass
    making = time.process_time() - started
    started = time.process_time()
    page = RIVALS[name](scratch / name.replace(" ", "-"), entries(folder, count))
    rate = count / max(time.process_time() - started - making, 1e-9)
    asked = [
        one for one in first_questions(folder, count) if one.kind not in _UNKNOWN.get(name, ())
    ]

    def timed(question: Question) -> float:
        begun = time.thread_time()
        page(question)
        return (time.thread_time() - begun) * 1000

    return Measured(rate, least_of(timed, asked))
