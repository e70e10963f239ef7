"""The page served to one person on this machine, who decides about rows in it.

Nobody else gets anything: the address is that of the loopback, its path holds a random token, and what asks under another host name
(a page of the web that has its name point here) or from another origin is refused.
"""

from __future__ import annotations

import hmac
import logging
import secrets
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from threading import Lock

from congressx.errors import CongressxError, OutputError

log = logging.getLogger(__name__)

Storing = Callable[[bytes], None]
"""Stores a file of decisions, given as its bytes; raises `CongressxError` when they are not decisions or cannot be written."""

ADDRESS = "127.0.0.1"
MOST_BYTES = 64 * 1024 * 1024
"""Of one request; a decision has about one thousand."""
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class ReviewServer(ThreadingHTTPServer):
    """Serves `page()` at `address`, and hands decisions that come back to `storing`, one request at a time.

    Raises `OutputError` when the port is taken.
    """

    daemon_threads = True

    def __init__(self, page: Callable[[], str], storing: Storing, *, port: int = 0) -> None:
        self.page = page
        self.storing = storing
        self.token = secrets.token_urlsafe(24)
        self.turn = Lock()
        try:
            super().__init__((ADDRESS, port), _Answers)
        except (OSError, OverflowError) as error:
            raise OutputError(f"{ADDRESS}:{port}: cannot be listened on ({error}); choose another --port") from error

    def server_bind(self) -> None:
        """Without asking a name server what this machine is called."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = ADDRESS, self.server_address[1]

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that went away in the middle of an answer is nothing to print."""
        log.debug("a request ended early", exc_info=True)

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://{ADDRESS}:{self.server_port}/{self.token}/"


class _Answers(BaseHTTPRequestHandler):
    server: ReviewServer
    server_version = "congressx"
    sys_version = ""
    timeout = 60

    def do_GET(self) -> None:
        if not self._from_the_page():
            return
        if not self._is_at(""):
            self._answer(HTTPStatus.NOT_FOUND, "no such page")
            return
        try:
            with self.server.turn:
                page = self.server.page()
        except CongressxError as error:
            self._answer(HTTPStatus.SERVICE_UNAVAILABLE, str(error))
            return
        self._answer(HTTPStatus.OK, page, "text/html")

    def do_POST(self) -> None:
        if not self._from_the_page():
            return
        if not self._is_at("decisions") or not _same(self.headers.get("X-Congressx-Token", ""), self.server.token):
            self._answer(HTTPStatus.NOT_FOUND, "no such page")
            return
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > MOST_BYTES:
            self._answer(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"decisions of at most {MOST_BYTES} bytes, please")
            return
        self._store(self.rfile.read(int(length)))

    def log_message(self, format: str, *args: object) -> None:
        """To the log and without the token."""
        log.debug("%s", (format % args).replace(self.server.token, "…"))

    def _store(self, body: bytes) -> None:
        try:
            with self.server.turn:
                self.server.storing(body)
        except OutputError as error:
            self._answer(HTTPStatus.CONFLICT, str(error))
        except CongressxError as error:
            self._answer(HTTPStatus.BAD_REQUEST, str(error))
        except Exception:
            log.exception("decisions could not be stored")
            self._answer(HTTPStatus.INTERNAL_SERVER_ERROR, "a fault in congressx; look at the terminal it runs in")
        else:
            self._answer(HTTPStatus.OK, "stored")

    def _from_the_page(self) -> bool:
        """Whether the request is for this host and not from another origin; refused otherwise."""
        here = f"{ADDRESS}:{self.server.server_port}"
        origin = self.headers.get("Origin")
        site = self.headers.get("Sec-Fetch-Site", "none")
        own = origin is None or origin == f"http://{here}"
        asked_elsewhere = self.command != "GET" and site not in ("none", "same-origin")
        if self.headers.get("Host") == here and own and not asked_elsewhere:
            return True
        self._answer(HTTPStatus.FORBIDDEN, "this page is only for the browser it was opened in")
        return False

    def _is_at(self, place: str) -> bool:
        token, slash, rest = self.path.removeprefix("/").partition("/")
        return _same(token, self.server.token) and slash == "/" and rest == place

    def _answer(self, status: HTTPStatus, content: str, kind: str = "text/plain") -> None:
        body = content.encode("utf-8", "replace")
        self.send_response(status)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)


def _same(given: str, token: str) -> bool:
    """Compared in a time that says nothing about where they differ."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), token.encode())
