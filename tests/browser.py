"""Chromium without a window, driven as the WebDriver standard says: for looking at a page as a person would."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
DRIVER = shutil.which("chromedriver")
FLAGS = (
    "--headless",
    "--no-sandbox",  # chromium refuses to be run by root otherwise; the only pages it is shown are ours
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
TAB, ENTER, SPACE = "\ue004", "\ue007", " "

_OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))
_PORT = re.compile(r"on port (\d+)")


@dataclass(frozen=True, slots=True)
class Browser:
    """A session with a browser; `address` is where the driver listens for it."""

    address: str

    def open(self, page: Path) -> None:
        """Show a file."""
        _call(f"{self.address}/url", {"url": page.as_uri()})

    def run(self, script: str) -> Any:
        """Run the body of a function in the page and return what it returns."""
        return _call(f"{self.address}/execute/sync", {"script": script, "args": []})

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        strokes = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        _call(f"{self.address}/actions", {"actions": [{"type": "key", "id": "keys", "actions": strokes}]})

    def tell(self, command: str, **parameters: Any) -> Any:
        """Give a command of the Chrome DevTools protocol."""
        return _call(f"{self.address}/goog/cdp/execute", {"cmd": command, "params": parameters})

    def resize(self, width: int) -> None:
        """Make the screen this many pixels wide."""
        self.tell("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)

    def show(self, media: str = "screen", scheme: str = "light") -> None:
        """Show the page on screen or as printed, light or dark."""
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.tell("Emulation.setEmulatedMedia", media=media, features=features)


@contextmanager
def browser(folder: Path) -> Iterator[Browser]:
    """Start a browser that keeps its files in a folder, and end it."""
    command = [str(DRIVER), "--port=0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8") as driver:
        try:
            address = f"http://127.0.0.1:{_port(driver)}/session"
            options = {"binary": CHROMIUM, "args": [*FLAGS, f"--user-data-dir={folder}"]}
            asked = {"capabilities": {"alwaysMatch": {"goog:chromeOptions": options}}}
            session = f"{address}/{_call(address, asked)['sessionId']}"
            yield Browser(session)
            _call(session, None, "DELETE")
        finally:
            driver.terminate()


def _port(driver: subprocess.Popen[str]) -> int:
    """Read on which port the driver listens."""
    assert driver.stdout
    for line in driver.stdout:
        found = _PORT.search(line)
        if found and "started successfully" in line:
            return int(found[1])
    raise AssertionError("chromedriver did not start")


def _call(address: str, content: Any, method: str = "POST") -> Any:
    """Ask the driver for something and return its answer."""
    body = None if content is None else json.dumps(content).encode()
    request = urllib.request.Request(address, body, {"Content-Type": "application/json"}, method=method)
    with _OPENER.open(request, timeout=60) as answer:
        return json.load(answer)["value"]
