"""Rules of shape (QT2xx, and QT301 and QT302): the right keys with the right kinds of values and numbers."""

from qt_ict.diagnostics.finding import Rule
from qt_ict.language import Text

UNKNOWN_KEY = Rule(
    "QT201",
    "unknown-key",
    Text("không có khóa {key} ở đây", "there is no key {key} here"),
    Text("{nearest}Các khóa được dùng: {known}.", "{nearest}Keys in use: {known}."),
    Text(
        "Khóa lạ thường là gõ nhầm, và điều nó nói sẽ bị bỏ qua.",
        "An unknown key is mostly a typing error, and what it says would be ignored.",
    ),
    called="khóa không được dùng",
)
MISSING_KEY = Rule(
    "QT202",
    "missing-key",
    Text("{where} thiếu {keys}", "{where} lacks {keys}"),
    Text("Thêm {lines}{whence}", "Add {lines}{whence}"),
    Text(
        "Thiếu khóa này thì mục không tính được hoặc không giải thích được.\n\nĐiều mục khác đã nói thì không phải nói "
        "lại (docs/figures.md); phát hiện cho biết điều còn thiếu có thể lấy từ đâu.",
        "Without this key the entry can be neither computed nor explained.\n\nWhat another entry says need not be said "
        "again (docs/figures.md); the finding tells where what is missing could come from.",
    ),
    called="thiếu khóa",
)
WRONG_KIND = Rule(
    "QT203",
    "wrong-kind",
    Text("ở đây là {found}, cần {expected}", "here is {found}, expected {expected}"),
    Text.same("{advice}"),
    Text(
        "Giá trị không đúng loại; số không được đoán từ chữ.",
        "The value is of another kind; numbers are not guessed from text.",
    ),
    called="sai loại giá trị",
)
UNKNOWN_WORD = Rule(
    "QT204",
    "unknown-word",
    Text("không có từ {found} ở đây", "{found} is not a word in use here"),
    Text("{nearest}Các từ được dùng: {known}.", "{nearest}Words in use: {known}."),
    Text(
        "Khóa này chỉ nhận một số từ cố định.",
        "This key takes one of a few fixed words.",
    ),
    called="từ không được dùng",
)
BAD_ID = Rule(
    "QT205",
    "bad-id",
    Text("mã {key} không hợp lệ", "{key} is no valid id"),
    Text(
        "Dùng chữ thường không dấu, chữ số và dấu gạch dưới, bắt đầu bằng chữ: ho_co_may_tinh.",
        "Use lower-case letters without accents, digits and underscores, a letter first: home_computer.",
    ),
    Text(
        "Mã được gõ trên dòng lệnh và trong các tệp khác nên phải đơn giản.",
        "Ids are typed on the command line and in other files, so they are plain.",
    ),
    called="mã không hợp lệ",
)
CONTRADICTORY_KEYS = Rule(
    "QT206",
    "contradictory-keys",
    Text.same("{problem}"),
    Text.same("{advice}"),
    Text(
        "Các khóa của cùng một mục loại trừ hoặc đòi hỏi nhau.",
        "The keys of one entry exclude or need each other.",
    ),
    called="các khóa mâu thuẫn",
)
UNKNOWN_REFERENCE = Rule(
    "QT207",
    "unknown-reference",
    Text("không có {kind} nào tên là {found}{more}", "there is no {kind} called {found}{more}"),
    Text(
        "{nearest}Sửa tên, hoặc thêm mục đó vào {home}.",
        "{nearest}Correct the name, or add the entry to {home}.",
    ),
    Text(
        "Một tên không dẫn đến mục nào; phép tính sẽ thiếu phần ấy.",
        "A name that leads to no entry; the computation would lack that part.",
    ),
    called="dẫn đến mục không có",
)
SEVERAL_BASELINES = Rule(
    "QT208",
    "several-baselines",
    Text("kế hoạch có hơn một tệp baseline_*.yaml", "the plan has more than one file baseline_*.yaml"),
    Text("Giữ một tệp năm gốc trong thư mục.", "Keep one baseline file in the folder."),
    Text(
        "Hai năm gốc cho hai đáp số khác nhau; không ai đoán được năm gốc nào đúng.",
        "Two baselines give two answers; nobody can guess which is meant.",
    ),
    called="nhiều tệp năm gốc",
)
MISNAMED_ROUND = Rule(
    "QT209",
    "misnamed-round",
    Text(
        "tên tệp không phải là ngày của đợt số liệu với đuôi .yaml",
        "the name of the file is not the date of the round with the ending .yaml",
    ),
    Text("Đổi tên tệp thành {name}, hoặc sửa ngày.", "Rename the file to {name}, or correct the date."),
    Text(
        "Mỗi ngày một đợt, mỗi đợt một tệp mang tên ngày ấy: không ai phải mở tệp để biết thứ tự. "
        "Tên viết hoa, .yml hay .yaml.txt nếu không nói sẽ bị bỏ qua; bản sao lưu (~, .bak, .orig) thì được bỏ qua.",
        "One round a date, one file a round, named by that date: nobody has to open files to see their order. "
        "A name in capitals, .yml, or .yaml.txt would else be passed over; backups (~, .bak, .orig) are.",
    ),
    called="tên tệp không khớp với ngày của đợt",
)
UNIT_OF_ANOTHER_ROUND = Rule(
    "QT210",
    "unit-of-another-round",
    Text(
        "đơn vị tính {found}; đợt trước dùng {earlier}",
        "the unit of measure is {found}; an earlier round has {earlier}",
    ),
    Text(
        "Bỏ unit ở đây; nếu là một đại lượng khác thì đặt mã khác.",
        "Leave unit out here; if it is another quantity, give it another id.",
    ),
    Text(
        "Một số liệu giữ một đơn vị tính qua mọi đợt, nếu không thì không so sánh được.",
        "A figure keeps one unit of measure through all rounds, or it could not be compared.",
    ),
    called="khác đơn vị tính của đợt trước",
)
UNKNOWN_FIGURE = Rule(
    "QT211",
    "unknown-figure",
    Text(
        "chưa đợt nào có số liệu {figure}, và ở đây thiếu {keys}",
        "no earlier round has {figure}, and {keys} is missing",
    ),
    Text(
        "{nearest}Nếu là số liệu mới, thêm {keys}.",
        "{nearest}If it is a new figure, add {keys}.",
    ),
    Text(
        "Đợt sau lấy tên và đơn vị tính của đợt trước; số liệu mới phải tự nói.",
        "A later round takes name and unit of measure from the earlier ones; a new figure has to say them itself.",
    ),
    called="số liệu chưa có ở đợt trước",
)
UNKNOWN_CLASS = Rule(
    "QT212",
    "unknown-class",
    Text("không có nhóm tham chiếu nào tên là {found}", "there is no reference class called {found}"),
    Text(
        "{nearest}Nhóm kèm theo: {known}; nhóm của kế hoạch: tệp {home}.",
        "{nearest}Shipped classes: {known}; one of the plan's own: the file {home}.",
    ),
    Text(
        "Khả năng đạt mục tiêu được đếm từ các trường hợp trước đây của một nhóm; nhóm nào thì phải nói rõ.",
        "How likely a target is, is counted from the past cases of a class; which one has to be said.",
    ),
    called="nhóm tham chiếu không có",
)
UNKNOWN_AREA = Rule(
    "QT213",
    "unknown-area",
    Text("nhóm tham chiếu {class} không có địa bàn {found}", "the reference class {class} has no area {found}"),
    Text(
        "{nearest}Viết mã địa bàn như trong tệp của nhóm, hoặc bỏ without.",
        "{nearest}Write the area as the file of the class does, or leave out without.",
    ),
    Text(
        "Địa bàn không có trong nhóm thì không loại được: kế hoạch sẽ được so với chính mình.",
        "An area that is not there cannot be left out: the plan would be compared with itself.",
    ),
    called="địa bàn không có trong nhóm tham chiếu",
)
UNFIT_CLASS = Rule(
    "QT214",
    "unfit-class",
    Text(
        "nhóm tham chiếu {class} là {kind}, chỉ tiêu tính bằng {unit}",
        "the reference class {class} is of kind {kind}, the indicator is in {unit}",
    ),
    Text(
        "Dùng nhóm cùng loại; trong tệp của nhóm, '# kind: share' là tỷ lệ phần trăm, '# kind: density' là mật độ.",
        "Use a class of the same kind; in its file '# kind: share' is a percentage, '# kind: density' a density.",
    ),
    Text(
        "Tỷ lệ chỉ so với tỷ lệ, mật độ với mật độ; số đếm của địa bàn lớn nhỏ khác nhau không so được.",
        "Shares compare with shares, densities with densities; counts of areas of different size with nothing.",
    ),
    called="nhóm tham chiếu khác loại",
)
UNKNOWN_LANGUAGE = Rule(
    "QT220",
    "unknown-language",
    Text("{found} không phải mã ngôn ngữ của ISO 639", "{found} is no code of a language by ISO 639"),
    Text(
        "{nearest}Viết mã ngôn ngữ, không phải mã nước: languages: [vi, en], [en] hoặc [fr].",
        "{nearest}Write the code of a language, not of a country: languages: [vi, en], [en] or [fr].",
    ),
    Text(
        "Mỗi kế hoạch có ngôn ngữ của mình; mã viết sai thì không biết tên nào viết bằng tiếng gì.",
        "A plan has its own languages; with a wrong code nobody knows which name is in which.",
    ),
    called="mã ngôn ngữ không có",
)
UNDECLARED_LANGUAGE = Rule(
    "QT221",
    "undeclared-language",
    Text("kế hoạch viết bằng {languages}, ở đây có {key}{more}", "the plan is in {languages}; here is {key}{more}"),
    Text.same("{advice}"),
    Text(
        "Kế hoạch một ngôn ngữ ghi mỗi tên một lần; nhiều ngôn ngữ thì mỗi ngôn ngữ một khóa. Ngôn ngữ nào dùng phải "
        "được khai báo, nếu không thì một khóa gõ sai sẽ thành một ngôn ngữ.",
        "A plan in one language gives each name once; in several, a key for each. A language in use is declared, or a "
        "key mistyped would become one.",
    ),
    called="ngôn ngữ chưa khai báo",
)
UNUSED_LANGUAGE = Rule(
    "QT222",
    "unused-language",
    Text("không có gì viết bằng “{code}”", "nothing is written in “{code}”"),
    Text(
        "Viết các tên bằng “{code}” nữa (khóa {code}), hoặc bỏ “{code}” khỏi languages.",
        "Write the names in “{code}” too (key {code}), or take “{code}” out of languages.",
    ),
    Text(
        "Mỗi tên của kế hoạch có bằng mọi ngôn ngữ được khai báo. Ngôn ngữ không có ở tên nào là một điều sai, không "
        "phải mỗi tên một điều sai.",
        "Every name of a plan is there in all the languages that it declares. One that no name has is one mistake, "
        "not one a name.",
    ),
    called="ngôn ngữ không dùng",
)
NEGATIVE = Rule(
    "QT301",
    "negative-number",
    Text("{found} nhỏ hơn 0", "{found} is less than 0"),
    Text("Viết số không âm{instead}.", "Write a number that is not negative{instead}."),
    Text(
        "Số đếm và tỷ lệ không nhỏ hơn 0; đại lượng, chỉ số và mật độ thì chỉ khi đơn vị tính khai báo negative: true.",
        "Counts and shares are not below 0; amounts, indexes and densities are so where their unit of measure says "
        "negative: true.",
    ),
    called="số âm",
)
FRACTIONAL_COUNT = Rule(
    "QT302",
    "fractional-count",
    Text(
        "{found} không phải {what}: cần một số nguyên viết liền, không có dấu chấm hay dấu phẩy",
        "{found} is no {what}: expected a whole number without any point or comma",
    ),
    Text.same("{advice}"),
    Text(
        "Đơn vị tính này đếm từng cái, hoặc là thứ hạng. 145.470 có thể là 145470 hoặc 145,47, nên không được đoán.",
        "This unit of measure counts whole things, or ranks. 145.470 may be 145470 or 145.47, so it is not guessed.",
    ),
    called="số đếm không phải số nguyên",
)
