"""How long each action on a matrix takes from click to paint: 12 columns by 60 rows, Chromium, 4 times slower CPU.

`make site && python bench/matrix.py` prints the least, the median and the most of RUNS for each action, in ms. A click is a real
one, sent through the browser; the time is from the event's own stamp to the first task after the frame that shows its result. The
first line of each width, a click that does nothing, is what the browser and a busy machine take by themselves.
"""

from __future__ import annotations

import functools
import http.server
import json
import os
import re
import statistics
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
RUNS, SLOWER, COLUMNS, ROWS = int(os.environ.get("RUNS", "9")), 4, 12, 60
PAGE = "compare/gpus/index.html"
# From the event to the first message after the next frame, which the browser has painted by then.
WATCH = """
window.taken = []
for (const type of ["click", "change"]) addEventListener(type, watch, true)
function watch(event) {
  if (event.type === "click" && event.target.matches("select, option, input")) return
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => window.taken.push(performance.now() - event.timeStamp)
    port2.postMessage(0)
  })
}
"""


MARK = '<sup class="ref"><a href="#src-nv-h100-page" aria-label="출처 1">1</a></sup>'
UNKNOWN = '<td><span class="state" data-state="unknown">확인되지 않음</span></td>'
WORDS = '<td><span class="matrix__value"><a class="fact" href="#f-{id}"><span>이중 경로 {id} 공랭식</span></a>{mark}</span></td>'
NUMBER = '<span class="matrix__value"{own}><a class="fact" href="#f-{id}"><data value="{n}">{n:,}\u00a0GB/s</data></a>{mark}</span>'
OTHER = (
    ' <span class="matrix__value matrix__other" data-split><data value="{n}">{n:,}\u00a0GB/s</data>{mark}'
    " <small>다른 공식 값: 발표 당시 값이다.</small></span>"
)
QUANTITY = ' data-unit="GB/s" data-units="GB/s:1 TB/s:0.001 Gb/s:8" data-better="higher" data-q="scope:gpu"'
HEAD = (
    '<section class="matrix" id="matrix-synthetic"><spec-matrix><p class="matrix__how">읽는 법</p>'
    '<div class="scroll" role="region" tabindex="0" aria-label="표"><table><caption>12 × 60</caption>'
)


def cell(row: int, column: int) -> str:
    """As the macro writes one: a linked number, its qualifiers, its sources; every ninth a second official value, some unknown.
    Every sixth row says the same in all columns."""
    if row % 6 and (row * 7 + column) % 17 == 0:
        return UNKNOWN
    if row % 10 == 9:
        return WORDS.format(id=f"{row}-{column}", mark=MARK)
    number = round(10 * 1.31**column * (1 + row % 5), 2) if row % 6 else 100
    own = ' data-q="condition:up-to"' if row % 6 and column % 5 == 4 else ""
    shown = NUMBER.format(own=own, id=f"{row}-{column}", n=number, mark=MARK)
    return f"<td>{shown}{OTHER.format(n=number, mark=MARK) if (row + column) % 9 == 0 else ''}</td>"


def table() -> str:
    heads = "".join(f'<th scope="col" data-subject="p{c}"><a href="#p{c}">제품 {c}</a></th>' for c in range(COLUMNS))
    rows = []
    for r in range(ROWS):
        if r % 12 == 0:
            rows.append(f'<tr class="matrix__group"><th colspan="{COLUMNS + 1}" scope="colgroup"><span>묶음 {r // 12}</span></th></tr>')
        vary = f' data-vary="sparsity" data-variant="{"dense" if r % 2 else "sparse"}"' if 30 <= r < 40 else ""
        label = f'<th scope="row">메모리 대역폭 {r} <small>GPU 하나</small></th>'
        cells = "".join(cell(r, c) for c in range(COLUMNS))
        rows.append(f'<tr data-row="r{r}"{"" if r % 10 == 9 else QUANTITY}{vary}>{label}{cells}</tr>')
    head = f"<thead><tr><th scope=col>항목</th>{heads}</tr></thead>"
    return f"{HEAD}{head}<tbody>{''.join(rows)}</tbody></table></div></spec-matrix></section>"


def synthetic(site: Path) -> str:
    """A built page whose first matrix is ours and whose others are gone."""
    html = (site / PAGE).read_text("utf-8")
    parts = re.split(r'<section class="matrix".*?</section>', html, flags=re.S)
    return parts[0] + table() + "".join(parts[1:])


ACTIONS: dict[str, Callable[[Page], object]] = {
    "(아무 일 없음)": lambda p: p.locator(".matrix__how").click(),
    "차이만 켜고 끄기": lambda p: p.locator(".matrix__tools button[aria-pressed]").click(),
    "열 하나 빼고 넣기": lambda p: p.locator(".matrix__panel li").nth(5).locator("input").click(),
    "열 하나 앞으로": lambda p: p.locator(".matrix__panel li").nth(6).locator("button").first.click(),
    "행으로 정렬": lambda p: cycle(p, ".matrix__panel p:nth-of-type(1) select >> nth=0"),
    "밀집·희소": lambda p: cycle(p, ".matrix__tools select[aria-label='밀집과 희소']"),
    "막대 기준": lambda p: cycle(p, ".matrix__tools select[aria-label='막대 기준']"),
    "단위": lambda p: cycle(p, ".matrix__panel p:nth-of-type(2) select"),
}


def cycle(page: Page, selector: str) -> None:
    """The next choice of a select: its list is the system's and opens outside the page, so the event is made here."""
    page.locator(selector).evaluate(
        "e => { e.selectedIndex = (e.selectedIndex + 1) % e.options.length; e.dispatchEvent(new Event('change', {bubbles: true})) }"
    )


def measure(page: Page, url: str) -> dict[str, dict[str, float]]:
    found = {}
    for name, act in ACTIONS.items():
        page.goto(url, wait_until="load")
        page.locator("spec-matrix[data-ready]").wait_for()
        for panel in ("열", "정렬"):
            if (panel == "열") == name.startswith("열"):
                page.locator(".matrix__tools button[aria-expanded]").filter(has_text=panel).first.click()
        page.locator("spec-matrix .scroll").evaluate("e => e.scrollTop = 200")
        page.wait_for_timeout(300)
        page.evaluate("window.taken.length = 0")
        for run in range(RUNS):
            act(page)
            page.wait_for_function(f"window.taken.length > {run}")
            page.wait_for_timeout(120)
        times = page.evaluate("window.taken")
        found[name] = {"least": round(min(times), 1), "median": round(statistics.median(times), 1), "most": round(max(times), 1)}
    return found


def main() -> None:
    site = ROOT / "site"
    body = synthetic(site).encode()

    class Handler(http.server.SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path.split("?")[0] != "/compare/synthetic/":
                return super().do_GET()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    sys.path.insert(0, str(ROOT))
    from publish.browser import find

    with (
        http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(site))) as server,
        sync_playwright() as p,
    ):
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = p.chromium.launch(executable_path=find(), args=["--no-sandbox", "--disable-gpu"])
        results = {}
        for width, height in ((1280, 900), (390, 844)):
            page = browser.new_context(viewport={"width": width, "height": height}).new_page()
            page.add_init_script(WATCH)
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
            results[f"{width} px"] = measure(page, f"http://127.0.0.1:{server.server_port}/compare/synthetic/")
        browser.close()
        server.shutdown()
    for size, actions in results.items():
        for name, taken in actions.items():
            print(f"{size:8} {name:14}", "  ".join(f"{kind} {ms:6.1f} ms" for kind, ms in taken.items()))
    (ROOT / "bench/results").mkdir(exist_ok=True)
    (ROOT / "bench/results/matrix.json").write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
