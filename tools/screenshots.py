"""Picture the page of a review in a browser engine, to look at it.

Usage: python -m tools.screenshots [--out FOLDER] [--readme] [--axe FILE]
                                   [SPECIMEN...]

For each specimen contract of examples/, or all, writes the page and its
pictures into FOLDER (out/screens), at 1280 and 390 pixels, light and dark, and
on A4, and prints its heights in pixels and its number of sheets. With --axe,
which names the `axe.min.js` of the npm package axe-core, prints each fault of
accessibility that it finds at both widths, light and dark, all unfolded, and
fails on one.
With --readme alone, writes docs/images/review.png and, beside it, the digest
of the page that it shows: a test says when the picture is stale. Needs
`chromium` and, for A4, `pdftoppm`; neither is needed by any test.
"""

import argparse
import hashlib
import html
import json
import re
import subprocess
import tempfile
from pathlib import Path

from apprentissage.interchange import read_contract
from apprentissage.reviewing import remedies, review
from apprentissage.views.page import page

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
README_SPECIMEN, README_SIZE = "quatre-erreurs", (1280, 1500)
IMAGE = ROOT / "docs" / "images" / "review.png"
DIGEST = IMAGE.with_suffix(".sha256")
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


AXE = """<script src="{axe}"></script><script>
axe.run().then(found => {{
  const told = document.createElement("pre");
  told.id = "axe";
  told.textContent = JSON.stringify(found.violations.map(fault => [
    fault.id, fault.impact, fault.nodes.length, fault.nodes[0].html]));
  document.body.append(told);
}})</script>"""
"""What has a page tell its own faults."""


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


def picture(written: Path, width: int, scheme: str, height: int = 0) -> tuple[Path, int]:
    """A picture of a page, whole where no height is given, and its height."""
    frame = written.with_name(f"{written.stem}-{width}-{scheme}.html")
    frame.write_text(FRAME.format(name=written.name, width=width, scheme=scheme), encoding="utf-8")
    window = max(width, LEAST_WINDOW)
    told = chromium("--dump-dom", f"--window-size={window},900", frame.as_uri())
    whole = re.search(r'data-height="(\d+)"', told)
    if whole is None:
        raise SystemExit(f"Chromium tells no height for {frame}")
    height = height or int(whole.group(1))
    shot = frame.with_suffix(".png")
    chromium(f"--screenshot={shot}", f"--window-size={window},{height}", frame.as_uri())
    frame.unlink()
    return shot, height


def paper(written: Path) -> int:
    """The page as it prints on A4, a picture of each sheet; how many."""
    pdf = written.with_suffix(".pdf")
    chromium(f"--print-to-pdf={pdf}", written.as_uri())
    subprocess.run(
        ["pdftoppm", "-r", "80", "-png", str(pdf), str(pdf.with_suffix(""))],  # noqa: S607
        check=True,
    )
    return pdf.read_bytes().count(b"/Type /Page\n")


def faults(written: Path, axe: Path, width: int, scheme: str) -> list[str]:
    """What axe-core finds in a page on a screen, light or dark."""
    asked = written.with_name(f"{written.stem}-axe.html")
    asked.write_text(
        written.read_text(encoding="utf-8").replace(
            "</body>", AXE.format(axe=axe.resolve().as_uri()) + "</body>"
        ),
        encoding="utf-8",
    )
    dark = ["--blink-settings=preferredColorScheme=0"]
    told = chromium(
        *(dark if scheme == "dark" else []),
        "--dump-dom",
        "--virtual-time-budget=30000",
        f"--window-size={max(width, LEAST_WINDOW)},900",
        asked.as_uri(),
    )
    asked.unlink()
    found = re.search(r'<pre id="axe">(.*?)</pre>', told, re.DOTALL)
    if found is None:
        raise SystemExit(f"axe-core tells nothing of {written}")
    return [str(fault) for fault in json.loads(html.unescape(found[1]))]


def page_of(name: str, *, unfolded: bool = False) -> str:
    """The page of a specimen."""
    raw = json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    found = review(read_contract(raw))
    return page(found, remedies=remedies(found), unfolded=unfolded)


def digest() -> str:
    """The digest of the page that the README's picture shows."""
    return hashlib.sha256(page_of(README_SPECIMEN).encode()).hexdigest()


def write(name: str, folder: Path, *, unfolded: bool = False) -> Path:
    """The page of a specimen, in a file."""
    written = folder / f"{name}{'-unfolded' if unfolded else ''}.html"
    written.write_text(page_of(name, unfolded=unfolded), encoding="utf-8")
    return written


def check(name: str, folder: Path, axe: Path) -> int:
    """Print the faults of a specimen's page; how many."""
    written = write(name, folder, unfolded=True)
    found = [
        f"{name}, {width} px, {scheme}: {fault}"
        for width in WIDTHS.values()
        for scheme in SCHEMES
        for fault in faults(written, axe, width, scheme)
    ]
    print("\n".join(found) or f"{name}: axe-core finds no fault")
    return len(found)


def main() -> None:
    """Picture what the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("specimens", nargs="*")
    parser.add_argument("--out", type=Path, default=ROOT / "out" / "screens")
    parser.add_argument("--readme", action="store_true")
    parser.add_argument("--axe", type=Path)
    arguments = parser.parse_args()
    folder = arguments.out.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    names = arguments.specimens or sorted(path.stem for path in EXAMPLES.glob("*.json"))
    if arguments.readme:
        written = write(README_SPECIMEN, folder)
        shot, _ = picture(written, README_SIZE[0], "light", README_SIZE[1])
        IMAGE.write_bytes(shot.read_bytes())
        DIGEST.write_text(f"{digest()}\n", encoding="utf-8")
        print(IMAGE)
    elif arguments.axe:
        if sum([check(name, folder, arguments.axe) for name in names]):
            raise SystemExit("faults of accessibility")
    else:
        for name in names:
            depict(name, folder)


def depict(name: str, folder: Path) -> None:
    """Every picture of a specimen, and its measures."""
    written = write(name, folder)
    for width in WIDTHS.values():
        heights = [picture(written, width, scheme)[1] for scheme in SCHEMES]
        print(f"{name}: {max(heights)} px at {width}")
    print(f"{name}: {paper(written)} sheets of A4")


if __name__ == "__main__":
    main()
