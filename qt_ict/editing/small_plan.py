"""The small plan to begin with: an example of every kind of entry, and comments that teach."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from qt_ict.language import Language, Text
from qt_ict.loading.folder import ROUNDS_FOLDER, TARGETS_FILE
from qt_ict.loading.plan_sheets.plan_files import CATALOGUE_FILE, PLAN_FILE, PlainFiles
from qt_ict.loading.yaml_lines import Comments, yaml_lines, yaml_text

Named = dict[str, str]


def small_plan(language: Language, year: int) -> PlainFiles:
    """The files of the plan to begin with, by name.

    Args:
        language: Its first language.
        year: The year of its later round; the baseline is of the year before.
    """
    return {
        PLAN_FILE: _plan(year),
        CATALOGUE_FILE: _catalogue(),
        f"baseline_{year - 1}.yaml": _baseline(year - 1),
        f"{ROUNDS_FOLDER}/{year}-12-31.yaml": _later(year),
        TARGETS_FILE: _targets(year),
    }


def _named(vi: str, en: str) -> Named:
    return {"vi": vi, "en": en}


def _plan(year: int) -> dict[str, Any]:
    return {
        "plan": {
            **_named("Kế hoạch của địa phương", "Plan of our area"),
            "number": "1",
            "date": date(year, 1, 15),
            "issuer": _named("Cơ quan ban hành", "Who issued it"),
            "area": _named("Địa phương", "Our area"),
        },
        "sources": {
            "I": _named("Hiện trạng", "Where we stand"),
            "II": _named("Mục tiêu", "Goals"),
            "III": _named("Tổ chức thực hiện", "Who does what"),
        },
        "agencies": {"ict_office": {**_named("Cơ quan phụ trách công nghệ thông tin", "ICT office"), "source": "III"}},
        "duties": {
            "yearly_report": {
                **_named("Báo cáo hằng năm", "Yearly report"),
                "agency": "ict_office",
                "to": ["ict_office"],
                "every": ["year"],
                "source": "III",
            }
        },
    }


def _catalogue() -> dict[str, Any]:
    return {
        "units": {
            "%": {**_named("%", "%"), "kind": "share"},
            "households": {**_named("hộ", "households"), "one": "household", "kind": "count"},
            "services": {**_named("dịch vụ", "services"), "one": "service", "kind": "count"},
        },
        "domains": {
            "access": _named("Tiếp cận", "Access"),
            "services": _named("Dịch vụ công", "Public services"),
        },
        "indicators": {
            "internet": {
                **_named("Hộ có Internet", "Households with Internet"),
                "unit": "%",
                "numerator": "households_with_internet",
                "denominator": "households",
                "factor": 100,
                "better": "higher",
                "domain": "access",
                "agency": "ict_office",
            },
            "online_services": {
                **_named("Dịch vụ công trực tuyến", "Public services online"),
                "unit": "services",
                "figure": "services_online",
                "better": "higher",
                "domain": "services",
                "agency": "ict_office",
            },
        },
    }


def _baseline(year: int) -> dict[str, Any]:
    return {
        "round": {
            **_named(f"Hiện trạng năm {year}", f"Baseline {year}"),
            "document": "1, I",
            "date": date(year, 12, 31),
            "transcribed": True,
        },
        "figures": {
            "households": {**_named("Số hộ", "Households"), "value": 12000, "unit": "households", "source": "I"},
            "households_with_internet": {
                **_named("Hộ có Internet", "Households with Internet"),
                "value": 5400,
                "unit": "households",
                "printed": "45%",
                "of": "households",
                "source": "I",
            },
            "services_online": {
                **_named("Dịch vụ công trực tuyến", "Public services online"),
                "value": 18,
                "unit": "services",
                "source": "I",
            },
        },
    }


def _later(year: int) -> dict[str, Any]:
    return {
        "round": {
            **_named(f"Báo cáo năm {year}", f"Report on {year}"),
            "document": "2",
            "date": date(year, 12, 31),
            "transcribed": True,
            "reports": ["yearly_report"],
        },
        "figures": {
            "households": {"value": 12150},
            "households_with_internet": {"value": 6200},
            "services_online": {"value": 25},
        },
    }


def _targets(year: int) -> dict[str, Any]:
    return {
        "targets": {
            "internet_target": {
                **_named("Hộ có Internet", "Households with Internet"),
                "domain": "access",
                "due": year + 4,
                "comparator": "at_least",
                "value": 80,
                "unit": "%",
                "measure": "direct",
                "indicator": "internet",
                "agency": "ict_office",
                "source": "II",
            },
            "online_services_target": {
                **_named("Dịch vụ công trực tuyến", "Public services online"),
                "domain": "services",
                "due": year + 2,
                "comparator": "more_than",
                "value": 60,
                "unit": "services",
                "measure": "direct",
                "indicator": "online_services",
                "agency": "ict_office",
                "source": "II",
            },
        }
    }


_HEADS: Mapping[str, Mapping[tuple[str, ...], Text]] = {
    PLAN_FILE: {
        (): Text("Kế hoạch: văn bản nào, ai chịu trách nhiệm.", "The plan: which document it is, who answers for it."),
        ("plan",): Text("Thay tên, số, ngày và địa bàn bằng của mình.", "Put your own names, number, date and area here."),
        ("sources",): Text(
            "Các mục của văn bản; số liệu và mục tiêu ghi chúng ở source.",
            "Items of the document; figures and targets cite them as their source.",
        ),
        ("duties",): Text("Ai báo cáo, cho ai, mấy lần; không có thì viết duties: {{}}", "Who reports, to whom, how often; without any: duties: {{}}"),
    },
    CATALOGUE_FILE: {
        (): Text(
            "Đơn vị tính, lĩnh vực, và các chỉ tiêu tính từ số liệu.",
            "Units of measure, domains, and the indicators computed from the figures.",
        ),
        ("units",): Text(
            "kind: share là phần của một tổng thể (0–100), density là mật độ, count là số đếm.",
            "kind: share is part of a whole (0 to 100), density a rate without a ceiling, count whole things.",
        ),
        ("indicators",): Text(
            "Chỉ tiêu là numerator / denominator × factor, hoặc một số liệu (figure). Không gõ giá trị vào đây.\n"
            "better: higher hoặc lower, chiều nào là tốt.",
            "An indicator is numerator / denominator × factor, or a figure as it stands. Its value is never typed in.\n"
            "better: higher or lower, whichever is better.",
        ),
    },
    "baseline": {
        (): Text(
            "Năm gốc: mỗi số liệu là một con số mà văn bản nêu. Viết liền các chữ số, dấu chấm thập phân: 145470, 31.24.",
            "The baseline: a figure is one number of the document. Digits together, a decimal point: 145470, 31.24.",
        ),
        ("round", "transcribed"): Text(
            "true: chữ số cho biết độ chính xác, 45 là từ 44.5 đến 45.5.",
            "true: digits show precision, 45 is anything from 44.5 to 45.5.",
        ),
        ("figures", "households_with_internet", "printed"): Text(
            "Tỷ lệ in bên cạnh số đếm, chép nguyên; được kiểm tra.",
            "The ratio printed beside the count, as it stands there; it is checked.",
        ),
    },
    "rounds": {
        (): Text(
            "Số liệu của một đợt sau; tệp mang tên là ngày của đợt. Tên và đơn vị tính đã có ở năm gốc. "
            "Đợt mới: qt-ict round new",
            "Figures of a later date, which the file is named by. Names and units stand in the baseline. "
            "A new one: qt-ict round new",
        ),
    },
    TARGETS_FILE: {
        (): Text(
            "Mục tiêu, mỗi mục tiêu một cam kết của kế hoạch.\n"
            "comparator: at_least, more_than, at_most, less_than, about, between (value: [40, 45]); không có số thì\n"
            "all (100%), nearly_all, most, some, qualitative.\n"
            "measure: direct (đo được), bounds (chỉ biết khoảng), proxy (đo cái gần với nó), none (chưa ai đo).",
            "The targets, one for each commitment of the plan.\n"
            "comparator: at_least, more_than, at_most, less_than, about, between (value: [40, 45]); without a number\n"
            "all (100 %), nearly_all, most, some, qualitative.\n"
            "measure: direct (it is counted), bounds (known as an interval), proxy (something related), none (nobody has).",
        ),
    },
}
"""What is said above entries, by file and key path."""


def teaching(language: Language) -> dict[str, Comments]:
    """Comments for each file of a plan, by its name; those of the first round under ``baseline``."""
    return {
        file: {path: text.fill().say(language) for path, text in comments.items()} for file, comments in _HEADS.items()
    }


def small_plan_files(plan: PlainFiles, language: Language) -> dict[str, bytes]:
    """The texts of the plan to begin with, by name."""
    said = teaching(language)
    return {
        name: yaml_text(yaml_lines(data, said[_kind_of(name)])).encode("utf-8") for name, data in plan.items()
    }


def _kind_of(name: str) -> str:
    """Under which name the comments of a file stand."""
    if name in _HEADS:
        return name
    return "rounds" if name.startswith(ROUNDS_FOLDER) else "baseline"
