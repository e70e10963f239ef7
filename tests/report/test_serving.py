"""The server of `congressx review`: who gets an answer, and what becomes of decisions."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from congressx.errors import InputError, OutputError
from congressx.report import ReviewServer

DECISIONS = b'{"format": "congressx-decisions", "version": 1, "decisions": []}'


class Kept:
    """Stands for the store of an output folder."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []

    def __call__(self, body: bytes) -> None:
        if not body.startswith(b"{"):
            raise InputError("decisions from the page: not JSON; send the file again", reason="invalid")
        if body == b"{}":
            raise OutputError("out: another congressx run is writing here; wait until it is done")
        self.bodies.append(body)


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def server(kept: Kept) -> Iterator[ReviewServer]:
    with ReviewServer(lambda: "<!doctype html><title>Bài</title>", kept) as started:
        thread = threading.Thread(target=started.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield started
        started.shutdown()


def ask(
    server: ReviewServer, method: str, path: str, body: bytes | None = None, **headers: str
) -> tuple[int, str, dict[str, str]]:
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    content = answer.read().decode()
    connection.close()
    return answer.status, content, {name.lower(): value for name, value in answer.getheaders()}


def test_the_page_is_behind_the_token(server: ReviewServer) -> None:
    status, content, headers = ask(server, "GET", f"/{server.token}/")
    assert (status, "Bài" in content) == (200, True)
    assert headers["cache-control"] == "no-store"
    assert headers["x-frame-options"] == "DENY"
    assert server.token not in content
    for path in (
        "/",
        "",
        f"/{server.token}",
        f"/{server.token[:-1]}{'y' if server.token.endswith('x') else 'x'}/",
        f"/{server.token}/../",
        "/decisions",
        f"/{server.token}/x",
    ):
        assert ask(server, "GET", path or "/")[0] == 404


def test_the_address_is_that_of_the_loopback(server: ReviewServer) -> None:
    assert server.server_address[0] == "127.0.0.1"
    assert len(server.token) >= 32
    assert server.address == f"http://127.0.0.1:{server.server_port}/{server.token}/"


def test_decisions_are_stored(server: ReviewServer, kept: Kept) -> None:
    token = {"X_Congressx_Token": server.token}
    origin = f"http://127.0.0.1:{server.server_port}"
    status, _, _ = ask(server, "POST", f"/{server.token}/decisions", DECISIONS, Origin=origin, **token)
    assert (status, kept.bodies) == (200, [DECISIONS])


def test_who_has_no_token_stores_nothing(server: ReviewServer, kept: Kept) -> None:
    right, wrong = f"/{server.token}/decisions", "/guess/decisions"
    assert ask(server, "POST", right, DECISIONS)[0] == 404
    assert ask(server, "POST", right, DECISIONS, X_Congressx_Token="guess")[0] == 404
    assert ask(server, "POST", right, DECISIONS, X_Congressx_Token="đoán".encode().decode("latin-1"))[0] == 404
    assert ask(server, "POST", wrong, DECISIONS, X_Congressx_Token=server.token)[0] == 404
    assert kept.bodies == []


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "attacker.example"},
        {"Host": "localhost"},
        {"Origin": "https://attacker.example"},
        {"Origin": "null"},
        {"Sec_Fetch_Site": "cross-site"},
    ],
)
def test_other_hosts_and_origins_are_refused(server: ReviewServer, kept: Kept, headers: dict[str, str]) -> None:
    status, _, _ = ask(
        server, "POST", f"/{server.token}/decisions", DECISIONS, X_Congressx_Token=server.token, **headers
    )
    assert (status, kept.bodies) == (403, [])
    if "Sec_Fetch_Site" not in headers:
        assert ask(server, "GET", f"/{server.token}/", None, **headers)[0] == 403


def test_what_cannot_be_stored_is_told(server: ReviewServer) -> None:
    place, token = f"/{server.token}/decisions", {"X_Congressx_Token": server.token}
    assert ask(server, "POST", place, b"no", **token)[:2] == (
        400,
        "decisions from the page: not JSON; send the file again",
    )
    status, told, _ = ask(server, "POST", place, b"{}", **token)
    assert (status, "another congressx run" in told) == (409, True)
    assert ask(server, "POST", place, b"", Content_Length="99999999999", **token)[0] == 413
    assert ask(server, "PUT", place, b"{}", **token)[0] == 501


def test_a_port_that_is_taken_is_told(server: ReviewServer, kept: Kept) -> None:
    with pytest.raises(OutputError, match="choose another --port"):
        ReviewServer(str, kept, port=server.server_port)


def congressx(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "congressx", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise there")
def test_review_serves_until_it_is_interrupted(folder: Path) -> None:
    command = [sys.executable, "-m", "congressx", "review", str(folder), "--no-browser"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        address = process.stderr.readline().split()[-1]
        try:
            host, token = address.removeprefix("http://").rstrip("/").split("/")
            connection = HTTPConnection(host, timeout=20)
            connection.request("GET", f"/{token}/")
            page = connection.getresponse().read().decode()
        finally:
            process.send_signal(signal.SIGINT)
            _, rest = process.communicate(timeout=60)
    assert '"served":true' in page
    assert process.returncode == 0, rest
    assert "ended; the decisions are in" in rest
    assert "Traceback" not in rest


def test_review_of_no_tables(tmp_path: Path) -> None:
    run = congressx("review", tmp_path / "none", "--no-browser")
    assert run.returncode == 2
    assert "no tables here" in run.stderr


def test_a_command_of_review_is_no_folder() -> None:
    assert "apply" in congressx("review", "--help").stdout
    assert "FOLDER" in congressx("review", "serve", "--help").stdout


def test_report_is_written_whole(folder: Path, tmp_path: Path) -> None:
    run = congressx("report", folder, "-o", tmp_path / "new" / "r.html", "--language", "vi")
    assert run.returncode == 0, run.stderr
    assert "3 articles in" in run.stderr
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["r.html"]
    meta = (tmp_path / "new" / "r.html").read_text(encoding="utf-8").split('id="meta">')[1].split("</script>")[0]
    assert json.loads(meta)["language"] == "vi"


def test_report_into_a_folder_is_told(folder: Path, tmp_path: Path) -> None:
    run = congressx("report", folder, "-o", tmp_path)
    assert run.returncode == 2
    assert "choose another file with -o" in run.stderr
