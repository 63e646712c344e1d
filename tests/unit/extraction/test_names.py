from app.domain.spans import Span
from app.extraction.capitals import words_in
from app.extraction.names import WordLines


def test_words_of_a_paragraph_are_read_when_asked_for():
    text = "Jane Roe spoke.\nNobody heard."
    paragraphs = [Span(0, 15), Span(16, 29)]
    lines = WordLines(text, paragraphs)
    assert len(lines) == 2
    assert lines[-1] == tuple(words_in(text, paragraphs[1]))
    assert [len(line) for line in lines[0:2]] == [3, 2]
    assert [line[0].text for line in lines] == ["Jane", "Nobody"]
