"""The words of the closed lists of codes: reasons, statuses, remarks, scales. Nothing here decides anything."""

from qt_ict.engine.reasons import Cause, Reason
from qt_ict.engine.scales import Scale
from qt_ict.engine.state import State
from qt_ict.engine.thresholds import Status
from qt_ict.engine.verdict import Verdict
from qt_ict.language import Text
from qt_ict.methods.series import MethodReason
from qt_ict.model.figures import DatePrecision
from qt_ict.model.periods import Per
from qt_ict.model.targets import Measure
from qt_ict.reference.forecasting import ForecastReason
from qt_ict.report.question import SortKey
from qt_ict.wording import terms

REASONS: dict[Reason, Text] = {
    Reason.NO_BASELINE: terms.NO_BASELINE,
    Reason.PROXY_ONLY: Text("chỉ có số liệu gián tiếp", "only something related was measured"),
    Reason.NO_THRESHOLD: Text("mục tiêu không nêu số cụ thể", "the target names no number"),
    Reason.BASELINE_UNBOUNDED: Text(
        "năm gốc chỉ biết mức cao nhất hoặc thấp nhất nên không tính được mục tiêu",
        "the baseline is known from one side only",
    ),
    Reason.BELOW_ZERO: Text("tính từ năm gốc ra số âm", "computed from the baseline it is below 0"),
    Reason.UNIT_MISMATCH: Text("khác đơn vị tính", "units of measure differ"),
    Reason.ZERO_DENOMINATOR: Text("mẫu số bằng 0", "the denominator is 0"),
    Reason.CONTRADICTORY_BOUNDS: Text("mức thấp nhất lớn hơn mức cao nhất", "the bounds contradict each other"),
    Reason.NO_COUNT: Text("công bố không kèm số lượng", "published without a count"),
    Reason.NOT_COUNTED: Text("không áp dụng với chỉ số", "not applicable to an index"),
    Reason.NO_WHOLE: Text('chưa biết "tất cả" là bao nhiêu', 'how many "all" are is not known'),
    Reason.ZERO_BASE: Text("năm gốc bằng 0", "the baseline is 0"),
    Reason.ZERO_VALUE: Text("giá trị bằng 0", "the value is 0"),
    Reason.ZERO_TARGET: Text("mục tiêu bằng 0", "the target is 0"),
    Reason.NEGATIVE: Text("có số âm nên không tính theo tỷ lệ", "no ratio of numbers below 0"),
    Reason.ORDINAL: Text("thứ hạng không tính theo tỷ lệ", "no ratio of ranks"),
    Reason.OUT_OF_REACH: Text("không có số nguyên nào đạt mục tiêu", "no whole number meets the target"),
    Reason.NOT_A_SHARE: Text("chỉ dùng cho tỷ lệ", "for shares only"),
    Reason.AT_LIMIT: Text("không xác định tại 0% và 100%", "undefined at 0% and 100%"),
    Reason.OUTSIDE_SCALE: Text("nằm ngoài 0–100%", "outside 0–100%"),
    Reason.NO_DUE_YEAR: terms.NO_DUE_YEAR,
    Reason.EACH_YEAR: Text("xét riêng từng năm", "each year alone"),
    Reason.DUE_PASSED: Text("đã quá hạn", "already due"),
    Reason.ALREADY_MET: Text("đã đạt", "already met"),
    Reason.TOO_LARGE: Text("quá lớn, không tính được", "too large to compute"),
    Reason.NOT_IN_ROUND: Text("đợt này không có đủ số liệu", "the round lacks a figure of it"),
    Reason.DEFINITION_CHANGED: Text("số liệu đã đổi định nghĩa", "the definition changed"),
    Reason.DIFFERENT_DENOMINATORS: Text("mẫu số đã đổi định nghĩa", "the denominators differ"),
    Reason.ONE_ROUND_ONLY: Text("mới có một đợt số liệu", "one round only"),
    Reason.SAME_DATE: Text("hai số liệu cùng một ngày", "both values are of one date"),
    Reason.TARGET_EQUALS_BASELINE: Text("mục tiêu bằng năm gốc", "the target equals the baseline"),
    Reason.BOUNDS_TOO_WIDE: Text(
        "khoảng giá trị quá rộng, chưa kết luận được", "bounds too wide: any status is possible"
    ),
    Reason.NO_PROGRESS: Text("chưa rõ có tiến bộ hay không", "no certain progress so far"),
    Reason.FELL_BELOW_TARGET: Text("năm gốc đã đạt, nay không còn đạt", "met at the baseline and no longer"),
    Reason.NO_REFERENCE_CLASS: Text(
        "chưa có nhóm tham chiếu, hoặc quá ít trường hợp trước đây", "no reference class, or too few past cases"
    ),
    Reason.NO_RECORD: Text("chưa có trường hợp trước đây cùng loại", "no past cases of this kind"),
    Reason.UNCERTAIN_VALUE: Text(
        "số liệu là một khoảng nên khả năng đạt cũng là một khoảng", "the value is a range, so is the chance"
    ),
    Reason.SEVERAL_STATUSES: Text("chưa kết luận được giữa nhiều mức đánh giá", "several statuses are possible"),
    Reason.AT_TARGET: Text("đúng bằng mức mục tiêu, chưa vượt", "at the number itself, not yet beyond it"),
    Reason.VALUE_TOO_OLD: Text("số liệu đã cũ", "the value is too old"),
    Reason.NO_VALUE_YET: Text("chưa có số liệu", "no value yet"),
    Reason.NOT_YET_STATED: Text("khi đó chưa có mục tiêu này", "not yet stated at that time"),
    Reason.NOT_IN_FIFTY_YEARS: Text("không đạt trong 50 năm", "not within 50 years"),
    Reason.NO_REFERENCE_VALUE: Text(
        "chưa có giá trị mà mục tiêu tính từ đó", "the value that it is computed from is not known"
    ),
    Reason.COUNTED_OTHERWISE: Text(
        "giá trị mà mục tiêu tính từ đó được đếm theo cách khác",
        "the value that it is computed from was counted another way",
    ),
    Reason.SUM_FROM_ZERO: Text(
        "số cộng dồn bắt đầu từ 0 nên không có mức năm gốc để tính",
        "a sum begins at 0, so there is no baseline to compute from",
    ),
    Reason.TWO_LIMITS: Text("mục tiêu giới hạn cả hai đầu", "the target binds at both ends"),
    Reason.PASSED_THROUGH: Text("đã vượt qua khoảng", "passed through the band"),
    Reason.ABOVE_CEILING: Text("tổng đã vượt mức trần", "the sum is above the ceiling"),
    Reason.PERIOD_NOT_OVER: Text("kỳ tính mục tiêu chưa hết", "the period of the target is not over"),
    Reason.NOT_OBSERVED_WHEN_DUE: Text("không có số liệu khi đến hạn", "no value when due"),
}
WAY_TOO_WIDE = Text("khoảng giá trị quá rộng", "bounds too wide")
"""Why no part of the way is said to lie behind, where a status may well be known."""

FORECAST_REASONS: dict[ForecastReason, Text] = {
    ForecastReason.NO_REFERENCE_CLASS: Text("quá ít trường hợp trước đây", "too few past cases"),
    ForecastReason.DUE_PASSED: Text("năm đích không còn ở phía trước", "the target year is not ahead"),
    ForecastReason.OUTSIDE_SCALE: Text("giá trị nằm ngoài nhóm tham chiếu", "the value lies outside the class"),
}
METHOD_REASONS: dict[MethodReason, Text] = {
    MethodReason.NO_TARGET: Text("không có mục tiêu", "no target"),
    MethodReason.NO_TARGET_YEAR: Text("mục tiêu không có năm", "the target has no year"),
    MethodReason.SAME_DATE: Text("hai thời điểm trùng nhau", "two dates are the same"),
    MethodReason.UNDER_A_YEAR: Text(
        "chưa đầy một năm từ năm gốc đến giá trị hiện tại", "less than a year between base and current value"
    ),
    MethodReason.DATES_REVERSED: Text("có năm nằm trước năm gốc", "a year lies before the base"),
    MethodReason.ZERO_BASE: REASONS[Reason.ZERO_BASE],
    MethodReason.ZERO_CURRENT: Text("giá trị hiện tại là 0", "the current value is 0"),
    MethodReason.NEGATIVE_RATIO: Text("các giá trị trái dấu nhau", "values of different signs"),
    MethodReason.NOT_POSITIVE: Text("có giá trị không lớn hơn 0", "a value is not above 0"),
    MethodReason.TARGET_EQUALS_BASE: Text("mục tiêu bằng năm gốc", "the target equals the base"),
    MethodReason.TARGET_BEHIND_BASE: Text("năm gốc đã vượt mục tiêu", "the base is already past the target"),
    MethodReason.AT_LIMIT: Text("không xác định tại 0 và tại mức trần", "undefined at 0 and at the ceiling"),
    MethodReason.OUTSIDE_SCALE: Text("nằm ngoài khoảng từ 0 đến mức trần", "outside 0 and the ceiling"),
    MethodReason.TOO_FEW_OBSERVATIONS: Text("quá ít số liệu", "too few observations"),
    MethodReason.DUE_PASSED: Text("năm đích không còn ở phía trước", "the target year is not ahead"),
    MethodReason.ALREADY_MET: REASONS[Reason.ALREADY_MET],
    MethodReason.TOO_LARGE: REASONS[Reason.TOO_LARGE],
}
STOOD_IN = {
    "zero_base": Text("Giá trị gốc 0 được thay bằng {number}.", "The base of 0 is replaced by {number}."),
    "zero_target": Text("Mục tiêu 0 được thay bằng {number}.", "The target of 0 is replaced by {number}."),
}
"""What a method's published constants stood in for, by their names."""

REMARKS: dict[str, Text] = {
    Cause.WORDS.value: Text(
        'Giá trị là một khoảng do cách ghi của văn bản ("hơn", "gần").',
        'An interval because of the words of the source ("more than", "nearly").',
    ),
    Cause.DIGITS.value: Text(
        "Giá trị là một khoảng do văn bản chỉ công bố tỷ lệ đã làm tròn, không kèm số lượng.",
        "An interval because a percentage was printed rounded and without its count.",
    ),
    Cause.DECIMALS.value: Text(
        "Giá trị là một khoảng do văn bản công bố số đã làm tròn.",
        "An interval because the number was printed rounded.",
    ),
    Cause.SURVEY.value: Text(
        "Giá trị là một khoảng do điều tra chọn mẫu: {figures}.", "An interval because of a survey: {figures}."
    ),
    Cause.ROUNDED.value: Text(
        "Giá trị là một khoảng do số công bố đã làm tròn: {figures}.",
        "An interval because a number was published rounded: {figures}.",
    ),
    Cause.JOINT.value: Text(
        "Giá trị là một khoảng do các nhóm được đếm riêng: số thuộc mọi nhóm nhiều nhất bằng nhóm nhỏ nhất.",
        "An interval because the parts were counted separately: what they share is at most the smallest.",
    ),
    Cause.BOUND.value: Text(
        "Giá trị là một khoảng do số liệu chỉ cho biết mức cao nhất hoặc thấp nhất.",
        "An interval because the figures only say what the value is at most or at least.",
    ),
    "conflict": Text(
        'Mục {items} của kế hoạch nêu khác: {target} ("{name}").',
        'The plan also says otherwise, in {items}: {target} ("{name}").',
    ),
    "figure-conflict": Text(
        'Kế hoạch nêu khác về "{name}": {others}.',
        'The plan contradicts itself on "{name}": {others}.',
    ),
    "whole-count": Text(
        '"{name}": {share} của {whole} chỉ có thể là {count}.',
        '"{name}": {share} of {whole} can only be {count}.',
    ),
    "unknown-parts": Text(
        '"{name}" lấy từ đợt trước, không kèm các phần: {parts}.',
        '"{name}" was carried forward without its parts: {parts}.',
    ),
    "vague": Text('"Khoảng": đạt đúng con số là đạt mục tiêu.', '"About": taken as met at its number.'),
    "from-baseline": Text(
        "Mục tiêu tính từ năm gốc: {value} ({date}).", "Computed from the baseline: {value} ({date})."
    ),
    "from-value": Text("Mục tiêu tính từ {value} ({date}).", "Computed from {value} ({date})."),
    "all-meant": Text('"Tất cả" là {name}, ngày {date}.', '"All" is {name}, {date}.'),
    "weaker-end": Text(
        "Mục tiêu là một khoảng: tới mức dễ đạt hơn là đạt.", "Two numbers: met when the weaker one is reached."
    ),
    "inferred-year": Text(
        "Văn bản không ghi năm; lấy năm được nêu gần nhất trước đó trong mục.",
        "The sentence names no year; the last one named before it in its item is taken.",
    ),
    "year-of-clause": Text(
        "Năm thuộc vế khác của câu; lấy năm ấy.", "The year belongs to another clause of the sentence; it is taken."
    ),
    "year-of-title": Text(
        "Năm lấy từ tên văn bản được dẫn, không phải thời hạn do kế hoạch đặt ra.",
        "The year is that of the title of a document cited, not a due date that the plan sets.",
    ),
    "open-year": Text(
        "Văn bản nêu nhiều năm, không rõ năm nào là năm đích; liệt kê ở từng năm.",
        "The sentence names several years and leaves open which is due; listed under each.",
    ),
    "before-year": Text("Trước năm {year}: chậm nhất là hết năm {last}.", "Before {year}: due by the end of {last}."),
    "nested": Text('Tính trong số thuộc "{name}".', 'Counted among "{name}".'),
    "remark": Text.same("{text}"),
    "flag-provisional": Text('(p): số liệu sơ bộ, "{name}".', '(p): provisional, "{name}".'),
    "flag-estimated": Text('(e): số liệu ước tính, "{name}".', '(e): estimated, "{name}".'),
    "flag-break": Text('(b): cách tính đã đổi so với trước, "{name}".', '(b): not counted as before, "{name}".'),
    "holds": Text(
        '"{name}" không tự thay đổi: dùng số ngày {date}, {value}.',
        '"{name}" does not change by itself: that of {date} is used, {value}.',
    ),
    "moving-denominator": Text(
        "Số còn thiếu tính theo mẫu số giả định tại thời điểm đến hạn.",
        "The shortfall is computed on the assumed denominator at the due date.",
    ),
    "date-published": Text(
        '"{name}": nguồn chỉ ghi {precision}; lấy ngày cuối {precision}, {date}.',
        '"{name}": published for a {precision}; its last day is taken, {date}.',
    ),
    "definition": Text(
        '"{name}": đợt này đếm nội dung khác, {definition}.',
        '"{name}": this round counts something else, {definition}.',
    ),
    "incomplete-round": Text(
        'Đợt {date} thiếu "{names}".{may_carry}', 'The round of {date} lacks "{names}".{may_carry}'
    ),
    "band": Text(
        "Mục tiêu là một khoảng: ra ngoài đầu nào cũng là không đạt.", "A band: leaving it at either end misses it."
    ),
    "leaves-band": Text(
        "Giữ mức tăng, giảm như đến nay thì đến {date} là {value}: ra ngoài khoảng.",
        "At the pace so far it is {value} by {date}: out of the band.",
    ),
    "width-periods": Text(
        "Giá trị là một khoảng do có kỳ chưa có số liệu.", "An interval because a period was not reported."
    ),
    "adds-up": Text("Cộng dồn {name} từ sau {since}: {periods}.", "Added up, {name} after {since}: {periods}."),
    "per-period": Text(
        "Đếm theo kỳ; so với mục tiêu thì cộng dồn các kỳ.", "Counted per period; toward a target the periods add up."
    ),
    "each-year": Text("Từng năm: {years}.", "Year by year: {years}."),
    "after-due": Text(
        "Giá trị là của thời điểm sau hạn ({due}): {judged}.", "The value is later than the due date, {due}: {judged}."
    ),
    "when-due": Text("Hạn là {due}: {judged}.", "Due by {due}: {judged}."),
    "restated": Text(
        '"{name}": trước đây công bố {before} ({document}); nay dùng số công bố sau, {value} ({later}).',
        '"{name}": published before as {before} ({document}); the later one counts, {value} ({later}).',
    ),
    "other-dates": Text(
        'Mẫu số lấy tại thời điểm khác: "{name}", {date}.', 'The denominator is of another date: "{name}", {date}.'
    ),
    "before-due-day": Text(
        "Đánh giá theo số liệu ngày {date}; thời hạn là hết ngày {due}.",
        "Judged by the value of {date}; it was due by {due}.",
    ),
    "by-neighbours": Text(
        "Năm đích không có số liệu; số liệu trước và sau năm đó cho cùng một kết luận.",
        "There is no value of the due year; those before and after it agree.",
    ),
    "not-computed": Text("Đợt ngày {date} không tính được: {reason}.", "The round of {date} gives no value: {reason}."),
    "old-value": Text(
        "Số liệu ngày {date} đã quá {limit}: đánh giá có thể là từ mức khi số liệu còn mới đến mức nếu từ đó không có "
        "gì thay đổi.",
        "The value of {date} is more than {limit} old: possible statuses run from the one it had while new to the one "
        "that holds if nothing has changed since.",
    ),
    "old-values": Text(
        "Số liệu ngày {dates}, đến ngày {now} đã quá {limit}.",
        "On {now} the values of {dates} are more than {limit} old.",
    ),
    "standstill": Text(
        "Từ đợt trước ({date}) đến đợt mới nhất không có thay đổi.",
        "Nothing changed between the round before ({date}) and the latest.",
    ),
    "reversal": Text(
        "Từ đợt trước ({date}) đến đợt mới nhất, giá trị xa dần mục tiêu.",
        "It moved away from the target between the round before ({date}) and the latest.",
    ),
    "forecast": Text(
        "{where} {cases} trường hợp gần nhất trước đây (mức {levels}), {reached} trường hợp có mức tăng đủ để đạt "
        "trong {years} năm; khả năng đạt {probability}.",
        "{where} {cases} nearest past cases (at {levels}) {reached} gained as much in {years}; chance {probability}.",
    ),
    "forecast-untried": Text(
        "Thời gian còn lại dài hơn mọi thời gian đã kiểm nghiệm (2, 5 và 7 năm).",
        "The time left is longer than any that forecasts were tried with (2, 5 and 7 years).",
    ),
    "forecast-by-level": Text(
        "Mới có một số liệu: đối với mật độ thuê bao, khả năng đạt tính theo mức mà không theo tốc độ tăng "
        "thì kém tin cậy.",
        "One value alone: of densities a chance by level without pace is not reliable.",
    ),
    "reference-class": Text(
        "Nhóm tham chiếu: {title}, {areas} địa bàn{without}. Nguồn: {source}.{note}",
        "Reference class: {title}, {areas} areas{without}. Source: {source}.{note}",
    ),
    "revised-target": Text(
        "Theo {document} ngày {date}; ban đầu là {original}.{why}",
        "As of {document}, {date}; originally {original}.{why}",
    ),
    "revised-after-due": Text(
        "Sau năm đích, {document} ngày {date} sửa thành {target}; không áp dụng cho năm đích này.",
        "After it was due, {document} of {date} made it {target}; this due year is not judged by that.",
    ),
    "published-again": Text(
        "Số liệu ngày {date}: đợt {round} đã công bố {value}; dùng số của đợt sau.",
        "For {date} the round of {round} had published {value}; the later round counts.",
    ),
    "other-definition": Text(
        "Ngày {date}: {value}, nhưng nội dung đếm khác ({definition}) nên không so sánh.",
        "{date}: {value}, but it counts something else ({definition}), so it is not compared.",
    ),
    "counted-anew": Text(
        "Từ {date} số liệu được tính lại{definition}: đánh giá tính từ {value} ({since}); số liệu trước đó "
        "({before}, {then}) vẫn ghi trong lộ trình nhưng không so sánh.",
        "Counted anew from {date} on{definition}: judged from {value} ({since}); what was counted before "
        "({before}, {then}) stays on the path and is not compared.",
    ),
    "sum-counted-anew": Text(
        "Từ {date} số liệu được tính lại{definition}: chỉ cộng dồn số đếm theo cách mới; số liệu trước đó "
        "({before}, {then}) vẫn ghi trong lộ trình nhưng không so sánh.",
        "Counted anew from {date} on{definition}: only what is counted so adds up; what was counted before "
        "({before}, {then}) stays on the path and is not compared.",
    ),
    "counted-since": Text(
        '"{name}" được tính lại từ {date}: {definition}.', '"{name}" is counted anew since {date}: {definition}.'
    ),
    "sum-when-due": Text(
        "Không có báo cáo đúng ngày đến hạn ({date}): khi đó số cộng dồn là {value}.",
        "Nothing was reported for the due day, {date}: the sum was {value} by then.",
    ),
    "carried": Text(
        'Giả định "{name}" ngày {then} vẫn đúng ngày {now}.', 'Assumed: "{name}" of {then} still holds on {now}.'
    ),
    "date-assumed": Text(
        "Số liệu không ghi ngày được coi là tại {several}{dates}.",
        "Figures without a date are taken to be of {several}{dates}.",
    ),
    "addition-assumed": Text(
        'Giả định "{name}" {addition}, tính từ số liệu mới nhất; không phải số liệu.',
        'Assumed: "{name}" {addition}, counted from its latest value; no observation.',
    ),
    "growth-assumed": Text('Giả định "{name}" tăng {rate} mỗi năm.', 'Assumed: "{name}" grows by {rate} a year.'),
}
"""What a remark says, by its code; docs/formats.md says what each code means."""

CONFIDENCE = Text('"{name}", khoảng tin cậy {confidence}%', '"{name}", its {confidence}% confidence interval')
NO_CONFIDENCE = Text(
    '"{name}", khoảng mà nguồn nêu, không rõ độ tin cậy',
    '"{name}", the interval it gives, without a level of confidence',
)
STANDARD_ERROR = Text(
    '"{name}", ± 1,96 sai số chuẩn (khoảng tin cậy 95%)',
    '"{name}", ± 1.96 standard errors (a 95% confidence interval)',
)
ROUNDED_TO = Text('"{name}", làm tròn đến {rounded_to}', '"{name}", rounded to {rounded_to}')
MAY_CARRY = Text(" Nếu giả định số cũ còn đúng: {figures}.", " To assume that the older number still holds: {figures}.")
PERIODS: dict[Per, Text] = {
    "year": Text("năm", "year"),
    "half-year": Text("6 tháng", "half-year"),
    "quarter": Text("quý", "quarter"),
    "month": Text("tháng", "month"),
}
"""What things are counted per."""
PRECISIONS: dict[DatePrecision, Text] = {
    "day": Text("ngày", "day"),
    "month": Text("tháng", "month"),
    "year": Text("năm", "year"),
}
"""What a source gives instead of a day."""

STATUSES: dict[Status, Text] = {
    "met": Text("đạt", "met"),
    "not_met": Text("chưa đạt", "not met"),
    "undecided": terms.UNDECIDED,
    "not_measurable": terms.NOT_ASSESSED,
}
WHEN_DUE: dict[Status, Text] = {
    "met": Text("đạt khi đến hạn", "met when due"),
    "not_met": Text("không đạt khi đến hạn", "missed when due"),
}
"""Of a due day that has passed, where a later value says otherwise."""
MISSED_IN = Text("không đạt năm {years}", "missed in {years}")
UNDECIDED_FOR = Text("chưa kết luận được năm {years}", "undecided for {years}")
OF_YEARS = Text.same("{years} {said}")
NOT_OVER = Text("chưa hết năm", "not over")
OF_OPEN_YEAR = Text("{years} (chưa hết năm) {said}", "{years} (not over) {said}")
"""How years of a target stand that is due every year."""
LEFT_THE_BAND = Text("từng trong khoảng, nay ra ngoài", "left the band")
"""Of a target that binds at both ends: it was met once and is no longer."""
VERDICTS: dict[Verdict, Text] = {
    "met": Text("đạt", "met"),
    "met_but_reversing": Text("đạt nhưng đang xấu đi", "met but reversing"),
    "on_track": Text("đúng tiến độ", "on track"),
    "moderate": Text("tiến bộ vừa phải", "moderate"),
    "insufficient": Text("chưa đạt tiến độ", "insufficient"),
    "fell_below_target": Text("từng đạt, nay không còn đạt", "fell below the target"),
    "moving_away": Text("xa dần mục tiêu", "moving away"),
    "missed": Text("không đạt", "missed"),
}
CANNOT_TELL: dict[Cause, Text] = {
    Cause.DIGITS: Text("các chữ số được công bố chưa cho phép kết luận", "the printed digits cannot tell"),
    Cause.DECIMALS: Text("các chữ số được công bố chưa cho phép kết luận", "the printed digits cannot tell"),
    Cause.WORDS: Text("cách ghi của văn bản chưa cho phép kết luận", "the words of the source cannot tell"),
    Cause.SURVEY: Text("sai số điều tra chưa cho phép kết luận", "the error of the survey leaves it open"),
    Cause.ROUNDED: Text("số đã làm tròn chưa cho phép kết luận", "the rounded numbers cannot tell"),
    Cause.PERIODS: Text("có kỳ chưa có số liệu", "a period was not reported"),
    Cause.JOINT: Text("số liệu chỉ cho biết một khoảng", "the figures only give bounds"),
    Cause.BOUND: Text("số liệu chỉ cho biết một khoảng", "the figures only give bounds"),
}
"""Why the figures leave several statuses possible, by what makes a value wide."""
OLD_CANNOT_TELL = Text("số liệu đã cũ", "the value is old")

MEASURES: dict[Measure, Text] = {
    "direct": Text("trực tiếp", "direct"),
    "bounds": Text("theo khoảng", "bounds"),
    "proxy": Text("gián tiếp", "proxy"),
    "none": terms.NO_FIGURES,
}
SCALES: dict[Scale, Text] = {
    "linear": Text("tuyến tính", "linear"),
    "compound": Text("tăng bình quân năm (kép)", "compound"),
    "log_odds": Text.same("logit"),
}
SCALE_HEADINGS: dict[Scale, Text] = {
    "linear": Text("Tuyến tính", "Linear"),
    "compound": Text("Tăng bình quân năm (kép)", "Compound"),
    "log_odds": Text.same("Logit"),
}
EVERY = {
    "half-year": Text("6 tháng một lần", "every 6 months"),
    "year": Text("hằng năm", "every year"),
    "regular": Text("định kỳ", "regularly"),
    "as-prescribed": Text("theo chế độ quy định", "as rules prescribe"),
    "on-request": Text("theo yêu cầu", "on request"),
}
NOT_NAMED = Text("không nêu", "not named")
"""Where a plan names no interval or no recipient of a report."""
INFERRED = Text(" (suy ra)", " (inferred)")
"""Behind what the plan does not say of the thing itself."""
INTERVAL_INFERRED = Text(" (kỳ báo cáo suy ra)", " (interval inferred)")
"""Behind a report whose interval the plan does not say of itself."""
COUNTED_AFTER = Text("cộng dồn từ sau {date}", "added up after {date}")
YEARLY = Text("hằng năm", "yearly")
YEARLY_IN = Text("hằng năm {years}", "yearly {years}")
IN_ONE_YEAR = Text("hằng năm, năm {year}", "yearly, {year}")
"""One year of a target that is due every year."""
MILESTONE = Text(" (mốc)", " (milestone)")
"""Behind the date of what is promised on the way."""
AFTER = Text("sau {year}", "after {year}")
NO_YEAR = Text("không nêu", "none")
NOT_COMPUTED = Text("không tính được", "not computed")
_FROM_LOWEST = Text(
    "; khoảng giá trị xếp theo đầu thuận lợi hơn, không tính được thì ở cuối, bằng nhau thì theo kế hoạch.",
    "; ranges by their more favourable end, not computed last, ties as in the plan.",
)
_TIES = Text("; bằng nhau thì theo kế hoạch.", "; ties as in the plan.")
SORTED: dict[SortKey, Text] = {
    "year": Text("Xếp theo năm đích, không có năm thì ở cuối", "Sorted by due year, none last"),
    "attainment": Text(
        "Xếp theo tỷ lệ đạt so với mục tiêu, thấp nhất trước", "Sorted by what is attained, the lowest first"
    ),
    "gap": Text(
        "Xếp theo chênh lệch so với mục tiêu trong từng đơn vị tính, lớn nhất trước",
        "Sorted by gap within each unit of measure, the largest first",
    ),
    "shortfall": Text(
        "Xếp theo số còn thiếu trong từng đơn vị tính, nhiều nhất trước",
        "Sorted by shortfall within each unit of measure, the largest first",
    ),
    "pace": Text(
        "Xếp theo tỷ số giữa mức tăng đã có và mức cần tăng từ nay, thấp nhất trước",
        "Sorted by the ratio of the pace so far to the one required from now on, the lowest first",
    ),
    "status": Text("Xếp theo đánh giá, xấu nhất trước", "Sorted by status, the worst first"),
    "agency": Text("Xếp theo cơ quan, không nêu cơ quan thì ở cuối", "Sorted by agency, none last"),
}
"""What rows are sorted by."""
SORTED_LAST: dict[SortKey, Text] = {
    sort: _FROM_LOWEST if sort in ("attainment", "gap", "shortfall", "pace") else _TIES for sort in SORTED
}
"""What becomes of rows that it does not tell apart."""
STATES: dict[State, Text] = {
    "met": VERDICTS["met"],
    "on_track": VERDICTS["on_track"],
    "moderate": VERDICTS["moderate"],
    "behind": Text("chưa đạt tiến độ", "behind"),
    "missed": VERDICTS["missed"],
    "open": Text("chưa rõ mức nào", "status unclear"),
    "starting": Text("mới có số liệu ban đầu", "starting value only"),
    "not_measurable": terms.NOT_ASSESSED,
}
