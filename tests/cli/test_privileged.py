"""A program that runs with another user's rights takes no code from folders
that its caller names."""
import os
import shutil
import subprocess
import tempfile
import unittest

from program import PROGRAM

NOBODY = 65534


def why_not():
    """Why no such program can be made here, or None."""
    if os.geteuid() != 0:
        return "needs root"
    with open("/proc/self/status", encoding="ascii") as file:
        if "NoNewPrivs:\t1" in file.read():
            return "no program gets other rights here"
    if os.statvfs(tempfile.gettempdir()).f_flag & os.ST_NOSUID:
        return "the folder for temporary files is mounted nosuid"
    return None


@unittest.skipIf(why_not(), why_not())
class Privileged(unittest.TestCase):
    def listed(self, mode):
        with tempfile.TemporaryDirectory() as folder:
            os.chmod(folder, 0o755)
            program = os.path.join(folder, "entente")
            shutil.copyfile(PROGRAM, program)
            os.chmod(program, mode)
            plugins = os.path.join(folder, "plugins")
            os.mkdir(plugins)
            with open(os.path.join(plugins, "trap.so"), "wb") as file:
                file.write(b"no module at all\n")
            return subprocess.run(
                [program, "exporters"], user=NOBODY, group=NOBODY,
                extra_groups=[], capture_output=True, timeout=60, check=True,
                env={"ENTENTE_EXPORTER_PATH": plugins,
                     "ASAN_OPTIONS": "detect_leaks=0"}).stdout

    def test_folders_are_looked_through_only_with_the_callers_rights(self):
        self.assertIn(b"trap.so", self.listed(0o755))
        listed = self.listed(0o4755)
        self.assertNotIn(b"trap.so", listed)
        self.assertIn(b"json", listed)


if __name__ == "__main__":
    unittest.main()
