"""Every output of both plans as pictures under build/gallery: ``make gallery``, then look."""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.programs import browser, converted

ROOT = Path(__file__).parent.parent
GALLERY = ROOT / "build" / "gallery"
PLANS = {"province": "data", "country": "examples/vietnam"}
INDICATOR = "internet_users"
PROGRAMS = ("chromium", "soffice", "pdftoppm")
VIEWS = {"wide": (1280, "light"), "dark": (1280, "dark"), "phone": (380, "light")}


def main() -> None:
    """Draw everything anew."""
    absent = [program for program in PROGRAMS if not shutil.which(program)]
    if absent:
        raise SystemExit(f"the gallery needs {', '.join(absent)}: not installed")
    shutil.rmtree(GALLERY, ignore_errors=True)
    for plan, folder in PLANS.items():
        for language in ("vi", "en"):
            place = GALLERY / plan / language
            place.mkdir(parents=True)
            _make(place, folder, language)
            _photograph(place)
            _print(place)
            print(f"{place.relative_to(ROOT)}: {len(list(place.glob('*.png')))} pictures")


def _make(place: Path, folder: str, language: str) -> None:
    """All outputs of one plan in one language."""
    common = ["--data", folder, "--lang", language]
    for ending in ("html", "docx", "xlsx", "md"):
        _qt_ict("report", *common, "-o", str(place / f"report.{ending}"))
    _qt_ict("chart", INDICATOR, *common, "-o", str(place / "chart.png"))


def _photograph(place: Path) -> None:
    """The web page as screens of several kinds show it, and as it is printed."""
    with browser() as opened:
        for name, (width, scheme) in VIEWS.items():
            page = opened.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
            page.goto((place / "report.html").as_uri())
            page.screenshot(path=place / f"html_{name}.png", full_page=True)
        page = opened.new_page()
        page.goto((place / "report.html").as_uri())
        page.pdf(path=place / "html_print.pdf", prefer_css_page_size=True, print_background=True)
    _pages(place / "html_print.pdf")


def _print(place: Path) -> None:
    """Word and Excel as LibreOffice prints them."""
    for ending in ("docx", "xlsx"):
        printed = converted(place / f"report.{ending}", "pdf", place)
        _pages(printed.rename(place / f"{ending}.pdf"))


def _pages(file: Path) -> None:
    subprocess.run(["pdftoppm", "-r", "70", "-png", str(file), str(file.with_suffix(""))], check=True)


def _qt_ict(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "qt_ict", *arguments], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
