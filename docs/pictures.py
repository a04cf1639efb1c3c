"""Draws the pictures of docs/pictures anew: the main pages of the desk over the stories of ``examples``.

make demo && python docs/pictures.py .venv/demo.db
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Error, sync_playwright

HERE, PORT = Path(__file__).parent, 8798
WIDE, NARROW = {"width": 1280, "height": 860}, {"width": 390, "height": 780}
#: Name, address, how wide, whether dark.
PICTURES = (
    ("overview", "/", WIDE, False),
    ("pair", "/pairs/USA/CHN", WIDE, False),
    ("pair-dark", "/pairs/USA/CHN", WIDE, True),
    ("pair-phone", "/pairs/USA/CHN", NARROW, False),
    ("ledger", "/ledger?between=USA&between=CHN&once=true", WIDE, False),
    ("thread", ("/ledger?between=USA&between=CHN&type=declined", "/threads/"), WIDE, False),
    ("disputes", "/disputes", WIDE, False),
    ("article", ("/ledger?between=USA&between=CHN&type=declined", "/articles/"), WIDE, False),
)


def main() -> None:
    """Serves the store that is named and takes each picture."""
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    command = [sys.executable, "-m", "pourparler", "serve", "--store", sys.argv[1], "--port", str(PORT)]
    with subprocess.Popen(command) as server:
        try:
            _await()
            _draw()
        finally:
            server.terminate()


def _await() -> None:
    for _ in range(300):
        try:
            urlopen(f"http://127.0.0.1:{PORT}/ledger").close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit(f"no desk answers at port {PORT}")


def _draw() -> None:
    browser_path = os.environ.get("POURPARLER_CHROMIUM") or shutil.which("chromium")
    (HERE / "pictures").mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        except Error as error:
            raise SystemExit(f"no Chromium could be started; name one with POURPARLER_CHROMIUM ({error})") from error
        for name, where, size, dark in PICTURES:
            page = browser.new_page(
                viewport=size, color_scheme="dark" if dark else "light", base_url=f"http://127.0.0.1:{PORT}"
            )
            page.goto(where if isinstance(where, str) else where[0])
            if not isinstance(where, str):
                page.goto(page.locator(f'main a[href^="{where[1]}"]').first.get_attribute("href") or "")
            page.screenshot(path=HERE / "pictures" / f"{name}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
