"""Picture the page of a review in a browser engine, to look at it.

Usage: python tools/screenshots.py [--out FOLDER] [--readme] [SPECIMEN...]

For each specimen contract of examples/, or all, writes the page and its
pictures into FOLDER (out/screens): at 1280 and 390 pixels, light and dark,
and on A4. With --readme, writes docs/images/review.png too. Needs `chromium`
and, for the pictures of A4, `pdftoppm`; neither is needed by any test.
"""

import argparse
import json
import re
import subprocess
import tempfile
from pathlib import Path

from apprentissage.interchange import read_contract
from apprentissage.reviewing import review
from apprentissage.views.page import page

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
README_SPECIMEN, README_SIZE = "quatre-erreurs", (1280, 2000)
WIDTHS = {"wide": 1280, "narrow": 390}
SCHEMES = ("light", "dark")
LEAST_WINDOW = 500  # Chromium opens no narrower one

FRAME = """<!DOCTYPE html><body style="margin:0">
<iframe src="{name}" style="width:{width}px;border:0;color-scheme:{scheme}">
</iframe><script>onload = () => {{
  const frame = document.querySelector("iframe");
  const height = frame.contentDocument.documentElement.scrollHeight;
  frame.style.height = height + "px";
  document.body.dataset.height = height;
}}</script>"""
"""A page in a frame, as wide as asked, whose height it tells."""


def chromium(*arguments: str) -> str:
    """Run Chromium without a window, and return what it prints."""
    with tempfile.TemporaryDirectory() as profile:
        done = subprocess.run(
            [
                *("chromium", "--headless", "--no-sandbox", "--disable-gpu"),
                *("--disable-quic", "--no-first-run", "--disable-sync"),
                *("--disable-background-networking", "--hide-scrollbars"),
                *("--disable-component-update", "--no-pdf-header-footer"),
                "--allow-file-access-from-files",
                f"--user-data-dir={profile}",
                *arguments,
            ],
            capture_output=True,
            text=True,
            check=True,
        )
    return done.stdout


def picture(written: Path, width: int, scheme: str, height: int = 0) -> Path:
    """A picture of a page, whole where no height is given."""
    frame = written.with_name(f"{written.stem}-{width}-{scheme}.html")
    frame.write_text(
        FRAME.format(name=written.name, width=width, scheme=scheme),
        encoding="utf-8",
    )
    window = max(width, LEAST_WINDOW)
    told = chromium(
        "--dump-dom", f"--window-size={window},900", frame.as_uri()
    )
    whole = re.search(r'data-height="(\d+)"', told)
    if whole is None:
        raise SystemExit(f"Chromium tells no height for {frame}")
    height = height or int(whole.group(1))
    shot = frame.with_suffix(".png")
    chromium(
        f"--screenshot={shot}",
        f"--window-size={window},{height}",
        frame.as_uri(),
    )
    frame.unlink()
    return shot


def paper(written: Path) -> None:
    """The page as it prints on A4, and a picture of each sheet."""
    pdf = written.with_suffix(".pdf")
    chromium(f"--print-to-pdf={pdf}", written.as_uri())
    subprocess.run(
        ["pdftoppm", "-r", "80", "-png", str(pdf), str(pdf.with_suffix(""))],  # noqa: S607
        check=True,
    )


def write(name: str, folder: Path) -> Path:
    """The page of a specimen."""
    raw = json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    written = folder / f"{name}.html"
    written.write_text(page(review(read_contract(raw))), encoding="utf-8")
    return written


def main() -> None:
    """Picture what the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("specimens", nargs="*")
    parser.add_argument("--out", type=Path, default=ROOT / "out" / "screens")
    parser.add_argument("--readme", action="store_true")
    arguments = parser.parse_args()
    folder = arguments.out.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    known = sorted(path.stem for path in EXAMPLES.glob("*.json"))
    for name in arguments.specimens or known:
        written = write(name, folder)
        for width in WIDTHS.values():
            for scheme in SCHEMES:
                print(picture(written, width, scheme))
        paper(written)
    if arguments.readme:
        written = write(README_SPECIMEN, folder)
        shot = picture(written, README_SIZE[0], "light", README_SIZE[1])
        image = ROOT / "docs" / "images" / "review.png"
        image.parent.mkdir(parents=True, exist_ok=True)
        image.write_bytes(shot.read_bytes())
        print(image)


if __name__ == "__main__":
    main()
