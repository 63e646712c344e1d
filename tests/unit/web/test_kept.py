import asyncio

from app.web import kept


def ask(app, path="/"):
    """The body that `app` sends for a path."""
    sent = []

    async def receive():
        return {"type": "http.request"}

    async def send(message):
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": []}
    asyncio.run(app(scope, receive, send))
    return b"".join(message.get("body", b"") for message in sent)


class Page:
    """An application that counts how often it is asked."""

    def __init__(self, size=10, parts=1):
        self.asked, self.size, self.parts = 0, size, parts

    async def __call__(self, scope, receive, send):
        self.asked += 1
        await send({"type": "http.response.start", "status": 200, "headers": []})
        for part in range(self.parts):
            more = part < self.parts - 1
            await send({"type": "http.response.body", "body": b"x" * self.size, "more_body": more})


def test_what_is_kept_never_grows_past_its_bound(monkeypatch):
    monkeypatch.setattr(kept, "MOST_BYTES", 100)
    page = Page(size=40)
    app = kept.Kept(page, lambda: ())

    for path in ("/1", "/2", "/3", "/3", "/1"):
        assert ask(app, path) == b"x" * 40

    assert page.asked == 4  # /3 was kept; /1 had to go for it


def test_answer_in_parts_is_never_kept():
    page = Page(parts=2)
    app = kept.Kept(page, lambda: ())

    assert ask(app) == ask(app) == b"x" * 20
    assert page.asked == 2


def test_answer_worked_out_while_the_archive_changed_is_not_used_again():
    states = iter([1, 2, 2])
    page = Page()
    app = kept.Kept(page, lambda: (next(states),))

    for _ in range(3):
        ask(app)

    assert page.asked == 2
