"""Answers are kept only as long as nothing in the archive has changed."""

from tests.web.conftest import count_queries, fresh, open_site


def test_page_asked_for_twice_is_worked_out_once_until_the_archive_changes(tmp_path):
    shelf = fresh(tmp_path)
    article = shelf.article('Title\n"A wall is due," she said.\n"No wharf," he said.')
    shelf.statement(article, "A wall is due,", speaker=shelf.speaker())
    archive = shelf.archive()
    client = open_site(archive)

    first = client.get("/articles")
    with count_queries(archive.reader) as again:
        second = client.get("/articles")
    shelf.statement(article, "No wharf,")
    shelf.session.commit()
    third = client.get("/articles")

    assert again.count == 0
    assert second.text == first.text
    numbers = [answer.headers.pop("x-request-id") for answer in (first, second)]
    assert second.headers == first.headers
    assert numbers[0] != numbers[1]
    assert "1 statement<" in first.text
    assert "2 statements<" in third.text


def test_errors_and_health_are_never_kept(tmp_path):
    shelf = fresh(tmp_path)
    archive = shelf.archive()
    client = open_site(archive)

    for address in ("/readyz", "/speakers/nobody"):
        client.get(address)
        with count_queries(archive.reader) as again:
            client.get(address)
        assert again.count > 0, address


def test_results_without_the_index_are_asked_again_each_time(tmp_path):
    shelf = fresh(tmp_path)
    archive = shelf.archive(index=False)
    client = open_site(archive)

    first = client.get("/search?q=wall")
    with count_queries(archive.reader) as again:
        client.get("/search?q=wall")

    assert first.headers["cache-control"] == "no-store"
    assert again.count > 0


def test_different_questions_get_different_answers(site):
    assert site.get("/speakers").text != site.get("/speakers?letter=R").text
    error = site.get("/statements/none", headers={"Accept": "application/json"})
    assert error.json()["status"] == 404
