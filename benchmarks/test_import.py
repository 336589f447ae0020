"""What it costs to import the library in a new interpreter."""

import subprocess
import sys

from pytest_benchmark.fixture import BenchmarkFixture


def start(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], check=True)


def test_bare_interpreter(benchmark: BenchmarkFixture) -> None:
    benchmark(start, "")


def test_import(benchmark: BenchmarkFixture) -> None:
    benchmark(start, "import apprentissage")
