"""Rules of the file of a reference class (QT161 to QT167): what it says of itself, and its observations."""

from qt_ict.diagnostics.finding import Rule
from qt_ict.language import Text

BLANK_CELL = Rule(
    "QT161",
    "blank-cell",
    Text("ô {column} trống", "the cell {column} is empty"),
    Text("Điền ô này, hoặc xóa cả dòng.", "Fill it in, or delete the line."),
    Text(
        "Một giá trị chưa biết không có dòng nào; ô trống không phải số 0.",
        "A value that is not known has no line; an empty cell is not 0.",
    ),
    called="ô bỏ trống",
)
NO_DATE = Rule(
    "QT162",
    "no-date",
    Text("{found} không phải là ngày, tháng hay năm", "{found} is no year, month or day"),
    Text("Viết 2012, 2012-06 hoặc 2012-06-30.", "Write 2012, 2012-06 or 2012-06-30."),
    Text(
        "Một năm là cuối năm, một tháng là cuối tháng; cách viết khác không được đoán.",
        "A year is its end, a month is its end; other ways of writing dates are not guessed.",
    ),
    called="không phải là ngày",
)
OUTSIDE_KIND = Rule(
    "QT163",
    "outside-kind",
    Text("{found} không nằm trong khoảng từ 0 đến {ceiling}", "{found} does not lie between 0 and {ceiling}"),
    Text(
        "Sửa số này; dòng '# kind: share' là tỷ lệ phần trăm, '# kind: density' là mọi số không âm.",
        "Correct the number; '# kind: share' is a percentage, '# kind: density' anything that is never below 0.",
    ),
    Text(
        "Tỷ lệ không vượt 100 và không gì dưới 0; một số ngoài khoảng đó sẽ thành kết quả của trường hợp khác.",
        "No share is above 100 and nothing is below 0; a number outside would become the outcome of others.",
    ),
    called="giá trị ngoài phạm vi của loại",
)
REPEATED_OBSERVATION = Rule(
    "QT164",
    "repeated-observation",
    Text("{area} đã có giá trị của ngày này ở dòng {line}", "{area} has a value of this date in line {line} already"),
    Text("Giữ một trong hai dòng.", "Keep one of the two lines."),
    Text(
        "Hai giá trị của một nơi tại một ngày: không biết giá trị nào đúng, nên không giá trị nào bị bỏ lặng lẽ.",
        "Two values of one area at one date: which is right is not known, so neither is dropped silently.",
    ),
    called="giá trị lặp lại",
)
UNKNOWN_REMARK = Rule(
    "QT165",
    "unknown-remark",
    Text("'# {key}:' không có trong các khóa được đọc", "'# {key}:' is none of the keys that are read"),
    Text(
        "Các khóa là {keys}; ghi chú tự do thì không có dấu hai chấm sau từ đầu.",
        "The keys are {keys}; in a free remark no colon follows the first word.",
    ),
    Text(
        "Một khóa viết sai, như '# knid: share', sẽ bị đọc như ghi chú và loại của bảng lặng lẽ thành loại khác.",
        "A misspelt key, such as '# knid: share', would pass for a remark, and the kind would silently be another.",
    ),
    called="ghi chú không được dùng",
)
UNKNOWN_KIND = Rule(
    "QT166",
    "unknown-kind",
    Text("{found} không phải là share hay density", "{found} is neither share nor density"),
    Text(
        "Viết share cho tỷ lệ phần trăm, density cho mọi số không âm khác.",
        "Write share for a percentage, density for anything else that is never below 0.",
    ),
    Text(
        "Loại cho biết giá trị có thể lớn đến đâu; dự báo không vượt ra ngoài.",
        "The kind says how large a value can be; no forecast goes beyond.",
    ),
    called="không rõ loại",
)
MANY_LINES = Rule(
    "QT167",
    "many-lines",
    Text("tệp có {found} dòng, tối đa là {limit}", "the file has {found} lines, at most {limit} are read"),
    Text("Bỏ bớt nơi hoặc năm; kiểm tra xem có đúng tệp không.", "Leave out areas or years; check the file."),
    Text(
        "Hai trăm nước trong ba mươi năm là 6.000 dòng; nhiều hơn hẳn thường là nhầm tệp.",
        "Two hundred countries in thirty years are 6,000 lines; far more is mostly the wrong file.",
    ),
    called="quá nhiều dòng",
)
