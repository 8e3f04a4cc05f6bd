"""Rules of reading (QT1xx): a file that can be opened, decoded and understood as plain YAML."""

from qt_ict.diagnostics.finding import Rule
from qt_ict.language import Text

MISSING_FILE = Rule(
    "QT101",
    "missing-file",
    Text("không có tệp này", "there is no such file"),
    Text(
        "Kiểm tra tên và thư mục; một kế hoạch gồm plan.yaml, indicators.yaml, baseline_NĂM.yaml và targets.yaml.",
        "Check the name and the folder; a plan is plan.yaml, indicators.yaml, baseline_YEAR.yaml and targets.yaml.",
    ),
    Text(
        "Một kế hoạch là một thư mục có bốn tệp. Thiếu một tệp thì không tính được gì, nên lệnh dừng với mã thoát 2.",
        "A plan is a folder with four files. Without one of them nothing can be computed, so the exit code is 2.",
    ),
    unreadable=True,
    called="thiếu tệp",
)
NOT_A_FILE = Rule(
    "QT102",
    "not-a-file",
    Text("đây không phải là tệp mà là {kind}", "this is not a file but {kind}"),
    Text("Đặt tệp dữ liệu vào chỗ này.", "Put the data file in its place."),
    Text(
        "Ở chỗ của tệp dữ liệu là một thư mục, ống dẫn hay thiết bị; nó không được mở.",
        "A folder, pipe or device stands in the place of a data file; it is not opened.",
    ),
    unreadable=True,
    called="không phải là tệp",
)
NOT_A_FOLDER = Rule(
    "QT117",
    "not-a-folder",
    Text("đây là một tệp; kế hoạch là một thư mục", "this is a file; a plan is a folder"),
    Text("Chỉ ra thư mục chứa tệp này.", "Name the folder that holds this file."),
    Text(
        "--data nhận thư mục của kế hoạch; chỉ qt-ict validate nhận cả tên tệp.",
        "--data takes the folder of a plan; qt-ict validate alone takes names of files too.",
    ),
    unreadable=True,
    called="không phải là thư mục",
)
WORKBOOK = NOT_A_FOLDER._replace(
    problem=Text("đây là một tệp Excel; kế hoạch là một thư mục", "this is a workbook; a plan is a folder"),
    advice=Text(
        "Lấy kế hoạch từ tệp này vào một thư mục mới: qt-ict init my_plan --from {file}",
        "Bring the plan from it into a new folder: qt-ict init my_plan --from {file}",
    ),
)
"""The same where the file may be the plan as a workbook."""
MISSING_FOLDER = Rule(
    "QT118",
    "missing-folder",
    Text("không có thư mục này", "there is no such folder"),
    Text("Kiểm tra tên thư mục của kế hoạch.", "Check the name of the plan's folder."),
    Text(
        "Thư mục được nêu không tồn tại.",
        "The folder named does not exist.",
    ),
    unreadable=True,
    called="thiếu thư mục",
)
UNREADABLE_FOLDER = Rule(
    "QT119",
    "unreadable-folder",
    Text("không đọc được thư mục này: {cause}", "this folder cannot be read: {cause}"),
    Text(
        "Đặt vào đây một thư mục có quyền đọc; nếu không có đợt nào sau năm gốc thì xóa.",
        "Put a folder that may be read here; without rounds after the baseline, remove it.",
    ),
    Text(
        "Ở chỗ của thư mục rounds là một tệp, một liên kết hỏng, hoặc một thư mục không có quyền đọc. Coi như kế hoạch "
        "không có đợt nào thì mọi kết quả sẽ lặng lẽ là của năm gốc.",
        "In the place of the folder rounds stands a file, a broken link, or a folder without permission to read it. "
        "Taken for a plan without rounds, all results would silently be those of the baseline.",
    ),
    unreadable=True,
    called="không đọc được thư mục",
)
UNREADABLE_FILE = Rule(
    "QT103",
    "unreadable-file",
    Text("không mở được tệp: {cause}", "the file cannot be opened: {cause}"),
    Text("Kiểm tra đường dẫn và quyền đọc của tệp.", "Check the path and the permissions of the file."),
    Text(
        "Hệ điều hành từ chối mở tệp; thường do quyền đọc hoặc tên quá dài.",
        "The operating system refuses to open the file; mostly its permissions or a name too long.",
    ),
    unreadable=True,
    called="không mở được tệp",
)
HUGE_FILE = Rule(
    "QT104",
    "huge-file",
    Text("tệp có {size} MB, tối đa là {limit} MB", "the file has {size} MB, at most {limit} MB are read"),
    Text(
        "Một kế hoạch 20.000 số liệu chỉ cần khoảng 4 MB; kiểm tra xem có đúng tệp không.",
        "A plan of 20,000 figures needs about 4 MB; check that this is the right file.",
    ),
    Text(
        "Tệp lớn bất thường gần như luôn là nhầm tệp, nên không được đọc.",
        "A file this large is nearly always the wrong one, so it is not read.",
    ),
    called="tệp quá lớn",
)
NOT_UTF8 = Rule(
    "QT105",
    "not-utf-8",
    Text("tệp không phải UTF-8 mà có vẻ là {encoding}", "the file is not UTF-8 but looks like {encoding}"),
    Text("Lưu lại với bảng mã UTF-8.", "Save it again in the encoding UTF-8."),
    Text(
        "Chữ có dấu chỉ đọc được chắc chắn trong UTF-8; bảng mã khác không được đoán.",
        "Accented letters are only read for certain in UTF-8; another encoding is not guessed.",
    ),
    called="tệp không phải UTF-8",
)
CONTROL_CHARACTER = Rule(
    "QT106",
    "control-character",
    Text("ký tự điều khiển {character} giữa văn bản", "control character {character} in the text"),
    Text("Xóa ký tự này.", "Delete this character."),
    Text(
        "Ký tự không nhìn thấy được có thể làm hai tên trông giống nhau mà khác nhau.",
        "Characters that cannot be seen make two names look alike and differ.",
    ),
    called="ký tự điều khiển",
)
TAB = Rule(
    "QT107",
    "tab",
    Text("có ký tự tab; YAML chỉ thụt dòng bằng dấu cách", "there is a tab; YAML is indented with spaces only"),
    Text("Thay tab bằng dấu cách.", "Replace the tab with spaces."),
    Text(
        "YAML không cho thụt dòng bằng tab, và mỗi trình soạn thảo hiện tab một kiểu.",
        "YAML does not indent with tabs, and every editor shows them differently.",
    ),
    called="ký tự tab",
)
EMPTY_FILE = Rule(
    "QT108",
    "empty-file",
    Text("tệp rỗng, cần có mục {sections}", "the file is empty, expected {sections}"),
    Text("Viết các mục đó, hoặc khôi phục tệp.", "Write these sections, or restore the file."),
    Text(
        "Tệp rỗng thường là dấu vết của một lần lưu hỏng.",
        "An empty file is mostly what a failed save leaves behind.",
    ),
    called="tệp rỗng",
)
BROKEN_YAML = Rule(
    "QT109",
    "broken-yaml",
    Text("không đọc được YAML ở đây: {cause}", "this cannot be read as YAML: {cause}"),
    Text(
        "Xem dòng này và dòng ngay trên: thụt dòng, dấu hai chấm, dấu ngoặc và dấu nháy.",
        "Look at this line and the one above: indentation, colon, brackets and quotes.",
    ),
    Text(
        "Từ chỗ này tệp không còn đọc được như YAML; những lỗi sau đó có thể chỉ là hệ quả.",
        "From here on the file cannot be read as YAML; what comes after may only follow from it.",
    ),
    called="YAML hỏng",
)
REPEATED_KEY = Rule(
    "QT110",
    "repeated-key",
    Text("khóa {key} đã có ở dòng {line}", "the key {key} already stands in line {line}"),
    Text("Giữ một trong hai và xóa hoặc đổi tên khóa kia.", "Keep one of the two; delete or rename the other."),
    Text(
        "Phần lớn phần mềm lặng lẽ giữ giá trị sau cùng; ở đây không giá trị nào bị bỏ mà không nói.",
        "Most readers silently keep the last value; here no value is dropped without a word.",
    ),
    called="khóa lặp lại",
)
YAML_FEATURE = Rule(
    "QT111",
    "yaml-feature",
    Text("{feature} không được dùng trong tệp dữ liệu", "{feature} is not used in data files"),
    Text("Viết thẳng giá trị ra.", "Write the value out in full."),
    Text(
        "Bí danh, mỏ neo, thẻ kiểu và phép gộp làm một dòng phụ thuộc dòng khác; dữ liệu phải đọc được ngay.",
        "Aliases, anchors, tags and merges make one line depend on another; data are written out in full.",
    ),
    called="cú pháp YAML không dùng",
)
SECOND_DOCUMENT = Rule(
    "QT112",
    "second-document",
    Text("một tài liệu YAML thứ hai bắt đầu ở đây", "a second YAML document begins here"),
    Text("Giữ một tài liệu mỗi tệp; xóa dòng ---.", "Keep one document a file; delete the line ---."),
    Text(
        "Mỗi tệp là một tài liệu; tài liệu thứ hai sẽ bị bỏ sót.",
        "One file is one document; a second would be overlooked.",
    ),
    called="tài liệu YAML thứ hai",
)
DEEP_NESTING = Rule(
    "QT113",
    "deep-nesting",
    Text("lồng sâu hơn {limit} tầng", "nested deeper than {limit} levels"),
    Text("Kiểm tra các dấu ngoặc [ và {{.", "Check the brackets [ and {{."),
    Text(
        "Dữ liệu chỉ cần bốn tầng; lồng sâu hơn nhiều là ngoặc không đóng.",
        "The data need four levels; far more of them is a bracket left open.",
    ),
    called="lồng quá sâu",
)
EMPTY_VALUE = Rule(
    "QT114",
    "empty-value",
    Text("không có giá trị nào ở đây (null)", "there is no value here (null)"),
    Text(
        "Viết giá trị, hoặc xóa cả dòng nếu không có.",
        "Write the value, or delete the line if there is none.",
    ),
    Text(
        "Ô trống không phải số 0, cũng không phải là chưa biết: phải nói rõ.",
        "Nothing is neither 0 nor unknown: it has to be said.",
    ),
    called="giá trị trống",
)
COMMA_IN_BRACES = EMPTY_VALUE._replace(
    problem=Text(
        "{whole} đứng trong ngoặc nhọn, nơi dấu phẩy kết thúc giá trị",
        "{whole} stands in braces, where a comma ends the value",
    ),
    advice=Text(
        'Số viết liền, dấu thập phân là dấu chấm (20181, 31.24); chữ thì đặt trong dấu nháy: "{whole}".',
        'Write numbers without thousands signs and with a decimal point (20181, 31.24); put text in quotes: "{whole}".',
    ),
)
"""The same of what stands behind a comma in braces, where nothing else was meant than the rest of a value."""
AMBIGUOUS_VALUE = Rule(
    "QT115",
    "ambiguous-value",
    Text(
        "{text} có nơi đọc là {reading}, có nơi đọc khác; cần {expected}",
        "some readers take {text} for {reading}, others do not; expected {expected}",
    ),
    Text.same("{advice}"),
    Text(
        "Các phần mềm đọc YAML hiểu khác nhau những từ như no, 012, 1:30, 1_000; mỗi từ ở đây chỉ có một nghĩa.",
        "Readers of YAML disagree on words such as no, 012, 1:30, 1_000; every word here has one meaning.",
    ),
    called="giá trị có nhiều cách đọc",
)
KEY_NOT_TEXT = Rule(
    "QT116",
    "key-not-text",
    Text("khóa phải là chữ, ở đây là {text}", "a key must be text, here it is {text}"),
    Text(
        'Đặt trong dấu nháy, ở đây và ở mọi chỗ dẫn đến nó: "{text}"; hoặc đổi tên.',
        'Put it in quotes, here and wherever it is named: "{text}"; or rename it.',
    ),
    Text(
        "Khóa là tên; số, ngày hay true làm khóa được đọc khác nhau.",
        "A key is a name; numbers, dates or true as keys are read differently by different readers.",
    ),
    called="khóa không phải là chữ",
)
