"""Options that several commands share, in one language."""

from typing import Any, Literal

import typer

from qt_ict.cli import completion
from qt_ict.cli.arguments import Arguments
from qt_ict.language import Text

Format = Literal["table", "json", "csv", "markdown"]
FindingsFormat = Literal["text", "json", "github", "sarif", "junit"]


class Options(Arguments):
    """Every option of qt-ict with its help in one language, beside the arguments."""

    def _option(self, *names: str, help: Text, **settings: Any) -> Any:
        return typer.Option(*names, help=help.say(self.language), show_default=False, **settings)

    @property
    def year(self) -> Any:
        """``--year``."""
        says = Text("Chỉ các mục tiêu đến hạn năm này.", "Only targets due in this year.")
        return self._option("--year", metavar="YEAR", help=says)

    @property
    def domain(self) -> Any:
        """``--domain``."""
        says = Text("Chỉ một lĩnh vực, theo mã hoặc tên.", "Only one domain, by id or name.")
        return self._option("--domain", metavar="DOMAIN", help=says, autocompletion=completion.domains)

    @property
    def agency(self) -> Any:
        """``--agency``."""
        says = Text(
            "Chỉ một cơ quan chịu trách nhiệm, theo mã hoặc tên.",
            "Only one responsible agency, by id or name.",
        )
        return self._option("--agency", metavar="AGENCY", help=says, autocompletion=completion.agencies)

    @property
    def status(self) -> Any:
        """``--status``."""
        return self._option("--status", help=Text("Chỉ một kết quả.", "Only one status."))

    @property
    def sort(self) -> Any:
        """``--sort``."""
        says = Text("Thứ tự các dòng; mặc định theo kế hoạch.", "Order of the rows; the plan's by default.")
        return self._option("--sort", help=says)

    @property
    def growth(self) -> Any:
        """``--growth``."""
        says = Text(
            "Giả định mẫu số tăng mỗi năm đến hạn: households=1.2%. Dùng được nhiều lần.",
            "Assume that a denominator grows every year until due: households=1.2%. May be repeated.",
        )
        return self._option("--growth", metavar="FIGURE=RATE%", help=says)

    @property
    def round(self) -> Any:
        """``--round``."""
        says = Text(
            "Chỉ dùng một đợt, theo mã hoặc ngày; mặc định mỗi chỉ tiêu lấy đợt mới nhất có đủ số liệu.",
            "Only one round, by id or date; by default an indicator takes the latest that has all its figures.",
        )
        return self._option("--round", metavar="ROUND", help=says, autocompletion=completion.rounds)

    @property
    def shown_round(self) -> Any:
        """``--round`` of a command that shows one round."""
        says = Text(
            "Đợt khảo sát, theo mã hoặc ngày; mặc định là năm gốc.", "Round, by id or date; the baseline by default."
        )
        return self._option("--round", metavar="ROUND", help=says, autocompletion=completion.rounds)

    @property
    def carry(self) -> Any:
        """``--carry``."""
        says = Text(
            "Giả định mẫu số của đợt trước vẫn đúng khi đợt sau không có: households. Dùng được nhiều lần.",
            "Assume that a denominator of an older round still holds where a later one lacks it: households. "
            "May be repeated.",
        )
        return self._option("--carry", metavar="FIGURE", help=says)

    @property
    def as_of(self) -> Any:
        """``--as-of``."""
        says = Text(
            "Chỉ tính đến ngày này; mặc định là ngày của đợt mới nhất.",
            "Only what is known up to this day; the date of the latest round by default.",
        )
        return self._option("--as-of", metavar="DATE", help=says)

    @property
    def method(self) -> Any:
        """``--method``."""
        says = Text(
            "Phương pháp đã công bố: statcan, un2024, escap, destatis, aarr, eurostat, linear, logodds.",
            "Judge by a published method: statcan, un2024, escap, destatis, aarr, eurostat, linear, logodds.",
        )
        return self._option("--method", metavar="METHOD", help=says, autocompletion=completion.methods)

    @property
    def input(self) -> Any:
        """``--input``."""
        says = Text(
            "Áp dụng phương pháp cho một bảng CSV thay cho kế hoạch; các cột: xem docs/methods.md.",
            "Apply the method to a CSV table instead of a plan; columns: see docs/methods.md.",
        )
        return self._option("--input", metavar="FILE.csv", help=says)

    @property
    def unmeasured(self) -> Any:
        """``--unmeasured``."""
        says = Text("Chỉ những gì kế hoạch hứa mà chưa ai đếm.", "Only what the plan promises and nobody counted.")
        return self._option("--unmeasured", help=says)

    @property
    def findings_format(self) -> Any:
        """``--format`` of findings."""
        says = Text(
            "Dạng đầu ra; mặc định là text, hoặc theo đuôi tệp của -o.",
            "Form of the output; text by default, or by the ending of -o.",
        )
        return self._option("--format", help=says)

    @property
    def strict(self) -> Any:
        """``--strict``."""
        return self._option("--strict", help=Text("Cảnh báo cũng cho mã thoát 1.", "Warnings give exit code 1 too."))

    @property
    def select(self) -> Any:
        """``--select``."""
        says = Text(
            "Chỉ các mã này: QT401, hoặc QT4 cho cả nhóm. Dùng được nhiều lần, hoặc cách bằng dấu phẩy.",
            "Only these codes: QT401, or QT4 for the group. May be repeated, or separated by commas.",
        )
        return self._option("--select", metavar="CODES", help=says)

    @property
    def ignore(self) -> Any:
        """``--ignore``."""
        return self._option("--ignore", metavar="CODES", help=Text("Bỏ qua các mã này.", "Leave these codes out."))

    @property
    def changed_since(self) -> Any:
        """``--changed-since``."""
        says = Text(
            "Chỉ phát hiện mới, hoặc liên quan đến tệp đã đổi từ một phiên bản git.",
            "Only findings that are new, or touch a file changed since a git revision.",
        )
        return self._option("--changed-since", metavar="REV", help=says)

    @property
    def data(self) -> Any:
        """``--data``."""
        says = Text(
            "Thư mục của kế hoạch; mặc định là kế hoạch ở thư mục hiện tại, nếu không có thì kế hoạch kèm theo.",
            "Folder of the plan; by default the plan in the current folder, else the shipped one.",
        )
        return self._option("--data", metavar="DIR", envvar="QT_ICT_DATA", help=says)

    @property
    def format(self) -> Any:
        """``--format``."""
        says = Text(
            "Dạng đầu ra; mặc định là bảng, hoặc theo đuôi tệp của -o.",
            "Form of the output; a table by default, or by the ending of -o.",
        )
        return self._option("--format", help=says)

    @property
    def output(self) -> Any:
        """``-o``."""
        says = Text("Ghi vào tệp; không ghi đè tệp đã có.", "Write to a file; refuses one that exists.")
        return self._option("-o", "--output", metavar="FILE", help=says)

    @property
    def force(self) -> Any:
        """``--force``."""
        return self._option("--force", help=Text("Cho phép -o ghi đè.", "Let -o replace a file."))

    @property
    def replace(self) -> Any:
        """``--force`` of a command that writes a folder."""
        says = Text("Thay các tệp có nội dung khác.", "Replace files that say something else.")
        return self._option("--force", help=says)

    @property
    def lang(self) -> Any:
        """``--lang``."""
        says = Text(
            "Ngôn ngữ; mặc định theo QT_ICT_LANG hoặc hệ thống.", "Language; QT_ICT_LANG or the locale by default."
        )
        return self._option("--lang", help=says)

    @property
    def all(self) -> Any:
        """``--all``."""
        says = Text(
            "Mọi chỉ tiêu có biểu đồ, mỗi chỉ tiêu một tệp trong thư mục này.",
            "Every indicator that has charts, a file each in this folder.",
        )
        return self._option("--all", metavar="DIR", help=says)

    @property
    def chart_format(self) -> Any:
        """``--format`` of charts."""
        says = Text(
            "Dạng tệp; mặc định là svg, hoặc theo đuôi tệp của -o.",
            "Form of the files; svg by default, or by the ending of -o.",
        )
        return self._option("--format", help=says)

    @property
    def document_lang(self) -> Any:
        """``--lang`` of a command that writes documents."""
        says = Text("Ngôn ngữ; mặc định theo QT_ICT_LANG, nếu không thì vi.", "Language; QT_ICT_LANG or vi by default.")
        return self._option("--lang", help=says)

    @property
    def version(self) -> Any:
        """``--version``."""
        says = Text("In phiên bản rồi thoát.", "Print the version and exit.")
        return self._option("--version", help=says, is_eager=True, callback=_version)

    @property
    def every(self) -> Any:
        """``--every``."""
        says = Text(
            "Mỗi năm (31/12), hoặc mỗi nửa năm (30/6 và 31/12).",
            "Every year (31 December), or half-year (30 June and 31 December).",
        )
        return self._option("--every", help=says)

    @property
    def into_round(self) -> Any:
        """``--round`` of ``round add``."""
        says = Text("Đợt nhận số liệu; mặc định là đợt mới nhất.", "The round to fill in; the latest by default.")
        return self._option("--round", metavar="DATE", help=says, autocompletion=completion.later_rounds)

    @property
    def sheet(self) -> Any:
        """``--sheet``."""
        says = Text("Tên trang, nếu tệp có nhiều trang.", "Name of the sheet, where the file has several.")
        return self._option("--sheet", metavar="NAME", help=says)

    @property
    def numbers(self) -> Any:
        """``--numbers``."""
        says = Text(
            "Cách viết số của trang: vi là 1.234,5; en là 1,234.5. Không bao giờ đoán.",
            "How the sheet writes numbers: vi is 1.234,5; en is 1,234.5. It is never guessed.",
        )
        return self._option("--numbers", help=says)

    @property
    def yes(self) -> Any:
        """``--yes``."""
        return self._option("--yes", help=Text("Ghi mà không hỏi.", "Write without asking."))

    @property
    def dry_run(self) -> Any:
        """``--dry-run``."""
        return self._option("--dry-run", help=Text("Chỉ xem, không ghi.", "Only look, write nothing."))


def _version(wanted: bool) -> None:
    if wanted:
        from qt_ict import __version__

        typer.echo(f"qt-ict {__version__}")
        raise typer.Exit
