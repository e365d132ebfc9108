"""Who may ask the preview's server: the browser of the one who started it, from its own page, and nobody else.

Any page in any tab can send requests to a server on this machine. So the host must be ours (DNS rebinding), the origin ours or
none, the browser's own word for where a request comes from must be `same-origin` or `none` (Fetch Metadata), and the secret of
the address that was opened must have come back as a cookie.
"""

from collections.abc import Mapping
from hmac import compare_digest

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; media-src data:; font-src 'self' data:; connect-src 'self'; "
    "frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
"""What every answer says: nothing of it may be used elsewhere, and nothing of elsewhere in it."""

OWN = "x-deckmotor"
"""The header that a page must send with what changes something; no form and no foreign page can."""


class Guard:
    """Looks at requests to a port, whose secret is `token`."""

    def __init__(self, port: int, token: str) -> None:
        self._hosts = {f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]")}
        self._token = token.encode()
        self.cookie = f"deckmotor-{port}"
        """The name of the cookie. A browser keeps one of a name for all ports of a machine, and there may be two previews."""

    def refuses(self, method: str, headers: Mapping[str, str], cookie: str, token: str = "") -> str:
        """Why a request is refused; empty where it is not. `token` is that of the address, which opens the door once."""
        if headers.get("host", "") not in self._hosts:
            return "this server answers only under the address that it was opened with"
        origin = headers.get("origin")
        if origin is not None and origin.removeprefix("http://") not in self._hosts:
            return "this page is not the preview's own"
        if headers.get("sec-fetch-site", "none") not in ("none", "same-origin") and not token:
            return "this page is not the preview's own"
        if not any(compare_digest(said.encode(), self._token) for said in (cookie, token)):
            return "open the address that `deckmotor preview` has printed"
        if method != "GET" and headers.get(OWN) is None:
            return "this page is not the preview's own"
        return ""
