"""The pages for people: what this is, the API documentation, what a problem means. Nothing is loaded from elsewhere."""

from __future__ import annotations

import base64
import hashlib
import json
from html import escape
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from app.api import problems
from app.api.negotiation import speech

router = APIRouter(include_in_schema=False)

STYLE = """
:root { color-scheme: light dark; }
body { font: 1.0625rem/1.55 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3 { line-height: 1.25; } h2 { margin-top: 2.5rem; border-top: 1px solid #8888; padding-top: 1.25rem; }
code, pre { font-family: ui-monospace, monospace; font-size: .9em; }
pre { overflow-x: auto; padding: .75rem 1rem; background: #8882; border-radius: .25rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .5rem; border-bottom: 1px solid #8884; }
.verb { font-weight: 700; }
""".strip()
_STYLE_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
POLICY = f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; base-uri 'none'; frame-ancestors 'none'"

_HOME = {
    "de": """
<p>Formklar hilft, Formulare der Verwaltung verständlich zu machen. Sie schicken einen Text oder ein Formular.
Sie bekommen einen Bericht: schwierige Stellen, Bewertungen, Vorschläge.</p>
<p>Was Sie schicken, wird geprüft und danach vergessen. Nichts wird gespeichert.</p>
<pre>curl -H 'Content-Type: text/plain; charset=utf-8' \\
     --data-binary @brief.txt {base}/v1/check</pre>
<ul><li><a href="/docs">Beschreibung der Schnittstelle (englisch)</a></li>
<li><a href="/v1/rules?language=de">Die Regeln</a></li>
<li><a href="/v1/health/ready">Ist der Dienst bereit?</a></li></ul>
""",
    "en": """
<p>Formklar helps to make administrative forms understandable. You send a text or a form.
You get a report: difficult places, scores, suggestions.</p>
<p>What you send is checked and then forgotten. Nothing is stored.</p>
<pre>curl -H 'Content-Type: text/plain; charset=utf-8' \\
     --data-binary @letter.txt {base}/v1/check</pre>
<ul><li><a href="/docs">Description of the API</a></li>
<li><a href="/v1/rules?language=en">The rules</a></li><li><a href="/v1/health/ready">Is the service ready?</a></li></ul>
""",
}


def _page(title: str, language: str, content: str) -> HTMLResponse:
    page = (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>"
        f"<body><main><h1>{escape(title)}</h1>{content}</main></body></html>"
    )
    return HTMLResponse(page, headers={"Content-Security-Policy": POLICY, "Vary": "Accept-Language"})


@router.get("/")
async def home(request: Request) -> Response:
    """What this service is."""
    language = speech(request.headers.get("accept-language"))
    settings = request.app.state.settings
    return _page("Formklar", language, _HOME[language].replace("{base}", f"http://{settings.host}:{settings.port}"))


@router.get("/docs")
async def docs(request: Request) -> Response:
    """The OpenAPI document for reading."""
    schema = request.app.openapi()
    parts = [f"<p>{escape(paragraph)}</p>" for paragraph in schema["info"]["description"].split("\n\n")]
    parts.append('<p>For programs: <a href="/openapi.json">openapi.json</a></p>')
    for path, operations in schema["paths"].items():
        for verb, operation in operations.items():
            parts.append(_operation(path, verb, operation))
    parts.append(_problem_list())
    return _page(f"Formklar API {schema['info']['version']}", "en", "".join(parts))


def _operation(path: str, verb: str, operation: dict[str, Any]) -> str:
    anchor = f"{verb}-{path.strip('/').replace('/', '-').replace('{', '').replace('}', '')}"
    parts = [
        f'<h2 id="{escape(anchor)}"><span class="verb">{verb.upper()}</span> <code>{escape(path)}</code></h2>',
        f"<p>{escape(operation.get('description', ''))}</p>",
    ]
    if parameters := operation.get("parameters"):
        rows = [
            f"<tr><td><code>{escape(parameter['name'])}</code></td><td>{escape(parameter['in'])}</td>"
            f"<td>{escape(parameter.get('description') or parameter['schema'].get('description', ''))}</td></tr>"
            for parameter in parameters
        ]
        parts.append(f"<h3>Parameters</h3><table>{''.join(rows)}</table>")
    if "requestBody" in operation:
        parts.append("<h3>Body</h3>")
        for kind, content in operation["requestBody"]["content"].items():
            schema = json.dumps(content["schema"].get("properties", {}) or content["schema"], indent=1)
            parts.append(
                f"<details><summary><code>{escape(kind)}</code></summary><pre>{escape(schema)}</pre></details>"
            )
    rows = [
        f"<tr><td>{escape(status)}</td><td>{escape(answer['description'])}</td></tr>"
        for status, answer in sorted(operation["responses"].items())
    ]
    parts.append(f"<h3>Answers</h3><table>{''.join(rows)}</table>")
    return "".join(parts)


def _problem_list() -> str:
    rows = [
        f'<tr><td><a href="/problems/{slug}"><code>{slug}</code></a></td><td>{kind.status}</td>'
        f"<td>{escape(kind.titles['en'])}</td></tr>"
        for slug, kind in sorted(problems.kinds().items())
    ]
    return f'<h2 id="problems">Problems</h2><table>{"".join(rows)}</table>'


@router.get("/problems/{slug}")
async def problem(request: Request, slug: str) -> Response:
    """What a problem means: the address in its ``type``."""
    kind = problems.kinds().get(slug)
    if kind is None:
        raise problems.NoSuchAddress
    language = speech(request.headers.get("accept-language"))
    headers = {"Content-Language": language, "Vary": "Accept-Language"}
    return JSONResponse(problems.explanation(kind, language), headers=headers)
