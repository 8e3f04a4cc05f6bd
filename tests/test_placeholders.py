"""What stands in help texts for something to be typed."""

import re

from qt_ict.cli.given import TAKEN
from qt_ict.cli.placeholders import placeholder

WRITTEN = sorted({each.how.metavar for each in TAKEN.values() if each.how.metavar})


def test_every_placeholder_is_said_in_vietnamese() -> None:
    """A help text half in English tells a Vietnamese reader less than the half."""
    assert len(WRITTEN) > 20
    for words in WRITTEN:
        english, vietnamese = re.findall("[A-Z]+", words), placeholder(words, "vi")
        assert not set(english) & set(re.split(r"[^\w]+", vietnamese)), words
        assert placeholder(words, "en") == words


def test_what_is_no_word_stays() -> None:
    """Endings of files, signs and the mark of more stay as they are typed."""
    assert placeholder("DIR|FILE", "vi") == "THƯ_MỤC|TỆP"
    assert placeholder("HEADING=MEANING,…", "vi") == "TIÊU_ĐỀ=Ý_NGHĨA,…"
    assert placeholder("FILE.xlsx", "vi") == "TỆP.xlsx"
