"""Checks of the plan as a whole: what nobody uses, what is only said on one side (QT801 to QT803)."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from qt_ict.checks.check import Found, check
from qt_ict.checks.facts import Facts
from qt_ict.language import LANGUAGES, Text
from qt_ict.loading.sections import SECTIONS
from qt_ict.model.entry import Named
from qt_ict.model.plan import Plan


@check(
    "QT801",
    "note",
    Text("{kind} {name} ({title}) chưa được sử dụng", "{kind} {name} ({title}) is used nowhere"),
    Text.same("{advice}"),
    called="mục chưa được sử dụng",
)
def unused_entry(facts: Facts) -> Iterator[Found]:
    """A figure, an item of the document, an agency, a unit of measure or a domain that nothing refers to.

    A figure in no indicator is shown but computes nothing; an item that nothing cites is a part of the
    document that the data do not speak of; an agency without target, indicator or duty has no task here.

    Tiếng Việt:
        Một số liệu, một mục của văn bản, một cơ quan, đơn vị tính hay lĩnh vực không được nhắc đến ở đâu.

        Số liệu không thuộc chỉ tiêu nào thì chỉ để xem; mục không được trích là phần văn bản mà dữ liệu không nói
        đến; cơ quan không có mục tiêu, chỉ tiêu hay chế độ báo cáo thì không có việc gì ở đây.
    """
    plan = facts.plan
    used = _used(plan)
    for section in used:
        entries: Mapping[str, Named] = getattr(plan, section)
        yield from (_unused(section, name, entries[name], facts) for name in entries if name not in used[section])
    known = set(plan.figures)
    for each in facts.rounds[1:]:
        figures = each.plan.figures
        new = [name for name in figures if name not in known and name not in used["figures"]]
        yield from (_unused("figures", name, figures[name], each) for name in new)
        known.update(figures)


def _unused(section: str, name: str, entry: Named, facts: Facts) -> Found:
    advice = _READ_AGAIN if section == "sources" else _LEFT_OVER
    values = {"kind": SECTIONS[section].name, "name": name, "title": entry.name, "advice": advice}
    return Found(facts.placed((section, name)), values)


_LEFT_OVER = Text("Dùng nó, hoặc xóa đi nếu thừa.", "Use it, or delete it if it is left over.")
_READ_AGAIN = Text(
    "Chưa có số liệu, mục tiêu hay chế độ báo cáo nào dẫn mục này: đọc lại mục ấy, hoặc chấp nhận.",
    "No figure, target or duty cites this item: read it again, or accept that it holds none.",
)


def _used(plan: Plan) -> dict[str, frozenset[str | None]]:
    """The ids that something refers to in any round, by section, in the order of the files."""
    figures = [figure for each in plan.rounds for figure in each.figures.values()]
    targets = plan.targets.values()
    indicators, duties = plan.indicators.values(), plan.duties.values()
    named: dict[str, Iterable[str | None]] = {
        "sources": chain(
            (each.source for each in figures),
            (each.source for each in plan.agencies.values()),
            (item for each in targets for item in each.source),
            (item for each in duties for item in each.source),
            (item for each in plan.documents.values() for item in each.source),
        ),
        "agencies": chain(
            (each.agency for each in targets),
            (each.agency for each in indicators),
            (name for each in targets for name in each.cooperating),
            (name for each in duties for name in (each.agency, *each.to)),
        ),
        "units": chain(
            (each.unit for each in figures),
            (each.unit for each in indicators),
            (each.unit for each in targets),
            (each.unit for target in targets for each in target.revisions),
            (each.per for each in plan.units.values()),
        ),
        "domains": chain((each.domain for each in indicators), (each.domain for each in targets)),
        "figures": chain(
            (name for each in indicators for name in each.figures),
            (name for each in figures for name in (each.of, *each.parts, *each.conflicts_with, *each.implies)),
        ),
    }
    return {section: frozenset(names) for section, names in named.items()}


@check(
    "QT802",
    "note",
    Text('tên tiếng Việt và tiếng Anh đều là "{name}"', 'the Vietnamese and the English name are both "{name}"'),
    Text(
        "Dịch tên ở vi hoặc en; nếu hai tên thật sự giống nhau thì chấp nhận.",
        "Translate vi or en; if both are truly the same, accept it.",
    ),
    called="tên chưa được dịch",
)
def untranslated_name(facts: Facts) -> Iterator[Found]:
    """An entry has the same name in both languages.

    Mostly one was copied and never translated. Units of measure, which may be signs, are left out, and so is a plan
    that is not in both languages.

    Tiếng Việt:
        Một mục có tên giống hệt nhau ở hai ngôn ngữ.

        Thường là chép sang mà quên dịch. Đơn vị tính, có thể chỉ là ký hiệu, được bỏ qua; kế hoạch không viết bằng
        cả hai ngôn ngữ cũng vậy.
    """
    if not set(LANGUAGES) <= set(facts.plan.languages):
        return
    for section in ("sources", "agencies", "duties", "documents", "domains", "indicators", "figures", "targets"):
        entries: Mapping[str, Named] = getattr(facts.plan, section)
        for name, entry in entries.items():
            if entry.vi == entry.en:
                yield Found((section, name, "en"), {"name": entry.en})
