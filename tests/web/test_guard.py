"""Who gets anything of the preview: nobody but its own page, and no script of what a deck says."""

import http.client
import subprocess
import sys

from playwright.sync_api import Browser, Page

from deckmotor.preview.guard import Guard
from tests.built import ROOT
from tests.web.served import Served

HOSTILE_DECK = """\
title: "</script><script>document.title = 'got'</script>"
language: sv
slides:
  - id: ett
    title: '<img src=x onerror="document.title = `got`">'
    bullets: ["[hit](javascript:document.title='got')", "</section></style><script>document.title = 'got'</script>"]
    notes: <img src=x onerror="document.title = 'got'">
  - id: bild
    title: Bild
    picture: {file: bild.svg, alt: '" onload="document.title=`got`'}
"""


def test_no_script_of_the_content_acts(browser: Browser, served: Served) -> None:
    page = browser.new_page()  # One that minds what pages forbid themselves.
    drawing = "<script>top.document.title = 'got'</script><rect width='9' height='9' onload=\"top.document.title = 'got'\"/>"
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>{drawing}</svg>"
    (served.folder / "bild.svg").write_text(svg, "utf-8")
    (served.folder / "variants.yaml").unlink()
    served.write(HOSTILE_DECK.replace("[hit](javascript:document.title='got')", "hit"))
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text) if "Content Security" in said.text else None)
    page.goto(served.address)
    for slide in ("ett", "bild"):
        page.click(f"#list a[data-id={slide}]")
        page.wait_for_selector("#large .slide")
    assert page.title() != "got"
    page.goto(f"http://127.0.0.1:{served.port}/present")
    page.wait_for_selector(".slide.on")
    page.keyboard.press("ArrowRight")
    assert page.title() != "got" and refused == []
    with page.expect_console_message(lambda said: "Content Security" in said.text):
        page.evaluate("document.querySelector('main').setAttribute('onclick', 'document.title = 1')")
        page.click("main")
    assert page.title() != "1"
    page.context.close()


def ask(served: Served, path: str, method: str = "GET", **headers: str) -> int:
    """The status of an answer to a request with just these headers."""
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=10)
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    return connection.getresponse().status


def test_nobody_else_gets_anything(served: Served) -> None:
    host, cookie = f"127.0.0.1:{served.port}", f"deckmotor-{served.port}={served.token}"
    assert ask(served, "/events", Host=host, Cookie=cookie) == 200
    refused = {
        "no secret": ask(served, "/events", Host=host),
        "a wrong secret": ask(served, "/events", Host=host, Cookie=f"deckmotor-{served.port}=x"),
        "a secret in other letters": ask(served, "/events", Host=host, Cookie=f"deckmotor-{served.port}=å"),
        "a wrong secret in the address": ask(served, "/?token=x", Host=host),
        "another name for this machine": ask(served, "/events", Host=f"evil.example:{served.port}", Cookie=cookie),
        "another origin": ask(served, "/events", Host=host, Cookie=cookie, Origin="http://evil.example"),
        "the origin of files": ask(served, "/events", Host=host, Cookie=cookie, Origin="null"),
        "another port": ask(served, "/events", Host=host, Cookie=cookie, Sec_Fetch_Site="same-site"),
        "another site": ask(served, "/events", Host=host, Cookie=cookie, Sec_Fetch_Site="cross-site"),
        "a websocket": ask(
            served,
            "/events",
            Host=host,
            Connection="Upgrade",
            Upgrade="websocket",
            Sec_WebSocket_Version="13",
            Sec_WebSocket_Key="AAAAAAAAAAAAAAAAAAAAAA==",
        ),
        "a form": ask(served, "/build?to=pptx", "POST", Host=host, Cookie=cookie),
    }
    assert refused == dict.fromkeys(refused, 403)
    (served.folder / "link.png").symlink_to("/etc/passwd")
    (served.folder / "font").symlink_to("/etc")
    paths = ("/deck.yaml", "/../deck.yaml", "/page.css/../../deck.py", "/link.png", "/font/passwd", "/font/..%2f..%2fpage.css")
    own = {"Host": host, "Cookie": cookie, "X_Deckmotor": "1"}
    assert ask(served, "/parts", "POST", **own) == 400
    missing = {path: ask(served, path, Host=host, Cookie=cookie) for path in paths}
    assert missing == dict.fromkeys(missing, 404)


HOSTILE = """async (home) => {
  const told = (made, good, bad) =>
    new Promise((done) => { made[good] = () => done("got"); made[bad] = () => done("nothing"); });
  const put = (tag, more) => document.body.appendChild(Object.assign(document.createElement(tag), more));
  const asked = (path, how) => fetch(home + path, { credentials: "include", ...how }).then(() => "got", () => "nothing");
  const framed = (name) => new Promise((done) => put("iframe", { name, onload: done }));
  const ways = {
    asking: asked("/present"), blindly: asked("/present", { mode: "no-cors" }),
    building: asked("/build?to=pptx", { method: "POST", headers: { "X-Deckmotor": "1" } }),
    following: told(new EventSource(home + "/events", { withCredentials: true }), "onopen", "onerror"),
    socket: told(new WebSocket(home.replace("http", "ws") + "/events"), "onopen", "onerror"),
    script: told(put("script", { src: home + "/page.js" }), "onload", "onerror"),
    style: told(put("link", { rel: "stylesheet", href: home + "/page.css" }), "onload", "onerror"),
  };
  const found = {};
  for (const [name, way] of Object.entries(ways)) found[name] = await way;
  await framed("seen");
  put("form", { method: "POST", action: home + "/build?to=pptx", target: "seen" }).submit();
  await new Promise((done) => { document.querySelector("iframe").onload = done; });
  return found;
}"""
"""What a page may try that stands on this machine too, at another port: its browser gives it our cookie to send along."""


def test_a_page_of_another_origin_gets_nothing(page: Page, served: Served) -> None:
    page.goto(served.address)
    page.wait_for_selector("#list a")
    evil, home = "http://127.0.0.1:8099/", f"http://127.0.0.1:{served.port}"
    page.route(f"{evil}**", lambda route: route.fulfill(body="<p>evil", content_type="text/html"))
    page.goto(evil)
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url.removeprefix(home)))
    found = page.evaluate(HOSTILE, home)
    assert found == dict.fromkeys(found, "nothing")
    assert {"/present", "/page.js", "/page.css", "/events", "/build?to=pptx"} <= {*asked}
    assert page.frames[1].evaluate("document.body.innerText.length") < 200  # The browser's own words.


def test_a_port_that_is_taken_is_told(served: Served) -> None:
    command = [
        sys.executable,
        str(ROOT / "make_deck.py"),
        "preview",
        str(served.folder),
        "--no-open",
        "--port",
        str(served.port),
    ]
    made = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert made.returncode == 2
    assert f"port {served.port} can't be used" in made.stderr


def test_two_at_once_do_not_shut_each_other_out() -> None:
    """A browser keeps cookies by their names, for all ports of a machine."""
    assert Guard(4000, "a").cookie != Guard(4001, "b").cookie
