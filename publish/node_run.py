"""`python -m publish.node_run SCRIPT ARGUMENTS…`: run a Node script with the Node that the project uses."""

from __future__ import annotations

import subprocess
import sys

from .node import node

if __name__ == "__main__":
    sys.exit(subprocess.run([*node(), *sys.argv[1:]], check=False).returncode)
