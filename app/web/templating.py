"""Turns a template and typed values into a page; everything a template can call is here."""

import json
from dataclasses import dataclass

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from app.config import Settings
from app.domain.conflicts import told_apart
from app.domain.curators import Curator
from app.resources import static_dir, template_dir
from app.schemas import links
from app.version import __version__
from app.web import atom, calendars, ink
from app.web.addresses import with_query
from app.web.assets import Assets
from app.web.bars import bars
from app.web.curation.gate import form_key_of
from app.web.jinja import Templates
from app.web.timelines import event_line, timeline

# JSON inside a script element: these characters could end it or be read as markup.
_IN_SCRIPT = {mark: f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}


@dataclass(frozen=True, slots=True)
class Site:
    """What every page needs: settings, static files and the templates."""

    settings: Settings
    assets: Assets
    templates: Environment

    def absolute(self, path: str) -> str:
        """The public address of a path; never taken from the request."""
        return self.settings.base_url.rstrip("/") + path


def make_site(settings: Settings) -> Site:
    """The site for these settings; reads templates and static files once."""
    assets = Assets(static_dir())
    templates = Templates(
        loader=FileSystemLoader(template_dir()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # looking whether a file changed is a question to the disk for each
    )
    site = Site(settings, assets, templates)
    templates.globals.update(
        site_name=settings.site_name,
        version=__version__,
        base_url=settings.base_url.rstrip("/"),
        absolute=site.absolute,
        asset=assets.url,
        links=links,
        bars=bars,
        timeline=timeline,
        event_line=event_line,
        runs=ink.runs,
        with_query=with_query,
        atom_time=atom.atom_time,
        weeks_of=calendars.weeks_of,
        period_name=calendars.name_of,
        updated=atom.updated,
        form_key=form_key_of,
    )
    templates.filters.update(
        number=number,
        counted=counted,
        jsonld=jsonld,
        xml_text=xml_text,
        atom_moment=atom.atom_moment,
        capitalize_first=capitalize_first,
        told_apart=told_apart,
    )
    return site


def render(
    request: Request,
    name: str,
    *,
    status: int = 200,
    canonical: str | None = None,
    kept: bool = True,
    **values: object,
) -> HTMLResponse:
    """The page that the template `name` makes of `values`.

    `canonical` is the page's own path where it is not that of the request; a page with a query
    in its address names one without. A page that is not to be `kept` says so to all caches.
    """
    text = render_text(request, name, canonical=canonical, **values)
    # What a curator sees holds the keys of her forms, so nobody else may be shown it.
    headers = None if kept and not _curator(request) else {"Cache-Control": "no-store"}
    return HTMLResponse(text, status_code=status, headers=headers)


def render_text(
    request: Request, name: str, *, canonical: str | None = None, **values: object
) -> str:
    """The text that the template `name` makes of `values`: a page, a feed, a sitemap."""
    site: Site = request.app.state.site
    own = site.absolute(canonical or request.url.path)
    fixed = {
        "canonical": own,
        "path": request.url.path,
        "searched": request.query_params.get("q", ""),
        "curator": _curator(request),
    }
    return site.templates.get_template(name).render(**fixed, **values)


def _curator(request: Request) -> Curator | None:
    # An error before the routing has looked at no cookie; nobody is signed in there.
    curator: Curator | None = getattr(request.state, "curator", None)
    return curator


def number(count: int) -> str:
    """A count as people write it: 12,345."""
    return f"{count:,}"


def counted(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun: "1 statement", "12,345 statements"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def capitalize_first(text: str) -> str:
    """`text` with its first letter large and every other one as it is."""
    return text[:1].upper() + text[1:]


def jsonld(data: object) -> Markup:
    """JSON that cannot end the script element it stands in, whatever its strings hold."""
    text = json.dumps(data, ensure_ascii=False)
    for mark, shown in _IN_SCRIPT.items():  # `translate` looks at each letter
        text = text.replace(mark, shown)
    return Markup(text)  # noqa: S704 - every character that could be markup is escaped above


def xml_text(text: str) -> str:
    """`text` without the characters that XML 1.0 cannot carry, each shown as U+FFFD."""
    return "".join(letter if _in_xml(ord(letter)) else "\ufffd" for letter in text)


def _in_xml(code: int) -> bool:
    return (
        code in (0x9, 0xA, 0xD)
        or 0x20 <= code <= 0xD7FF
        or 0xE000 <= code <= 0xFFFD
        or (code >= 0x10000)
    )
