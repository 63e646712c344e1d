"""Assistants ask by the Model Context Protocol: what they are told can be cited."""

from __future__ import annotations

import json

import pytest

SAID = "The harbour must stay public."


def ask(site, method, **params):
    sent = {"jsonrpc": "2.0", "id": 7, "method": method, "params": params}
    answer = site.post("/api/v1/mcp", json=sent)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    body = answer.json()
    assert (body["jsonrpc"], body["id"]) == ("2.0", 7)
    return body


def call(site, name, **arguments):
    return ask(site, "tools/call", name=name, arguments=arguments)["result"]


def test_greeting_takes_the_revision_that_is_asked_for_where_it_is_known(site):
    known = ask(site, "initialize", protocolVersion="2025-03-26")["result"]
    strange = ask(site, "initialize", protocolVersion="1999")["result"]

    assert known["protocolVersion"] == "2025-03-26"
    assert strange["protocolVersion"] == "2025-06-18"
    assert known["capabilities"] == {"tools": {}}
    assert "verbatim" in known["instructions"]


def test_notification_gets_no_words(site):
    answer = site.post(
        "/api/v1/mcp", json={"jsonrpc": "2.0", "method": "notifications/initialized"}
    )

    assert (answer.status_code, answer.content) == (202, b"")


def test_every_tool_says_what_it_takes_and_that_it_only_reads(site):
    tools = ask(site, "tools/list")["result"]["tools"]

    assert {tool["name"] for tool in tools} == {
        "search_statements",
        "get_statement",
        "check_quotation",
        "check_draft",
    }
    for tool in tools:
        assert tool["inputSchema"]["type"] == "object"
        assert tool["annotations"]["readOnlyHint"] is True


def test_search_tells_words_verbatim_with_their_address_and_out_of_how_many(site, town):
    result = call(site, "search_statements", query="harbour public", limit=3)
    told = result["structuredContent"]

    assert json.loads(result["content"][0]["text"]) == told
    assert told["statements"][0]["words"] == SAID
    assert told["statements"][0]["url"] == (
        f"http://127.0.0.1:8000/statements/{town.statements[0].permalink}"
    )
    assert "The archive holds" in told["coverage"]
    assert call(site, "search_statements", query="zebra")["structuredContent"]["statements"] == []


def test_statement_is_told_by_its_permalink_or_its_whole_address(site, town):
    link = town.statements[0].permalink
    short = call(site, "get_statement", id=link)["structuredContent"]
    whole = call(site, "get_statement", id=f"http://127.0.0.1:8000/statements/{link}")

    assert short["text"] == SAID
    assert short["revision"] >= 1
    assert whole["structuredContent"]["id"] == link


def test_checker_gives_verdicts_and_accuses_nobody(site):
    one = call(site, "check_quotation", quote=SAID.replace("must", "must not"))
    other = call(site, "check_quotation", quote=SAID, speaker="Ben Okafor")
    draft = call(site, "check_draft", text=f"“{SAID}” “Nobody here said any of this.”")

    assert one["structuredContent"]["verdict"] == "small-differences"
    assert "turn the meaning" in one["structuredContent"]["differences"][0]
    assert other["structuredContent"]["verdict"] == "someone-else"
    assert [check["verdict"] for check in draft["structuredContent"]["checks"]] == [
        "exact",
        "not-found",
    ]


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("search_statements", {}),
        ("search_statements", {"query": "wall", "limit": 1000}),
        ("search_statements", {"query": "wall", "delete": True}),
        ("get_statement", {"id": "s999999999"}),
        ("get_statement", {"id": "<script>"}),
        ("check_quotation", {"quote": 3}),
    ],
)
def test_wrong_arguments_are_an_answer_and_no_fault(site, name, arguments):
    result = call(site, name, **arguments)

    assert result["isError"] is True
    assert result["content"][0]["text"]
    assert "structuredContent" not in result


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ({"id": 1, "method": "ping"}, -32600),
        ({"jsonrpc": "2.0", "id": 1, "method": 5}, -32600),
        ({"jsonrpc": "2.0", "id": 1, "method": "resources/list"}, -32601),
        ({"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "x"}}, -32602),
        ({"jsonrpc": "2.0", "id": 1, "method": "ping", "params": [1]}, -32602),
    ],
)
def test_what_cannot_be_answered_is_refused_by_its_code(site, sent, code):
    assert site.post("/api/v1/mcp", json=sent).json()["error"]["code"] == code


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", -32700),
        (b"{broken", -32700),
        (b"\xff\xfe\xfa", -32700),
        (b"[" * 100_000, -32700),
        (b'{"jsonrpc": "2.0", "id": NaN, "method": "ping"}', -32700),
        (b'{"jsonrpc": "2.0", "id": ' + b"9" * 5_000 + b', "method": "ping"}', -32700),
        (b"[]", -32600),
        (b"null", -32600),
        (b'"ping"', -32600),
        (b'[{"jsonrpc": "2.0", "id": 1, "method": "ping"}]', -32600),
        (b'{"jsonrpc": "2.0", "id": 1e999, "method": "ping"}', -32600),
        (b'{"jsonrpc": "2.0", "id": 1.5, "method": "ping"}', -32600),
        (b'{"jsonrpc": "2.0", "id": true, "method": "ping"}', -32600),
        (b'{"jsonrpc": "2.0", "id": {"a": 1}, "method": "ping"}', -32600),
        (b'{"jsonrpc": "2.0", "id": "\\ud800", "method": "ping"}', -32600),
        (b'{"jsonrpc": "2.0", "id": 1, "method": "\\udc00"}', -32600),
    ],
)  # fmt: skip
def test_what_is_no_message_is_refused_in_words_and_never_a_fault(site, body, code):
    answer = site.post("/api/v1/mcp", content=body)

    told = answer.json()
    assert answer.status_code == 400
    assert (told["jsonrpc"], told["id"], told["error"]["code"]) == ("2.0", None, code)
    assert told["error"]["message"]


@pytest.mark.parametrize("number", ["", "seven", "ü😀", 0, -1, 10**30, None])
def test_message_is_answered_under_its_own_id(site, number):
    answer = site.post("/api/v1/mcp", json={"jsonrpc": "2.0", "id": number, "method": "ping"})

    assert answer.status_code == 200
    assert answer.json() == {"jsonrpc": "2.0", "id": number, "result": {}}


def test_the_address_takes_messages_alone(site):
    assert site.get("/api/v1/mcp").status_code == 405


@pytest.mark.parametrize(
    "asked",
    ["{}/v1", "/statements/{}/v1", "http://127.0.0.1:8000/statements/{}?x=1#y", "{}#y", " {} ",
     "/statements/{}/", "http://127.0.0.1:8000/statements/{}/history"],
)  # fmt: skip
@pytest.mark.parametrize("case", [str.lower, str.upper])
def test_statement_is_told_by_the_address_of_any_of_its_pages(site, town, asked, case):
    link = town.statements[0].permalink

    told = call(site, "get_statement", id=asked.format(case(link)))

    assert told["isError"] is False
    assert told["structuredContent"]["id"] == link


def test_statement_that_moved_is_told_by_its_old_address(site, town):
    told = call(site, "get_statement", id="m000000001")["structuredContent"]

    assert told["id"] == town.statements[0].permalink


def test_every_address_of_a_statement_is_told_in_full(site, town):
    told = call(site, "get_statement", id=town.statements[0].permalink)["structuredContent"]

    assert told["url"] == told["canonical"]
    for address in (told["speaker"]["url"], told["article"]["url"], told["in_article"]):
        assert address.startswith("http://127.0.0.1:8000/")


@pytest.mark.parametrize(
    ("name", "arguments", "words"),
    [
        ("search_statements", {}, "“query” is missing."),
        ("search_statements", {"query": "wall", "delete": True}, "“delete” is not taken here."),
        ("search_statements", {"query": 3}, "“query” must be text."),
        ("search_statements", {"query": "wall", "limit": "x"}, "“limit” must be a whole number."),
        ("get_statement", {"id": "s" * 400}, "“id” may have at most 300 characters"),
        ("check_draft", ["a"], "“arguments” must be an object."),
        ("check_draft", 0, "“arguments” must be an object."),
    ],
)
def test_wrong_arguments_are_named_in_a_sentence(site, name, arguments, words):
    told = ask(site, "tools/call", name=name, arguments=arguments)["result"]

    assert told["isError"] is True
    assert words in told["content"][0]["text"]
    assert "[{" not in told["content"][0]["text"]
