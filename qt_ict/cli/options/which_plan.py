"""Which plan a command reads, and in which language it speaks."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from qt_ict.cli.options.parameter import Parameter
from qt_ict.language import Language, Text


@dataclass(frozen=True, kw_only=True)
class WhichPlan:
    """Which plan a command reads, and in which language it speaks."""

    data: Annotated[
        Path | None,
        Parameter(
            ("--data",),
            Text(
                "Thư mục của kế hoạch; mặc định là kế hoạch ở thư mục hiện tại, nếu không có thì kế hoạch kèm theo.",
                "Folder of the plan; by default the plan in the current folder, else the shipped one.",
            ),
            metavar="DIR",
            variable="QT_ICT_DATA",
        ),
    ] = None
    lang: Annotated[
        Language | None,
        Parameter(
            ("--lang",),
            Text(
                "Ngôn ngữ; mặc định theo QT_ICT_LANG hoặc hệ thống.", "Language; QT_ICT_LANG or the locale by default."
            ),
        ),
    ] = None
    plan_lang: Annotated[
        str | None,
        Parameter(
            ("--lang",),
            Text(
                "Ngôn ngữ của kế hoạch, theo mã ISO 639; ví dụ và lời giải thích có bằng vi, en, fr. Mặc định theo "
                "QT_ICT_LANG hoặc hệ thống.",
                "Language of the plan by its code of ISO 639; examples and comments are there in vi, en, fr. "
                "QT_ICT_LANG or the locale by default.",
            ),
            metavar="CODE",
            complete=lambda: ["vi", "en", "fr"],
        ),
    ] = None
    document_lang: Annotated[
        Language | None,
        Parameter(
            ("--lang",),
            Text(
                "Ngôn ngữ; mặc định theo QT_ICT_LANG, nếu không thì của kế hoạch.",
                "Language; QT_ICT_LANG or the plan's first by default.",
            ),
        ),
    ] = None
