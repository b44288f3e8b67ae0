"""Gephi's own readers, by its toolkit and Gephi.java."""
import json
import os
import shutil
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))


class Gephi:
    """Started at the first file, once for all, since that takes seconds."""

    def __init__(self, folder):
        """folder: where gephi.sh has put the toolkit."""
        self.toolkit = os.path.join(folder, "gephi-toolkit-0.10.1-all.jar")
        self.process = None

    def found(self):
        return shutil.which("java") and os.path.exists(self.toolkit)

    def read(self, path):
        """What Gephi.java tells of a file."""
        if not self.process:
            self.process = subprocess.Popen(
                ["java", "-Duser.timezone=UTC", "-Djava.awt.headless=true",
                 "-cp", self.toolkit, os.path.join(HERE, "Gephi.java")],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                stderr=subprocess.DEVNULL)
        self.process.stdin.write(path + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def stop(self):
        if self.process:
            self.process.communicate()
