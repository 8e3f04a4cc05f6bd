"""``qt-ict progress``."""

from pathlib import Path
from typing import Annotated

import typer

from qt_ict.cli.help import Commands
from qt_ict.cli.options import Format, Options
from qt_ict.cli.output import Output
from qt_ict.diagnostics.refusal import Refusal
from qt_ict.language import Language, Text

_ABOUT = Text(
    "Tiến độ qua các đợt số liệu.\n\n"
    "Báo cáo đến hạn; đã đi bao xa, nhanh đến đâu, cần nhanh đến đâu. Số liệu không phân định được thì nói rõ.",
    "Progress through the rounds.\n\n"
    "Reports due; how far, how fast, how fast it must be. Where the figures cannot tell, it says so.",
)
_EXAMPLES = (
    "qt-ict progress --year 2015",
    "qt-ict progress --as-of 2012-12-31 --method statcan",
    "qt-ict progress --input examples/series.csv --method eurostat --format json",
)


def register(commands: Commands, o: Options) -> None:
    """Add the command."""

    @commands.command("progress", _ABOUT, _EXAMPLES)
    def progress(
        context: typer.Context,
        year: Annotated[int | None, o.year] = None,
        as_of: Annotated[str | None, o.as_of] = None,
        domain: Annotated[str | None, o.domain] = None,
        agency: Annotated[str | None, o.agency] = None,
        method: Annotated[str | None, o.method] = None,
        input: Annotated[Path | None, o.input] = None,
        carry: Annotated[list[str] | None, o.carry] = None,
        form: Annotated[Format | None, o.format] = None,
        output: Annotated[Path | None, o.output] = None,
        force: Annotated[bool, o.force] = False,
        data: Annotated[Path | None, o.data] = None,
        lang: Annotated[Language, o.lang] = o.language,
    ) -> None:
        where = Output(lang, form, output, force)
        if input is None:
            _of_plan(where, method, data, as_of, carry, year, domain, agency)
            return
        typed = data if _typed(context, "data") else None
        of_a_plan = {"--year": year, "--as-of": as_of, "--domain": domain, "--agency": agency, "--carry": carry}
        _of_table(where, method, input, [option for option, value in {**of_a_plan, "--data": typed}.items() if value])


def _typed(context: typer.Context, parameter: str) -> bool:
    """Whether a parameter stands in the command line, and not in the environment."""
    source = context.get_parameter_source(parameter)
    return source is not None and source.name == "COMMANDLINE"


def _of_plan(
    where: Output,
    method: str | None,
    data: Path | None,
    as_of: str | None,
    carry: list[str] | None,
    year: int | None,
    domain: str | None,
    agency: str | None,
) -> None:
    """The targets of a plan, by our own verdict or a published method."""
    from qt_ict.cli.judging import known_method
    from qt_ict.cli.tracking import plan_and_choice
    from qt_ict.report import by_method
    from qt_ict.report import progress as report
    from qt_ict.report.selection import Selection
    from qt_ict.report.tracked import tracked

    asked = known_method(method) if method else None
    found = tracked(*plan_and_choice(data, as_of, carry), Selection(year, domain, agency), asked)
    where.deliver(
        lambda: by_method.page(found, asked) if asked else report.page(found),
        lambda: report.document(found),
        report.COLUMNS,
    )


def _of_table(where: Output, method: str | None, table: Path, of_a_plan: list[str]) -> None:
    """A plain table of series; it is no plan, so what chooses among targets has no meaning for it."""
    from qt_ict.cli.judging import judge_table
    from qt_ict.methods.by_name import METHODS

    if of_a_plan:
        listed = ", ".join(of_a_plan)
        raise Refusal(
            Text("{listed} chỉ dùng cho kế hoạch, không cho --input", "{listed} is for a plan, not for --input").fill(
                listed=listed
            ),
            Text("Bỏ {listed}, hoặc bỏ --input.", "Leave out {listed}, or leave out --input.").fill(listed=listed),
        )
    if method is None:
        known = ", ".join(METHODS)
        raise Refusal(
            Text("--input cần --method", "--input needs --method"),
            Text("Thêm --method và một trong: {known}.", "Add --method and one of: {known}.").fill(known=known),
        )
    judge_table(table, method, where)
