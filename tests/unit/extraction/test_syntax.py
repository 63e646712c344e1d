from app.extraction import syntax
from app.extraction.syntax import analyse
from tests.unit.extraction.saying import article

_TEXT = "\n".join(
    [
        "Jane Roe said on Monday that the port is late.",
        "“We will wait,” the mayor of Paris told the council.",
        "The union called for a ban on cars.",
    ]
)


def test_a_long_text_parsed_in_pieces_keeps_what_the_steps_read(monkeypatch):
    whole = analyse(article(_TEXT), "sm")
    monkeypatch.setattr(syntax, "PIECE", 60)
    parts = analyse(article(_TEXT), "sm")

    def read(analysis):
        return [
            (t.text, t.idx, t.lemma_, t.pos_, t.tag_, t.dep_, t.head.i, t.ent_iob_, t.ent_type_)
            for t in analysis.doc
        ]

    assert read(parts) == read(whole)
    assert parts.sentences == whole.sentences
    assert [e.text for e in parts.doc.ents] == [e.text for e in whole.doc.ents]
    assert list(parts.token_starts) == list(whole.token_starts)
