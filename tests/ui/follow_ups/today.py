"""The day on which these tests are told to happen."""

from datetime import date

TODAY = date(2027, 3, 4)
