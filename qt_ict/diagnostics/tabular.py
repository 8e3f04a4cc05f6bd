"""Rules of a table of series (QT151 to QT160): the columns, and cells that hold what their column says."""

from qt_ict.diagnostics.finding import Rule
from qt_ict.language import Text

MISSING_TABLE = Rule(
    "QT151",
    "missing-table",
    Text("không có tệp này", "there is no such file"),
    Text("Kiểm tra tên tệp của bảng.", "Check the name of the table's file."),
    Text(
        "Bảng được nêu không tồn tại, nên lệnh dừng với mã thoát 2.",
        "The table named does not exist, so the exit code is 2.",
    ),
    unreadable=True,
    called="thiếu tệp của bảng",
)
WRONG_COLUMNS = Rule(
    "QT152",
    "wrong-columns",
    Text("dòng tiêu đề không đúng: {problem}", "the header is not as it should be: {problem}"),
    Text(
        "{hint}Dòng đầu nêu các cột, thứ tự tùy ý, cách nhau bằng dấu phẩy, chấm phẩy hoặc tab: {columns}.",
        "{hint}The first line names the columns, in any order, separated by commas, semicolons or tabs: {columns}.",
    ),
    Text(
        "Không có tên cột thì không biết ô nào là gì, nên các dòng sau không được đọc.",
        "Without the names of the columns nobody knows what a cell is, so the other lines are not read.",
    ),
    called="sai tên cột",
)
BROKEN_QUOTES = Rule(
    "QT153",
    "broken-quotes",
    Text("dấu nháy ở đây không khép đúng chỗ", "the quotes do not close where they should"),
    Text(
        "Khép dấu nháy ở cuối ô, trên cùng một dòng; dấu nháy bên trong viết hai lần.",
        "Close the quotes at the end of the cell, on the same line; write a quote inside twice.",
    ),
    Text(
        "Một dấu nháy quên khép nuốt các ô và các dòng theo sau, nên mỗi chuỗi nằm trên một dòng.",
        "Quotes left open swallow the cells and lines behind them, so every series stays on one line.",
    ),
    called="dấu nháy không khép",
)
WRONG_CELL_COUNT = Rule(
    "QT154",
    "wrong-cell-count",
    Text("dòng có {found} ô, cần {expected}", "the line has {found} cells, expected {expected}"),
    Text(
        "Giữ dấu phẩy cho ô trống; đặt trong dấu nháy một tên có dấu phẩy; viết số với dấu chấm thập phân.",
        "Keep the comma of an empty cell; put a name with a comma in quotes; write numbers with a decimal point.",
    ),
    Text(
        "Thừa hay thiếu một ô thì các ô sau đứng dưới cột khác.",
        "With a cell too many or too few, those behind stand under another column.",
    ),
    called="sai số ô trong dòng",
)
EMPTY_CELL = Rule(
    "QT155",
    "empty-cell",
    Text("ô {column} trống", "the cell {column} is empty"),
    Text(
        "Điền ô này; chỉ các cột này được để trống: {may}.",
        "Fill it in; only these columns may be empty: {may}.",
    ),
    Text(
        "Mỗi chuỗi cần tên, giá trị hiện tại và chiều nào là tốt; ô trống không phải số 0.",
        "Every series needs a name, a current value and which way is better; an empty cell is not 0.",
    ),
    called="ô trống",
)
NO_NUMBER = Rule(
    "QT156",
    "no-number",
    Text("{found} trong cột {column} không phải là số", "{found} in the column {column} is not a number"),
    Text(
        "Viết chữ số với dấu chấm thập phân, không có dấu hàng nghìn hay đơn vị: 1234.5; hoặc nêu cách viết số của "
        "bảng: --numbers vi (1.234,5).",
        "Write digits with a decimal point, without thousands signs or units: 1234.5; or say how the table writes "
        "numbers: --numbers vi (1.234,5).",
    ),
    Text(
        "Dấu phẩy có thể là hàng nghìn hoặc thập phân, nên không được đoán; vô cực và NaN không phải số liệu.",
        "A comma may mean thousands or decimals, so it is not guessed; infinity and NaN are no figures.",
    ),
    called="không phải là số",
)
UNKNOWN_DIRECTION = Rule(
    "QT157",
    "unknown-direction",
    Text("{found} không phải là up hay down", "{found} is neither up nor down"),
    Text("Viết up nếu tăng là tốt, down nếu giảm là tốt.", "Write up where more is better, down where less is."),
    Text(
        "Chiều nào là tốt phải được nêu; số liệu không quyết định điều đó.",
        "Which way is better has to be said; the numbers never decide it.",
    ),
    called="không rõ chiều nào là tốt",
)
YEAR_OUT_OF_RANGE = Rule(
    "QT159",
    "year-out-of-range",
    Text("{found} trong cột {column} không phải là một năm", "{found} in the column {column} is no year"),
    Text(
        "Viết năm từ 0 đến 9999, như 2012 hoặc 2012.5; nếu 2014/2015 là năm 2015 thì thêm --last-year.",
        "Write a year from 0 to 9999, such as 2012 or 2012.5; add --last-year where 2014/2015 means 2015.",
    ),
    Text(
        "Với một năm ngoài khoảng từ 0 đến 9999, mọi tốc độ tính ra đều vô nghĩa; thường là một giá trị đặt nhầm cột.",
        "With a year outside 0 to 9999 every rate would be meaningless; mostly it is a value in the wrong column.",
    ),
    called="năm ngoài phạm vi",
)
LONG_CELL = Rule(
    "QT160",
    "long-cell",
    Text("ô có {found} ký tự, tối đa là {limit}", "the cell has {found} characters, at most {limit} are read"),
    Text("Rút ngắn ô này; kiểm tra xem có thiếu dấu phẩy không.", "Shorten it; check that no comma is missing."),
    Text(
        "Một ô dài bất thường gần như luôn là nhầm tệp hoặc thiếu dấu phân cách, nên không được đọc.",
        "A cell this long is nearly always the wrong file, or lacks a separator, so it is not read.",
    ),
    called="ô quá dài",
)
HALF_A_PAIR = Rule(
    "QT158",
    "half-a-pair",
    Text("có {given} nhưng ô {column} trống", "there is a {given}, but the cell {column} is empty"),
    Text("Điền cả {given} và {column}, hoặc để trống cả hai.", "Fill in both {given} and {column}, or neither."),
    Text(
        "Một con số đi với năm của nó; thiếu một trong hai thì không có tốc độ nào tính được.",
        "A number goes with its year; without one of them no pace can be computed.",
    ),
    called="thiếu một trong hai giá trị đi cùng",
)
