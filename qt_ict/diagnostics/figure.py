"""Rules of one figure or target by itself (QT3xx): a number that can be what its unit says."""

from qt_ict.diagnostics.finding import Rule
from qt_ict.language import Text

NEGATIVE = Rule(
    "QT301",
    "negative-number",
    Text("{found} nhỏ hơn 0", "{found} is less than 0"),
    Text("Viết số không âm.", "Write a number that is not negative."),
    Text(
        "Số đếm, tỷ lệ và mật độ không nhỏ hơn 0.",
        "Counts, shares and densities are not below 0.",
    ),
)
FRACTIONAL_COUNT = Rule(
    "QT302",
    "fractional-count",
    Text(
        "{found} không phải số đếm ({unit}): cần một số nguyên viết liền, không có dấu chấm hay dấu phẩy",
        "{found} is no count of {unit}: expected a whole number without any point or comma",
    ),
    Text(
        "Dấu chấm có thể là hàng nghìn hoặc thập phân, nên không được đoán: viết liền các chữ số, như 145470.",
        "A point may mean thousands or decimals, so it is not guessed: write the digits together, as in 145470.",
    ),
    Text(
        "Đơn vị tính này đếm từng cái. 145.470 có thể là 145470 hoặc 145,47, nên không được đoán.",
        "This unit of measure counts whole things. 145.470 may be 145470 or 145.47, so it is not guessed.",
    ),
)
