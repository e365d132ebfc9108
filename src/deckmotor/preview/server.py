"""The preview's server: on this machine only, for one browser, as long as its terminal."""

import asyncio
import gc
import re
import secrets
import socket
from collections.abc import AsyncIterator, Callable, Mapping
from pathlib import Path
from traceback import print_exception
from typing import Any, get_args
from urllib.parse import quote, urlencode

import msgspec
from msgspec.structs import replace
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware, RequestResponseEndpoint
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from deckmotor.built import USUAL, How, Output
from deckmotor.edition import BASE, Edition
from deckmotor.preview.archive import archive
from deckmotor.preview.deck import FONTS, Preview
from deckmotor.preview.guard import HEADERS, Guard
from deckmotor.preview.place import Pointed
from deckmotor.preview.shown import Shown, View
from deckmotor.preview.watch import changes
from deckmotor.workspace import read_font, read_package_file

HOST = "127.0.0.1"

STATIC = {
    "/": (("page.html",), "text/html"),
    "/page.css": (("page.css", "../../export/web/page.css"), "text/css"),
    **{
        f"/{name}.js": ((f"{name}.js",), "text/javascript") for name in ("page", "parts", "pointed", "overlay", "grid", "stage")
    },
}
"""Files of which answers are made, and their kind. Pages look as `build --to html` draws them."""

QUIET = 20
"""Seconds after which a browser is told that the server is still there."""

MOST_NEAR = 8
"""Texts around a place that are looked for."""

DIGITS = 8
"""Of numbers in addresses, fewer than that."""

OUTPUTS: Mapping[str, tuple[Output, How]] = {
    **{output: (output, USUAL) for output in get_args(Output)},
    "handout": ("pdf", How(handout="notes")),
}
"""What can be downloaded of a view, by its name in an address. `all` is PowerPoint's file of each variant."""


class Door:
    """The answers to a browser. `editor` makes the address that opens a file at a line and column."""

    def __init__(self, preview: Preview, editor: Callable[[str, int, int], str]) -> None:
        self._preview = preview
        self._editor = editor
        self._changed = asyncio.Condition()

    async def follow(self, root: Path) -> None:
        """Wait for changes of files, for ever."""
        async for paths in changes(root, lambda: self._preview.memory.beside):
            self._preview.refresh(paths)
            async with self._changed:
                self._changed.notify_all()

    async def static(self, request: Request) -> Response:
        """The page itself."""
        names, kind = STATIC[request.url.path]
        return Response(b"\n".join(read_package_file(f"preview/page/{name}") for name in names), media_type=kind)

    async def font(self, request: Request) -> Response:
        """A font file."""
        name = request.path_params["name"]
        if not re.fullmatch(r"[A-Za-z]+-[A-Za-z]+\.[ot]tf", name):
            return PlainTextResponse("there is no such font", 404)
        try:
            return Response(read_font(name), media_type="font/ttf", headers={"Cache-Control": "private, max-age=3600"})
        except FileNotFoundError:
            return PlainTextResponse("there is no such font", 404)

    async def parts(self, request: Request) -> Response:
        """What is drawn of pages, by their hashes."""
        try:
            keys = msgspec.json.decode(await request.body(), type=list[str])
        except msgspec.DecodeError:
            return PlainTextResponse("parts are asked for by a list of their hashes", 400)
        return _json({key: part for key in keys if (part := self._preview.part(key)) is not None})

    async def grid(self, request: Request) -> Response:
        """A slide in every variant, a line each, as soon as it is known."""
        slide, view = request.query_params.get("slide", ""), _view(request.query_params)
        rows = (msgspec.json.encode(row) + b"\n" for row in self._preview.grid(slide, view))
        return StreamingResponse(rows, media_type="application/x-ndjson")

    async def place(self, request: Request) -> Response:
        """Where something is written, and the address that opens an editor there."""
        query = request.query_params
        shape, nth = (_number(query.get(what, "")) for what in ("shape", "nth"))
        pointed = Pointed(
            words=query.get("words", ""), line=query.get("line", ""), near=tuple(query.getlist("near")[:MOST_NEAR]),
            shape=-1 if shape is None else shape, nth=nth or 0,
        )  # fmt: skip
        span = await asyncio.to_thread(self._preview.place, _view(query), query.get("page", ""), pointed)
        if span is None:
            return _json(None)
        return _json({"file": span.file, "line": span.line, "url": self._editor(span.file, span.line, span.column)})

    async def line(self, request: Request) -> Response:
        """The address that opens an editor at a line of a file of the project."""
        query = request.query_params
        return _json({"url": self._editor(query.get("file", ""), _number(query.get("line", "")) or 1, 1)})

    async def build(self, request: Request) -> Response:
        """A finished file; several in one archive."""
        to, view = request.query_params.get("to", ""), _view(request.query_params)
        if to != "all" and to not in OUTPUTS:
            return PlainTextResponse("there is no such output", 404)
        try:
            if to == "all":
                files = await asyncio.to_thread(self._preview.built_all, view)
            else:
                files = await asyncio.to_thread(self._preview.built, view, *OUTPUTS[to])
        except ModuleNotFoundError as error:
            return PlainTextResponse(f"the library `{error.name}` is not installed here", 409)
        if not files:
            return PlainTextResponse("the deck has errors", 409)
        name, data = (files[0].name, files[0].data) if len(files) == 1 else archive(files)
        return Response(data, headers={"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"})

    async def present(self, request: Request) -> Response:
        """The view as a page that presents itself, in a frame of ours too; no script acts in it but its own."""
        made = await asyncio.to_thread(self._preview.presented, _view(request.query_params))
        if made is None:
            return PlainTextResponse("nothing can be drawn yet", 409)
        # The page itself allows one script, by its hash.
        policy = HEADERS["Content-Security-Policy"].replace("script-src 'self'", "script-src 'unsafe-inline'")
        policy = policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
        return Response(made, media_type="text/html", headers={"Content-Security-Policy": policy})

    async def events(self, request: Request) -> Response:
        """A view's pages and problems, and again whenever they change, with what is drawn anew (server-sent events): nobody has
        to ask for it."""
        return StreamingResponse(self._told(_view(request.query_params)), media_type="text/event-stream")

    async def _told(self, view: View) -> AsyncIterator[bytes]:
        last = Shown(version=0)
        while True:
            if last.version != self._preview.version:
                version = self._preview.version
                try:
                    shown = await asyncio.to_thread(self._preview.shown, view)
                except Exception as error:  # A mistake of ours: told, and what is saved next is tried again.
                    print_exception(error)
                    last = replace(last, version=version)
                    yield b"data: %b\n\n" % msgspec.json.encode({"bug": f"{type(error).__name__}: {error}"})
                    continue
                # The first time a browser asks for what it has not seen before.
                new = set(shown.keys).difference(last.keys) if last.pages else ()
                parts = {key: part for key in new if (part := self._preview.part(key)) is not None}
                last = shown
                yield b"data: %b\n\n" % msgspec.json.encode({"shown": shown, "parts": parts})
            try:
                await asyncio.wait_for(self._others_than(last.version), QUIET)
            except TimeoutError:
                yield b": here\n\n"

    async def _others_than(self, version: int) -> None:
        """Wait until another version is to be shown; it may be there already, saved while this one was being told."""
        async with self._changed:
            await self._changed.wait_for(lambda: self._preview.version != version)


def _view(query: Mapping[str, str]) -> View:
    return View(*(query.get(what, "") for what in ("variant", "theme", "audience", "language")))


def _number(word: str) -> int | None:
    return int(word) if word.isascii() and word.isdecimal() and len(word) < DIGITS else None


def _json(value: Any) -> Response:
    return Response(msgspec.json.encode(value), media_type="application/json")


def application(door: Door, guard: Guard, start: Edition = BASE) -> Starlette:
    """The server's application. `start` is the edition that is shown first."""

    async def guarded(request: Request, answer: RequestResponseEndpoint) -> Response:
        token = request.query_params.get("token", "") if request.url.path == "/" else ""
        refused = guard.refuses(request.method, request.headers, request.cookies.get(guard.cookie, ""), token)
        if refused:
            response: Response = PlainTextResponse(refused, 403)
        elif token:
            response = RedirectResponse(f"/?{urlencode(start.parts)}" if start.parts else "/", 303)
            response.set_cookie(guard.cookie, token, httponly=True, samesite="strict")
        else:
            response = await answer(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    get = {"/grid": door.grid, "/place": door.place, "/line": door.line, "/events": door.events}
    routes = [
        *(Route(path, door.static) for path in STATIC),
        *(Route(path, answer) for path, answer in get.items()),
        Route(f"{FONTS}{{name}}", door.font),
        Route("/present", door.present),
        Route("/parts", door.parts, methods=["POST"]),
        Route("/build", door.build, methods=["POST"]),
    ]
    return Starlette(routes=routes, middleware=[Middleware(BaseHTTPMiddleware, dispatch=guarded)])


def serve(
    preview: Preview, root: Path, editor: Callable[[str, int, int], str], port: int, opened: Callable[[str], None]
) -> None:
    """Serve until interrupted. `opened` is given the address; raises OSError where the port is taken."""
    import uvicorn

    gc.enable()  # A command does without, but this one lives long.
    listening = socket.create_server((HOST, port))
    # Else the rest of an answer waits for the browser's word that it has the beginning: 40 ms.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    token = secrets.token_urlsafe(16)
    port = listening.getsockname()[1]

    async def run() -> None:
        door = Door(preview, editor)
        server = uvicorn.Server(
            uvicorn.Config(
                application(door, Guard(port, token), preview.start), log_level="critical", timeout_graceful_shutdown=1
            )
        )
        following = asyncio.create_task(door.follow(root))
        opened(f"http://{HOST}:{port}/?token={token}")
        await server.serve(sockets=[listening])
        following.cancel()

    asyncio.run(run())
