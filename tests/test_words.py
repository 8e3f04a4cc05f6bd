"""The words of the program: one for one idea, those of administrative papers, numbers as documents print them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from qt_ict.checks.rules import RULES
from qt_ict.cli.help_texts import translated
from tests.pages import ROOT

BETTER_VI = {
    "mức đạt thấp": "đạt thấp nhất so với mục tiêu",
    "khoảng cách": "chênh lệch so với mục tiêu",
    "năm gốc không đo": "chưa có số liệu năm gốc",
    "chưa ai đếm": "chưa có số liệu",
    "không có số liệu năm gốc": "chưa có số liệu năm gốc",
    "ước lượng khoảng": "theo khoảng",
    "chặn": "nhiều nhất là, ít nhất là; chỉ biết mức cao nhất, thấp nhất",
    "tử số không phải số đếm": "công bố tỷ lệ, không kèm số lượng",
    "mục tiêu không có con số": "mục tiêu không nêu số cụ thể",
    "chưa xác định": "chưa kết luận được",
    "phân định": "kết luận",
    "không kết luận": "chưa kết luận được",
    "tăng kép": "tăng bình quân năm (kép)",
    "thang quyết định": "thang dùng để đánh giá",
    "log-odds": "logit",
    "lẽ ra": "mức cần đạt đến nay",
    "nhịp": "mức tăng bình quân năm",
    "đã đi": "đã thực hiện",
    "đúng lộ trình": "đúng tiến độ",
    "tiến bộ chưa đủ": "chưa đạt tiến độ",
    "đi ngược": "xa dần mục tiêu",
    "đi lùi": "xấu đi",
    "tính từ đầu dễ đạt hơn": "tới mức dễ đạt hơn là đạt",
    "hứa": "đề ra",
    "phát biểu": "nội dung",
    "tổng thể": "tổng số",
    "cắt bớt": "bỏ bớt chữ số",
    "nửa lên": "từ 5 trở lên thì tăng 1",
    "không được dùng ở đâu": "chưa được sử dụng",
    "vì sao": "lý do",
}
"""What is not said any more, and what is said instead."""
BETTER_EN = {
    "Attainment": "Attained",
    "reckon": "compute",
    "log-odds": "logit",
    "points a year": "percentage points a year",
    "without status": "not assessed",
}
_VIETNAMESE = re.compile("[ăâđêôơưàảãạằẳẵặấầẩẫậèẻẽẹếềểễệìỉĩịòỏõọồổỗộớờởỡợùủũụừửữựỳỷỹỵ]", re.IGNORECASE)
_BLANK = re.compile(r"[\d}N]\s%")


def texts() -> Iterator[tuple[str, str, str]]:
    """Where a text of the program stands, its language, what it says: every ``Text``, and manual pages of checks."""
    for path in sorted((ROOT / "qt_ict").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            yield from ((f"{path.relative_to(ROOT)}:{line}", *said) for line, *said in _said(node, path))


def _said(node: ast.AST, path: Path) -> Iterator[tuple[int, str, str]]:
    match node:
        case ast.Call(func=ast.Name("Text"), args=[ast.Constant(str(vi)), ast.Constant(str(en))]):
            yield node.lineno, "vi", vi
            yield node.lineno, "en", en
        case ast.FunctionDef() if path.parent.name == "checks":
            english, _, vietnamese = (ast.get_docstring(node) or "").partition("Tiếng Việt:")
            yield node.lineno, "vi", " ".join(vietnamese.split())
            yield node.lineno, "en", english


TEXTS = list(texts())


def test_texts_are_found() -> None:
    """A law over nothing would hold."""
    assert len(TEXTS) > 1400
    assert any(said == "chưa có số liệu năm gốc" for _, _, said in TEXTS)


@pytest.mark.parametrize(("language", "better"), [("vi", BETTER_VI), ("en", BETTER_EN)])
def test_one_word_for_one_idea(language: str, better: dict[str, str]) -> None:
    """What committees do not write, or what had two words, is not said again."""
    said = [(place, text) for place, spoken, text in TEXTS if spoken == language]

    found = [
        f"{place}: {word!r}, better {instead!r}: {text[:60]!r}"
        for place, text in said
        for word, instead in better.items()
        if re.search(rf"(?<!\w){word}" + (r"(?!\w)" if language == "vi" else ""), text, re.IGNORECASE)
    ]

    assert not found, "\n".join(found)


def test_a_per_cent_sign_stands_at_its_number() -> None:
    """45,65% and 45.65%, as the plan prints it; "điểm %" and "the sign %" are no numbers."""
    assert not [(place, said) for place, _, said in TEXTS if _BLANK.search(said)]


def test_english_has_no_vietnamese_letters() -> None:
    """Names that data must hold are the exception: headings of a sheet, places."""
    allowed = ("số liệu", "giá trị", "Việt", "gần", "Quảng", "trên")

    found = [
        said
        for _, language, said in TEXTS
        if language == "en" and _VIETNAMESE.search(said) and not any(word in said for word in allowed)
    ]

    assert not found


def test_no_word_is_said_at_two_places() -> None:
    """A heading that stands at several places is one constant."""
    places: dict[tuple[str, str], set[str]] = {}
    for place, language, said in TEXTS:
        if language == "vi":
            vietnamese = said
        elif vietnamese[:1].isupper() and not vietnamese.endswith("."):
            places.setdefault((vietnamese, said), set()).add(place)

    assert {said: found for said, found in places.items() if len(found) > 1} == {}


def test_every_rule_has_a_vietnamese_name() -> None:
    """Beside the code stands a name in the reader's language, no two alike."""
    assert [code for code, rule in RULES.items() if not rule.called] == []
    assert len({rule.called for rule in RULES.values()}) == len(RULES)


def test_words_of_help_are_translated_wherever_their_line_breaks() -> None:
    """A terminal may be of any width."""
    assert (
        translated("Thư mục.  [env\n                  var: QT_ICT_DATA]", "vi")
        == "Thư mục.  [biến môi trường: QT_ICT_DATA]"
    )
    assert translated("[env var: QT_ICT_DATA]", "en") == "[env var: QT_ICT_DATA]"
