"""Whether rewrites bring in faults of grammar, judged by LanguageTool, a grammar checker that shares nothing with us.

    python -m benchmarks.grammar SHEET.jsonl [--language de] [--server http://127.0.0.1:8081 | --jars FOLDER]

``SHEET.jsonl`` has one object a line: ``id``, ``before``, ``after`` and ``safety`` (``safe`` or ``review``). Both texts
are checked; a match of a rule that ``after`` has more often than ``before`` is new. Each new one is printed to be read:
some are false alarms. The exit code is 1 if a safe rewrite has one, or more than one in 100 of those to review.

What counts: the categories in ``GRAMMAR`` (agreement, cases, commas, capitals, one word or two, words confused), the
rules in ``ELSEWHERE`` (words written twice), and misspelt words (``SPELLING``) that ``before`` does not have. What does
not: style, colloquial words, redundancy, idioms, meaning, typography, plain and gender-neutral language. The judge is
silent on many faults, so that few new matches do not prove that the rewrites are right.

LanguageTool (LGPL) only measures; it is no part of this project. Its server needs Java 17 and these jars, of which
version 6.6 was tried. In an empty folder outside of the project write this ``pom.xml``:

    <project xmlns="http://maven.apache.org/POM/4.0.0">
      <modelVersion>4.0.0</modelVersion>
      <groupId>local</groupId><artifactId>jars</artifactId><version>1</version><packaging>pom</packaging>
      <dependencies>
        <dependency>
          <groupId>org.languagetool</groupId><artifactId>languagetool-server</artifactId><version>6.6</version>
        </dependency>
        <dependency><groupId>org.languagetool</groupId><artifactId>language-de</artifactId><version>6.6</version></dependency>
        <dependency><groupId>org.languagetool</groupId><artifactId>language-en</artifactId><version>6.6</version></dependency>
      </dependencies>
    </project>

and run ``mvn dependency:copy-dependencies -DoutputDirectory=FOLDER``: 165 jars, 245 MB. ``--jars FOLDER`` then starts
the server for this run. A server of your own is started with ``java -cp 'FOLDER/*' org.languagetool.server.HTTPServer
--port 8081``. Texts of forms are personal data: a server that is not on this machine is refused.
"""

from __future__ import annotations

import argparse
import ipaddress
import re
import socket
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import httpx
from pydantic import BaseModel, ConfigDict, Field, ValidationError

LANGUAGES = {"de": "de-DE", "en": "en-GB"}
GRAMMAR = frozenset(
    {
        *("GRAMMAR", "CASING", "COMPOUNDING", "CONFUSED_WORDS", "COLLOCATIONS", "PUNCTUATION"),
        "HILFESTELLUNG_KOMMASETZUNG",  # German commas around clauses have a category of their own
    }
)
SPELLING = frozenset({"TYPOS", "MULTITOKEN_SPELLING"})
ELSEWHERE = frozenset({"GERMAN_WORD_REPEAT_RULE", "ENGLISH_WORD_REPEAT_RULE", "EN_A_VS_AN"})
"""Rules about grammar that LanguageTool files under redundancy or miscellaneous."""
ALLOWED = {"safe": 0.0, "review": 0.01}
START_SECONDS, CHECK_SECONDS, STOP_SECONDS = 120, 300, 10


class Rewrite(BaseModel):
    """A line of the sheet; further keys are left alone."""

    model_config = ConfigDict(frozen=True)

    id: int | str
    before: Annotated[str, Field(min_length=1)]
    after: Annotated[str, Field(min_length=1)]
    safety: Literal["safe", "review"]


@dataclass(frozen=True, slots=True)
class Match:
    """What LanguageTool objects to, in which words."""

    rule: str
    category: str
    message: str
    words: str


@dataclass(frozen=True, slots=True)
class Judge:
    """A running server, asked in one language."""

    client: httpx.Client
    language: str

    def matches(self, text: str) -> list[Match]:
        """What the server objects to; raises ``httpx.HTTPError`` or ``ValueError`` if it gives no full answer."""
        answer = self.client.post("/v2/check", data={"language": LANGUAGES[self.language], "text": text})
        given = answer.raise_for_status().json()
        if given.get("warnings", {}).get("incompleteResults"):
            raise ValueError("it did not check the whole text")
        units = text.encode("utf-16-le")  # offsets are in UTF-16 code units
        return [
            Match(
                rule=match["rule"]["id"],
                category=match["rule"]["category"]["id"],
                message=match["message"],
                words=units[2 * match["offset"] : 2 * (match["offset"] + match["length"])].decode("utf-16-le"),
            )
            for match in given["matches"]
        ]


def is_grammar(match: Match, before: str) -> bool:
    """Whether a match of a rewrite of ``before`` is one of grammar, or of a misspelling that was not there."""
    if match.category in SPELLING:
        return not re.search(rf"(?<!\w){re.escape(match.words)}(?!\w)", before)
    return match.category in GRAMMAR or match.rule in ELSEWHERE


def new_matches(judge: Judge, rewrite: Rewrite) -> list[Match]:
    """The matches of grammar in ``after`` that ``before`` does not have, rule by rule."""
    old = judge.matches(rewrite.before)
    known = Counter(match.rule for match in old)
    flagged = {(match.rule, match.words) for match in old}
    found = [match for match in judge.matches(rewrite.after) if is_grammar(match, rewrite.before)]
    result = []
    for match in sorted(found, key=lambda match: (match.rule, match.words) not in flagged):  # the old ones first
        if known[match.rule]:
            known[match.rule] -= 1
        else:
            result.append(match)
    return result


def on_this_machine(address: str) -> str:
    """The address if it is one of the loopback interface, else ``ValueError``."""
    url = httpx.URL(address)
    with suppress(ValueError):  # the name of another machine is no number
        if url.scheme == "http" and (url.host == "localhost" or ipaddress.ip_address(url.host).is_loopback):
            return address
    raise ValueError("not an http address of this machine")


def read_sheet(path: Path) -> list[Rewrite]:
    """The rewrites of a sheet; raises ``ValueError``, which names the line but not its text."""
    result = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            result.append(Rewrite.model_validate_json(line))
        except ValidationError as error:
            raise ValueError(f"line {number}: {error.errors(include_input=False)[0]['msg']}") from None
    if not result:
        raise ValueError("the sheet is empty")
    return result


@contextmanager
def started(jars: Path) -> Iterator[str]:
    """The address of a server started from a folder of jars; it is stopped at the end."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        options = Path(folder) / "server.properties"
        options.write_text("pipelineCaching=true\nmaxPipelinePoolSize=2\npipelineExpireTimeInSeconds=3600\n")
        command = ["java", "-cp", f"{jars.resolve()}/*", "org.languagetool.server.HTTPServer", "--port", str(port)]
        with subprocess.Popen(
            [*command, "--config", str(options)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as server:
            try:
                address = f"http://127.0.0.1:{port}"
                wait_until_ready(server, address)
                yield address
            finally:
                stop(server)


def stop(server: subprocess.Popen[bytes]) -> None:
    """Ends it, by force if it does not end by itself."""
    server.terminate()
    try:
        server.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()


def wait_until_ready(server: subprocess.Popen[bytes], address: str) -> None:
    """Returns as soon as the server answers; raises ``ValueError`` if it ended or takes too long."""
    began = time.monotonic()
    while time.monotonic() - began < START_SECONDS:
        if server.poll() is not None:
            raise ValueError(f"it did not start, java ended with {server.returncode}")
        try:
            if httpx.get(f"{address}/v2/healthcheck", trust_env=False).is_success:
                return
        except httpx.TransportError:
            time.sleep(0.2)
    raise ValueError(f"it did not answer within {START_SECONDS} seconds")


def ask(address: str, language: str, sheet: Sequence[Rewrite]) -> int:
    """Measures with the server at an address; the exit code."""
    # Words unknown to it take LanguageTool seconds; a proxy from the environment must not see the texts.
    with httpx.Client(base_url=address, timeout=CHECK_SECONDS, trust_env=False) as client:
        return measure(Judge(client, language), sheet)


def measure(judge: Judge, sheet: Sequence[Rewrite]) -> int:
    """Prints the new matches and their shares; the exit code."""
    total, wrong = Counter[str](), Counter[str]()
    for rewrite in sheet:
        new = new_matches(judge, rewrite)
        total[rewrite.safety] += 1
        wrong[rewrite.safety] += bool(new)
        for match in new:
            print(f"{rewrite.id}  {rewrite.safety}  {match.rule}  “{match.words.strip()}”  {match.message}")
            print(f"  before: {rewrite.before}\n  after:  {rewrite.after}")
    for safety in ALLOWED:
        share = wrong[safety] / max(1, total[safety])
        print(f"{safety:6s} {wrong[safety]:4d} of {total[safety]:4d} rewrites with a new match  {share:.1%}")
    return int(any(wrong[safety] > allowed * total[safety] for safety, allowed in ALLOWED.items()))


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the measurement; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sheet", type=Path)
    parser.add_argument("--language", default="de", choices=LANGUAGES)
    place = parser.add_mutually_exclusive_group()
    place.add_argument("--server", default="http://127.0.0.1:8081", help="LanguageTool on this machine (%(default)s)")
    place.add_argument("--jars", type=Path, help="folder of LanguageTool's jars, to start it for this run")
    given = parser.parse_args(arguments)
    try:
        sheet = read_sheet(given.sheet)
        address = on_this_machine(given.server)
    except (OSError, ValueError) as error:
        parser.error(str(error))
    try:
        if given.jars is None:
            return ask(address, given.language, sheet)
        with started(given.jars) as address:
            return ask(address, given.language, sheet)
    except (OSError, ValueError, httpx.HTTPError) as error:
        parser.error(f"LanguageTool: {error}")


if __name__ == "__main__":
    raise SystemExit(main())
