"""A browser for the tests: an installed Chromium or Chrome, else Playwright's own, else Debian's package when root."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"


def installed() -> str | None:
    """Path of a browser that is on the machine, or None."""
    own = os.environ.get("CHROMIUM")
    if own and Path(own).exists():
        return own
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return found or (MAC if Path(MAC).exists() else None)


def playwright_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as p:
        path = p.chromium.executable_path
    return path if Path(path).exists() else None


def find() -> str | None:
    return installed() or playwright_own()


def provide() -> str | None:
    """Find a browser, or install one."""
    found = find()
    if found:
        return found
    print("브라우저를 내려받습니다.")
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False, capture_output=True, timeout=600)
    if not (found := find()) and hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for arguments in (["update"], ["install", "-y", "--no-install-recommends", "chromium"]):
            subprocess.run(["apt-get", "-q", *arguments], check=False, capture_output=True, env=environment, timeout=900)
        found = find()
    return found


if __name__ == "__main__":
    if not provide():
        sys.exit("브라우저를 찾지도 설치하지도 못했습니다. Chromium이나 Chrome을 설치하고 다시 실행하십시오.")
