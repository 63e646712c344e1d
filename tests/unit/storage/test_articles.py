"""Storing what was found, and storing it again."""

from __future__ import annotations

from app.domain.documents import StatedMetadata
from app.models.address import AddressKind, AddressState
from app.models.article import Article, ArticleRevision
from app.models.document import Document
from app.models.ingest_run import IndexTask
from app.models.speaker import Speaker
from app.models.statement import Statement, StatementRevision, StatementSpan
from tests.making import Said

TEXT = (
    "The harbour must stay public, Ann Lee said on Monday after a long meeting of the council. "
    "We will not sell one metre of the quay, she told reporters who had waited outside. "
    "Nobody from the company answered the many questions that were put to it that evening."
)
FIRST, SECOND = "The harbour must stay public", "We will not sell one metre of the quay"


def test_a_statement_is_the_slice_of_its_document(store):
    store.hold(TEXT, FIRST, SECOND)

    spans = {span.statement_id: span for span in store.rows(StatementSpan)}
    for statement in store.rows(Statement):
        span = spans[statement.id]
        assert TEXT[span.start : span.end] == statement.content
    assert store.rows(Document)[0].text == TEXT


def test_storing_twice_changes_nothing(store):
    store.hold(TEXT, FIRST, SECOND)
    before = (store.links(), store.rows(Speaker), store.addresses())

    saved = store.hold(TEXT, FIRST, SECOND)

    assert not saved.new
    assert (store.links(), store.rows(Speaker), store.addresses()) == before
    assert store.rows(StatementRevision) == []
    assert len(store.rows(Article)) == len(store.rows(Document)) == 1


def test_the_path_plays_no_part_in_an_address(store, new_store):
    store.hold(TEXT, FIRST, SECOND, name="a.txt")
    other = new_store()
    other.hold(TEXT, SECOND, FIRST, name="far/away.txt")

    assert store.links() == other.links()


def test_a_changed_speaker_keeps_the_address_and_the_page_before(store):
    store.hold(TEXT, Said(FIRST, by="Ann Lee"))
    link = next(iter(store.links()))

    store.hold(TEXT, Said(FIRST, by="Bo Wu"), reason="better extractor 2")

    assert list(store.links()) == [link]
    revision = store.rows(StatementRevision)[0]
    assert (revision.permalink, revision.number) == (link, 1)
    assert revision.shown["speaker"] == "Ann Lee"
    assert revision.reason == "better extractor 2"
    assert store.rows(Statement)[0].revision == 2


def test_a_speaker_nobody_is_credited_to_any_more_leads_to_the_new_one(store):
    store.hold(TEXT, Said(FIRST, by="Ann Li"))
    store.publish_slugs()

    store.hold(TEXT, Said(FIRST, by="Ann Lee"))
    store.publish_slugs()

    gone = store.address("ann-li", AddressKind.SPEAKER)
    assert (gone.state, gone.target) == (AddressState.MOVED, "ann-lee")
    assert [row.slug for row in store.rows(Speaker)] == ["ann-lee"]


def test_a_statement_that_is_no_longer_found_is_lost_with_its_words(store):
    store.hold(TEXT, FIRST, SECOND)
    link = next(link for link, words in store.links().items() if words == SECOND)

    store.hold(TEXT, FIRST)

    entry = store.address(link)
    assert (entry.state, entry.shown) == (AddressState.LOST, SECOND)
    assert link not in store.links()
    assert IndexTask(type="statement", permalink=link).permalink in {
        task.permalink for task in store.rows(IndexTask)
    }


def test_a_lost_statement_that_is_found_again_is_at_its_old_address(store):
    store.hold(TEXT, FIRST, SECOND)
    links = store.links()

    store.hold(TEXT, FIRST)
    store.hold(TEXT, FIRST, SECOND)

    assert store.links() == links
    assert {entry.state for entry in store.addresses()} == {AddressState.LIVE}


def test_a_statement_that_became_part_of_a_longer_one_leads_to_it(store):
    longer = TEXT[: TEXT.index(", she told")]
    store.hold(TEXT, FIRST, SECOND)
    links = {words: link for link, words in store.links().items()}

    store.hold(TEXT, longer)

    assert list(store.links().values()) == [longer]
    kept = next(iter(store.links()))
    other = ({links[FIRST], links[SECOND]} - {kept}).pop()
    assert (store.address(other).state, store.address(other).target) == (AddressState.MOVED, kept)


def test_an_edited_article_keeps_its_address_and_its_statements(store):
    before = store.hold(TEXT, FIRST, SECOND)
    links = store.links()
    edited = "Update: more reactions below. " + TEXT.replace("long meeting", "stormy meeting")

    after = store.hold(edited, FIRST, SECOND)

    assert after.permalinks == before.permalinks
    assert store.links() == links
    assert len(store.rows(Document)) == 2
    assert [row.number for row in store.rows(ArticleRevision)] == [1]


def test_a_quote_replaced_by_a_look_alike_does_not_inherit_its_address(store):
    store.hold(TEXT, SECOND)
    link = next(iter(store.links()))
    other = "They will not buy one plank of that pier"

    store.hold(TEXT.replace(SECOND, other), other)

    assert store.address(link).state is AddressState.LOST
    assert link not in store.links()


def test_another_article_at_the_same_path_is_another_article(store):
    first = store.hold(TEXT, FIRST)
    text = "Quite another story about wheat prices: they will rise, the minister said in Rome."

    second = store.hold(text, "they will rise")

    assert first.permalinks != second.permalinks
    assert len(store.rows(Article)) == 2
    assert {entry.state for entry in store.addresses()} == {AddressState.LIVE}


def test_b11_the_same_words_in_another_file_are_the_same_article(store):
    first = store.hold(TEXT, FIRST, name="a.txt")

    second = store.hold(TEXT, FIRST, name="copy/b.txt")

    assert second.permalinks == first.permalinks
    assert len(store.rows(Article)) == 1


def test_b11_one_word_changed_in_another_file_is_an_article_of_its_own(store):
    first = store.hold(TEXT, FIRST, name="a.txt")

    second = store.hold(TEXT.replace("evening", "night"), FIRST, name="b.txt")

    assert second.permalinks != first.permalinks
    assert len(store.links()) == 2


def test_b12_two_texts_at_one_web_address_are_revisions_of_one_article(store):
    url = StatedMetadata(url="https://paper.example/harbour")
    text = "A correction: The harbour must stay public, and We shall see, said Ann Lee."

    first = store.hold(TEXT, FIRST, name="a.txt", stated=url)
    second = store.hold(text, FIRST, "We shall see", name="b.txt", stated=url)

    assert first.permalinks == second.permalinks
    revision = store.rows(ArticleRevision)[0]
    documents = {row.id: row.text for row in store.rows(Document)}
    assert documents[revision.document_id] == TEXT


def test_the_same_words_by_two_outlets_are_two_articles(store):
    one = store.hold(TEXT, FIRST, name="a", stated=StatedMetadata(outlet="The Post"))
    two = store.hold(TEXT, FIRST, name="b", stated=StatedMetadata(outlet="The Mail"))

    assert one.permalinks != two.permalinks


def test_articles_that_are_read_as_one_keep_every_address(store):
    cut = TEXT.index("We will")
    first, second = store.hold(TEXT, FIRST, SECOND, cuts=[cut]).permalinks
    links = store.links()

    (now,) = store.hold(TEXT, FIRST, SECOND).permalinks

    assert store.links() == links
    gone = ({first, second} - {now}).pop()
    entry = store.address(gone, AddressKind.ARTICLE)
    assert (entry.state, entry.target) == (AddressState.MOVED, now)
    assert [row.permalink for row in store.rows(Article)] == [now]


def test_an_article_that_is_read_as_two_keeps_every_address(store):
    (before,) = store.hold(TEXT, FIRST, SECOND).permalinks
    links = store.links()

    after = store.hold(TEXT, FIRST, SECOND, cuts=[TEXT.index("We will")]).permalinks

    assert before in after
    assert store.links() == links
    assert len(store.rows(Article)) == 2


def test_a_failed_transaction_leaves_nothing_behind(store):
    class Stop(Exception):
        pass

    try:
        with store.session() as session:
            store.save(session, TEXT, FIRST, SECOND)
            raise Stop
    except Stop:
        pass

    assert store.links() == {}
    assert store.rows(Document) == store.rows(Speaker) == store.addresses() == []
