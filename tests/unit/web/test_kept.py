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


class SlowPage(Page):
    """An application that answers when it is let."""

    def __init__(self, *, lifetime=b"no-cache", fails=False):
        super().__init__()
        self.let, self.lifetime, self.fails = asyncio.Event(), lifetime, fails

    async def __call__(self, scope, receive, send):
        self.asked += 1
        await self.let.wait()
        if self.fails:
            raise RuntimeError("broken")
        headers = [(b"cache-control", self.lifetime)]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"x" * 10})


def at_once(page, times, taken=None):
    """What so many readers get who ask for one page before it is ready."""

    async def one(app, number):
        got = []

        async def send(message):
            got.append(message.get("body", b""))
            if taken is not None and number == 0 and message["type"] == "http.response.body":
                await taken.wait()  # the first reader takes nothing

        scope = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": []}
        await app(scope, None, send)
        return b"".join(got)

    async def all_of_them():
        app = kept.Kept(page, lambda: ())
        asking = [asyncio.create_task(one(app, number)) for number in range(times)]
        await asyncio.sleep(0.01)
        page.let.set()
        later = await asyncio.wait_for(asyncio.gather(*asking[1:], return_exceptions=True), 5)
        if taken is not None:
            taken.set()
        first = await asyncio.gather(asking[0], return_exceptions=True)
        return [*first, *later], app

    return asyncio.run(all_of_them())


def test_a_page_that_many_ask_for_at_once_is_worked_out_once():
    page = SlowPage()

    answers, app = at_once(page, 50)

    assert answers == [b"x" * 10] * 50
    assert page.asked == 1
    assert app._worked_out == {}


def test_nobody_waits_for_another_reader_who_takes_his_answer_slowly():
    answers, _ = at_once(SlowPage(), 5, taken=asyncio.Event())

    assert answers == [b"x" * 10] * 5


def test_what_must_not_be_kept_is_worked_out_for_each():
    page = SlowPage(lifetime=b"no-store")

    answers, app = at_once(page, 5)

    assert answers == [b"x" * 10] * 5
    assert page.asked == 5
    assert app._worked_out == {}


def test_a_fault_for_one_is_no_wait_without_end_for_the_others():
    page = SlowPage(fails=True)

    answers, app = at_once(page, 5)

    assert all(isinstance(answer, RuntimeError) for answer in answers)
    assert app._worked_out == {}
