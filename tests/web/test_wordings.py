"""One statement, many reports: the wordings stand side by side on each one's page."""

from tests.web.conftest import fresh, open_site


def test_wordings_stand_fullest_first_with_the_page_s_own_among_them(tmp_path):
    shelf = fresh(tmp_path)
    runs = ["We will build it", "We will build it here", "We will build it here and now"]
    rows = [
        shelf.statement(shelf.article(f"Harbour\n{run}."), run, report_group="wall") for run in runs
    ]
    page = open_site(shelf.archive()).get(f"/statements/{rows[1].permalink}").text
    section = page.split('class="reports"', 1)[1].split("</ul>", 1)[0]

    assert "One statement, 3 reports" in page
    assert section.count("<b>This report</b>") == 1
    fullest = section.index(f"/statements/{rows[2].permalink}")
    own = section.index("<b>This report</b>")
    shortest = section.index(f"/statements/{rows[0].permalink}")
    assert fullest < own < shortest
