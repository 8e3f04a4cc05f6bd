"""Roman numbers."""


def roman(number: int) -> str:
    """The number of a chapter or an appendix.

    >>> [roman(each) for each in (1, 4, 9)]
    ['I', 'IV', 'IX']
    """
    found = ""
    for value, digits in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        found += digits * (number // value)
        number %= value
    return found
