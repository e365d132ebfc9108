/* Presenting on the whole screen, in a frame of this page; where a browser refuses that, in a window of its own. */

/* `left` is called with the slide that was shown last. */
export async function present(address, left) {
  const frame = Object.assign(document.createElement("iframe"), { src: address, id: "stage", title: "Presenting", allow: "fullscreen" });
  const end = () => {
    if (document.fullscreenElement === frame) return;
    document.removeEventListener("fullscreenchange", end);
    const shown = frame.contentWindow?.location.hash || "";
    frame.remove();
    left(decodeURIComponent(shown.slice(1)));
  };
  document.body.append(frame);
  frame.addEventListener("load", () => frame.contentWindow.focus());
  try {
    await frame.requestFullscreen();
    document.addEventListener("fullscreenchange", end);
  } catch {
    frame.remove();
    window.open(address, "_blank", "noopener");
  }
}
