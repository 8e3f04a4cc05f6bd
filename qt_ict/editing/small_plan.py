"""The small plan to begin with: an example of every kind of entry, and comments that teach."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, NamedTuple, get_args

from qt_ict.loading.folder import ROUNDS_FOLDER, TARGETS_FILE
from qt_ict.loading.plan_languages import DECLARED, NAME
from qt_ict.loading.plan_sheets.plan_files import CATALOGUE_FILE, PLAN_FILE, PlainFiles
from qt_ict.loading.yaml_lines import Comments, yaml_lines, yaml_text

ExampleLanguage = Literal["vi", "en", "fr"]
"""The languages in which its examples and comments can be written."""
EXAMPLE_LANGUAGES: tuple[ExampleLanguage, ...] = get_args(ExampleLanguage)


class PlanLanguage(NamedTuple):
    """The language of a plan to begin with."""

    code: str
    """By ISO 639."""
    examples: ExampleLanguage
    """What its names are written in until there are others, and its comments."""

    @property
    def own(self) -> bool:
        """True where its examples are in its own language."""
        return self.code == self.examples


def plan_language(code: str, otherwise: ExampleLanguage) -> PlanLanguage:
    """The language of a plan to begin with, its examples in another one where there are none in its own.

    >>> plan_language("fr", "en"), plan_language("de", "en")
    (PlanLanguage(code='fr', examples='fr'), PlanLanguage(code='de', examples='en'))
    """
    return PlanLanguage(code, next((each for each in EXAMPLE_LANGUAGES if each == code), otherwise))


class _Words(NamedTuple):
    """The same in every language."""

    vi: str
    en: str
    fr: str

    def say(self, language: ExampleLanguage) -> str:
        """In one of them."""
        return str(getattr(self, language))


def small_plan(spoken: PlanLanguage, year: int) -> PlainFiles:
    """The files of the plan to begin with, by name.

    Args:
        spoken: Its one language.
        year: The year of its later round; the baseline is of the year before.
    """
    language = spoken.examples
    return {
        PLAN_FILE: {DECLARED: [spoken.code], **_plan(language, year)},
        CATALOGUE_FILE: _catalogue(language),
        f"baseline_{year - 1}.yaml": _baseline(language, year - 1),
        f"{ROUNDS_FOLDER}/{year}-12-31.yaml": _later(language, year),
        TARGETS_FILE: _targets(year),
    }


def small_plan_files(plan: PlainFiles, spoken: PlanLanguage) -> dict[str, bytes]:
    """The texts of the plan to begin with, by name."""
    said = teaching(spoken.examples)
    if not spoken.own:
        lines = (_NOT_YET.say(spoken.examples).format(code=spoken.code), said[PLAN_FILE][(DECLARED,)])
        said[PLAN_FILE] = {**said[PLAN_FILE], (DECLARED,): "\n".join(lines)}
    return {name: yaml_text(yaml_lines(data, said[_kind_of(name)])).encode("utf-8") for name, data in plan.items()}


def _kind_of(name: str) -> str:
    """Under which name the comments of a file stand."""
    if name in _COMMENTS:
        return name
    return ROUNDS_FOLDER if name.startswith(ROUNDS_FOLDER) else BASELINE


_NOT_YET = _Words(
    "Ngôn ngữ của kế hoạch là {code}; các tên dưới đây là ví dụ bằng tiếng Việt, hãy thay bằng {code}.",
    "The plan is in {code}; the names below are examples in English, put yours in {code} in their place.",
    "Le plan est en {code} ; les noms ci-dessous sont des exemples en français, à remplacer par les vôtres en {code}.",
)
"""What is said where there are no examples in a language."""


def teaching(language: ExampleLanguage) -> dict[str, Comments]:
    """Comments for each file of a plan, by its name; those of the first round under ``baseline``, of later ``rounds``.

    Args:
        language: What they are written in.
    """
    return {
        file: {path: words.say(language) for path, words in comments.items()} for file, comments in _COMMENTS.items()
    }


def taught(plan: PlainFiles, otherwise: ExampleLanguage) -> dict[str, Comments]:
    """What explains the keys of a plan's files, in its own first language; in another where it is not written in that.

    What tells a beginner to put something else there is left out: the plan has its own already.
    """
    said = plan[PLAN_FILE].get(DECLARED) or [otherwise]
    first = said if isinstance(said, str) else said[0]
    found = teaching(plan_language(first, otherwise).examples)
    return {**found, PLAN_FILE: {path: words for path, words in found[PLAN_FILE].items() if path not in _TO_CHANGE}}


_TO_CHANGE = ((DECLARED,), ("plan",))
"""Entries of the plan to begin with above which stands what to put there instead."""


def _plan(language: ExampleLanguage, year: int) -> dict[str, Any]:
    return {
        "plan": {
            NAME: _Words("Kế hoạch của địa phương", "Plan of our area", "Plan de notre territoire").say(language),
            "number": "1",
            "date": date(year, 1, 15),
            "issuer": _Words("Cơ quan ban hành", "Who issued it", "Qui l'a adopté").say(language),
            "area": _Words("Địa phương", "Our area", "Notre territoire").say(language),
        },
        "sources": {
            "I": {NAME: _Words("Hiện trạng", "Where we stand", "État des lieux").say(language)},
            "II": {NAME: _Words("Mục tiêu", "Goals", "Objectifs").say(language)},
            "III": {NAME: _Words("Tổ chức thực hiện", "Who does what", "Qui fait quoi").say(language)},
        },
        "agencies": {"ict_office": {NAME: _OFFICE.say(language), "source": "III"}},
        "duties": {
            "yearly_report": {
                NAME: _Words("Báo cáo hằng năm", "Yearly report", "Rapport annuel").say(language),
                "agency": "ict_office",
                "to": ["ict_office"],
                "every": ["year"],
                "source": "III",
            }
        },
    }


_OFFICE = _Words("Cơ quan phụ trách công nghệ thông tin", "ICT office", "Service du numérique")


def _catalogue(language: ExampleLanguage) -> dict[str, Any]:
    return {
        "units": {
            "%": {NAME: "%", "kind": "share"},
            "households": {NAME: _Words("hộ", "households", "ménages").say(language), "kind": "count"},
            "services": {NAME: _Words("dịch vụ", "services", "services").say(language), "kind": "count"},
        },
        "domains": {
            "access": {NAME: _Words("Tiếp cận", "Access", "Accès").say(language)},
            "services": {NAME: _Words("Dịch vụ công", "Public services", "Services publics").say(language)},
        },
        "indicators": {
            "internet": {
                "numerator": "households_with_internet",
                "domain": "access",
                "agency": "ict_office",
            },
            "online_services": {
                "figure": "services_online",
                "domain": "services",
                "agency": "ict_office",
            },
        },
    }


def _baseline(language: ExampleLanguage, year: int) -> dict[str, Any]:
    online = _Words("Dịch vụ công trực tuyến", "Public services online", "Services publics en ligne")
    return {
        "round": {
            NAME: _Words(f"Hiện trạng năm {year}", f"Baseline {year}", f"Référence {year}").say(language),
            "document": "1, I",
            "date": date(year, 12, 31),
            "transcribed": True,
        },
        "figures": {
            "households": {
                NAME: _Words("Số hộ", "Households", "Ménages").say(language),
                "value": 12000,
                "unit": "households",
                "source": "I",
            },
            "households_with_internet": {
                NAME: _Words("Hộ có Internet", "Households with Internet", "Ménages ayant Internet").say(language),
                "value": 5400,
                "printed": "45%",
                "of": "households",
                "source": "I",
            },
            "services_online": {NAME: online.say(language), "value": 18, "unit": "services", "source": "I"},
        },
    }


def _later(language: ExampleLanguage, year: int) -> dict[str, Any]:
    return {
        "round": {
            NAME: _Words(f"Báo cáo năm {year}", f"Report on {year}", f"Rapport {year}").say(language),
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
                "indicator": "internet",
                "due": year + 4,
                "comparator": "at_least",
                "value": 80,
                "agency": "ict_office",
                "source": "II",
            },
            "online_services_target": {
                "indicator": "online_services",
                "due": year + 2,
                "comparator": "more_than",
                "value": 60,
                "agency": "ict_office",
                "source": "II",
            },
        }
    }


BASELINE = "baseline"
_COMMENTS: Mapping[str, Mapping[tuple[str, ...], _Words]] = {
    PLAN_FILE: {
        (): _Words(
            "Kế hoạch: văn bản nào, ai chịu trách nhiệm. Sau dấu # là lời giải thích, đọc xong có thể xóa.",
            "The plan: which document it is, who answers for it. Behind # stand explanations; delete them at will.",
            "Le plan : de quel document il s'agit, qui en répond. Après # : des explications, à effacer à volonté.",
        ),
        (DECLARED,): _Words(
            "Viết bằng hai thứ tiếng: languages: [vi, en], rồi thay name bằng vi và en.",
            "In two languages: languages: [en, fr], then en and fr in the place of name.",
            "En deux langues : languages: [fr, en], puis fr et en à la place de name.",
        ),
        ("plan",): _Words(
            "Thay tên, số, ngày và địa bàn bằng của mình.",
            "Put your own names, number, date and area here.",
            "Mettez ici vos propres noms, numéro, date et territoire.",
        ),
        ("sources",): _Words(
            "Các mục của văn bản; số liệu và mục tiêu ghi chúng ở source.",
            "Items of the document; figures and targets cite them as their source.",
            "Les points du document ; chiffres et objectifs les citent sous source.",
        ),
        ("agencies",): _Words(
            "Cơ quan chịu trách nhiệm, và mục của văn bản nói điều đó.",
            "The agencies that answer for it, and the item of the document that says so.",
            "Les services responsables, et le point du document qui le dit.",
        ),
        ("duties",): _Words(
            "Ai báo cáo, cho ai, bao lâu một lần; không có thì viết duties: {}",
            "Who reports, to whom, how often; without any: duties: {}",
            "Qui rend compte, à qui, à quel rythme ; sans obligation : duties: {}",
        ),
    },
    CATALOGUE_FILE: {
        (): _Words(
            "Đơn vị tính, lĩnh vực, và các chỉ tiêu tính từ số liệu.",
            "Units of measure, domains, and the indicators computed from the figures.",
            "Unités de mesure, domaines, et les indicateurs calculés à partir des chiffres.",
        ),
        ("units",): _Words(
            "kind: share là tỷ lệ phần trăm (0–100), density là mật độ, count là số đếm.",
            "kind: share is part of a whole (0 to 100), density a rate without a ceiling, count whole things.",
            "kind : share, part d'un tout (0 à 100) ; density, taux sans plafond ; count, choses entières.",
        ),
        ("indicators",): _Words(
            "Chỉ tiêu là numerator / denominator, hoặc một số liệu (figure). Không gõ giá trị vào đây.\n"
            "Không ghi thì: denominator là of của số liệu ở tử số; tên và đơn vị tính theo số liệu; better: higher.",
            "An indicator is numerator / denominator, or a figure as it stands. Its value is never typed in.\n"
            "Left out here: denominator is what the figure is of; name and unit are its figure's; better: higher.",
            "Un indicateur est numerator / denominator, ou un chiffre tel quel (figure) ; sa valeur n'est pas saisie.\n"
            "Omis ici : denominator, le tout (of) du chiffre ; nom et unité, ceux du chiffre ; better: higher.",
        ),
    },
    BASELINE: {
        (): _Words(
            "Năm gốc: mỗi số liệu là một con số mà văn bản nêu.\n"
            "Viết liền các chữ số, dấu chấm thập phân: 145470, 31.24.",
            "The baseline: a figure is one number of the document.\nDigits together, a decimal point: 145470, 31.24.",
            "La référence : un chiffre est un nombre du document.\n"
            "Chiffres sans espace, point décimal : 145470, 31.24.",
        ),
        ("round", "transcribed"): _Words(
            "true: chữ số cho biết độ chính xác, 45 là từ 44.5 đến 45.5.",
            "true: digits show precision, 45 is anything from 44.5 to 45.5.",
            "true : les chiffres disent la précision, 45 va de 44.5 à 45.5.",
        ),
        ("figures", "households_with_internet", "printed"): _Words(
            "Tỷ lệ in bên cạnh số đếm, chép nguyên; được kiểm tra. Đơn vị tính theo of.",
            "The ratio printed beside the count, as it stands there; it is checked. The unit is its whole's (of).",
            "Le taux imprimé à côté du nombre, tel quel ; il est vérifié. L'unité est celle du tout (of).",
        ),
    },
    ROUNDS_FOLDER: {
        (): _Words(
            "Số liệu của một đợt sau; tệp mang tên là ngày của đợt.\n"
            "Tên và đơn vị tính đã có ở năm gốc. Đợt mới: qt-ict round new",
            "Figures of a later date, by which the file is named.\n"
            "Names and units stand in the baseline. A new one: qt-ict round new",
            "Chiffres d'une date ultérieure, qui donne son nom au fichier.\n"
            "Noms et unités figurent dans la référence. Un nouveau : qt-ict round new",
        ),
    },
    TARGETS_FILE: {
        (): _Words(
            "Mục tiêu: mỗi mục là một cam kết của kế hoạch. Tên, đơn vị tính, lĩnh vực theo chỉ tiêu.\n"
            "comparator: at_least, more_than, at_most, less_than, about, between (value: [40, 45]);\n"
            "không có số thì all (100%), nearly_all, most, some, qualitative.\n"
            "Chưa ai đo thì bỏ indicator và ghi name, domain; chỉ đo một thứ liên quan thì proxy thay cho indicator.",
            "The targets: each is one commitment of the plan. Name, unit and domain are its indicator's.\n"
            "comparator: at_least, more_than, at_most, less_than, about, between (value: [40, 45]);\n"
            "without a number all (100 %), nearly_all, most, some, qualitative.\n"
            "What nobody measures has no indicator, but a name and a domain; proxy instead of indicator names a thing\n"
            "that is only related.",
            "Les objectifs : chacun est un engagement du plan. Nom, unité et domaine sont ceux de l'indicateur.\n"
            "comparator : at_least, more_than, at_most, less_than, about, between (value: [40, 45]) ;\n"
            "sans nombre : all (100 %), nearly_all, most, some, qualitative.\n"
            "Ce que personne ne mesure n'a pas d'indicator, mais name et domain ; proxy au lieu d'indicator nomme\n"
            "une chose seulement voisine.",
        ),
    },
}
"""What is said above entries, by file and key path."""
