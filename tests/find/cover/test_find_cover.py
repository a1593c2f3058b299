"""Covers: captions below, beside and before their values, tables of securities, sentences, boxes, header, release."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from converter.find.cover import find_cover
from converter.model import CoverItem
from converter.read import read

HERE = Path(__file__).parent


def cover(text: str, name: str = "cover.txt") -> tuple[CoverItem, ...]:
    return find_cover(read(text.encode(), name))


def values(items: tuple[CoverItem, ...], registrant: int = 0) -> dict[str, list[str]]:
    said: dict[str, list[str]] = {}
    for item in items:
        if item.registrant == registrant:
            said.setdefault(item.item, []).append(item.value)
    return said


def lines(items: tuple[CoverItem, ...]) -> str:
    rows = (f"{i.item}\t{i.value}\t{i.as_of or ''}\t{i.group}\t{i.security}\t{i.place.kind}\t{i.place.line}\t{i.place.text}" for i in items)
    return "\n".join(rows) + "\n"


@pytest.mark.parametrize("name", ["annual.txt", "current.htm", "quarterly.md", "release.md"])
def test_golden(name: str, golden: Callable[[Path, str], None]) -> None:
    golden(HERE / f"{name}.golden", lines(find_cover(read((HERE / name).read_bytes(), name))))


def test_columns_of_captions_below_their_values() -> None:
    said = values(find_cover(read((HERE / "annual.txt").read_bytes(), "annual.txt")))
    assert said["registrant_name"] == ["MILL BROOK INDUSTRIES, INC."]
    assert said["state_of_incorporation"] == ["DE"], "the cover wins over the header"
    assert said["irs_number"] == ["98-7654321"]
    assert said["file_number"] == ["1-4321"]
    assert said["period_end"] == ["1997-12-28"]
    assert said["zip_code"] == ["44001-0012"]
    assert (said["city"], said["state"]) == (["Spring Hill"], ["OH"])
    assert said["fiscal_year_end"] == ["--12-28"]
    assert said["cik"] == ["0000001234"]


def test_sentences_give_amount_date_and_no_treasury() -> None:
    items = find_cover(read((HERE / "annual.txt").read_bytes(), "annual.txt"))
    shares = [item for item in items if item.item == "shares_outstanding"]
    assert [(item.value, item.as_of) for item in shares] == [("10123456", date(1998, 3, 2))]
    value = next(item for item in items if item.item == "public_float")
    assert (value.value, value.as_of, value.decimals) == ("212500000", date(1998, 3, 2), -5)


def test_classes_of_securities_are_groups() -> None:
    items = find_cover(read((HERE / "current.htm").read_bytes(), "current.htm"))
    listed = [(item.group, item.item, item.value) for item in items if item.group]
    assert listed == [
        (1, "security_title", "Class A Common Stock"),
        (1, "trading_symbol", "LWCA"),
        (1, "exchange", "NASDAQ"),
        (2, "security_title", "Class B Common Stock"),
        (2, "trading_symbol", "LWCB"),
        (2, "exchange", "NASDAQ"),
    ]


def test_the_earliest_event_is_the_date_of_an_8k() -> None:
    said = values(find_cover(read((HERE / "current.htm").read_bytes(), "current.htm")))
    assert said["period_end"] == ["2009-10-05"]
    assert said["amendment_flag"] == ["true"]
    assert (said["area_code"], said["local_phone"]) == (["775"], ["555.0199"])


def test_captions_within_the_line() -> None:
    said = values(find_cover(read((HERE / "quarterly.md").read_bytes(), "quarterly.md")))
    assert said["registrant_name"] == ["Plain View Software Inc."]
    assert said["street1"] == ["One Lake Road"]
    assert said["zip_code"] == ["98052-0001"]
    assert said["filer_category"] == ["Accelerated Filer"]
    assert said["shares_outstanding"] == ["38581338", "5511505"]


def test_a_release_tells_symbol_and_fiscal_year() -> None:
    said = values(find_cover(read((HERE / "release.md").read_bytes(), "release.md")))
    assert (said["trading_symbol"], said["exchange"]) == (["AMBF"], ["NASDAQ"])
    assert (said["fiscal_year"], said["fiscal_period"], said["fiscal_year_end"]) == (["2003"], ["Q3"], ["--06-30"])


def test_two_symbols_are_none() -> None:
    text = (HERE / "release.md").read_text("utf-8") + "\nIt works with Stone Ltd. (NYSE: STN).\n"
    assert "trading_symbol" not in values(cover(text, "release.md"))


@pytest.mark.parametrize("text", ["", "\x00\x01", "Net sales rose 5 %.", "(" * 5000, "address of " * 5000, "FORM 10-K " + "1-" * 9000])
def test_nothing_is_invented(text: str) -> None:
    assert not set(values(cover(text))) - {"document_type", "amendment_flag"}


BASE = """FORM 10-K

For the fiscal year ended March 31, 1999

Commission File Number: 1-11111

              STONE BRIDGE LTD.
(Exact name of registrant as specified in its charter)

{state}
(State or other jurisdiction of incorporation)   (I.R.S. Employer Identification No.)

{address}
(Address of principal executive offices)    (Zip Code)

{rest}
"""


def test_a_float_of_more_digits_than_money_has_is_none() -> None:
    text = "The aggregate market value of the shares held by non-affiliates was ${} on June 30, 2003."
    assert "public_float" not in values(cover(BASE.format(state="Ohio", address="", rest=text.format("1,234" * 8))))
    said = values(cover(BASE.format(state="Ohio", address="", rest=text.format("1,234,567.50"))))
    assert said["public_float"] == ["1234567.50"]


@pytest.mark.parametrize(
    ("printed", "code"),
    [("New York", "NY"), ("N.Y.", "NY"), ("State of Delaware", "DE"), ("Bermuda", "D0"), ("DE    12-3456789", "DE"), ("Atlantis", "")],
)
def test_states_are_codes(printed: str, code: str) -> None:
    said = values(cover(BASE.format(state=printed, address="", rest="")))
    assert said.get("state_of_incorporation", [""]) == [code]


@pytest.mark.parametrize(
    ("printed", "street", "city", "state", "zip_code"),
    [
        ("5 Elm Street, Dayton, Ohio   45401", "5 Elm Street", "Dayton", "OH", "45401"),
        ("5 Elm Street\nDayton, OH 45401-1234", "5 Elm Street", "Dayton", "OH", "45401-1234"),
        ("5 Elm Street Dayton, Ohio 45401", "5 Elm Street", "Dayton", "OH", "45401"),
        ("Dayton, Ohio   45401", None, "Dayton", "OH", "45401"),
        ("5 Elm Street\nDayton Ohio 45401", "5 Elm Street", "Dayton", "OH", "45401"),
        ("Somewhere else", None, None, None, None),
    ],
)
def test_addresses(printed: str, street: str | None, city: str | None, state: str | None, zip_code: str | None) -> None:
    said = values(cover(BASE.format(state="Ohio", address=printed, rest="")))
    found = [said.get(name, [None])[0] for name in ("street1", "city", "state", "zip_code")]
    assert found == [street, city, state, zip_code]


@pytest.mark.parametrize(
    ("printed", "category"),
    [
        ("Large accelerated filer [X]  Accelerated filer [ ]  Non-accelerated filer [ ]", "Large Accelerated Filer"),
        ("[ ] Large accelerated filer  [ ] Accelerated filer  [X] Non-accelerated filer", "Non-accelerated Filer"),
        ("Large accelerated filer o   Accelerated filer þ   Non-accelerated filer o", "Accelerated Filer"),
        ("Large accelerated filer [ ]  Accelerated filer [ ]  Non-accelerated filer [ ]", ""),
        ("Large accelerated filer [X]  Accelerated filer [X]  Non-accelerated filer [ ]", ""),
    ],
)
def test_boxes(printed: str, category: str) -> None:
    said = values(cover(BASE.format(state="Ohio", address="", rest=printed)))
    assert said.get("filer_category", [""]) == [category]


def test_a_round_number_of_shares() -> None:
    rest = "The number of shares of common stock outstanding as of May 3, 1999, was 2.47 billion."
    said = values(cover(BASE.format(state="Ohio", address="", rest=rest)))
    assert said["shares_outstanding"] == ["2470000000"]


def test_an_unheaded_security() -> None:
    rest = "Securities registered pursuant to Section 12(b) of the Act:\n\nCommon Stock, $1 par value     New York Stock Exchange\n"
    said = values(cover(BASE.format(state="Ohio", address="", rest=rest)))
    assert (said["security_title"], said["exchange"]) == (["Common Stock, $1 par value"], ["NYSE"])


def test_a_security_under_section_12g() -> None:
    head = "Securities registered pursuant to Section 12(g) of the Act:"
    rest = f"{head}\n\n          Common Stock, no par value\n              (Title of class)\n"
    said = values(cover(BASE.format(state="Ohio", address="", rest=rest)))
    assert said["security_12g"] == ["Common Stock, no par value"]


def test_a_cover_without_captions() -> None:
    text = """FORM 10-K

FOR THE FISCAL YEAR ENDED JUNE 30, 1999

COMMISSION FILE NUMBER 0-22222

RIVER BEND CORPORATION

IDAHO                 82-1111111
(STATE OF INCORPORATION)   (I.R.S. ID)

ONE RIVER WAY, BOISE, IDAHO 83701-0001

(208) 555-0100

Securities registered pursuant to Section 12(b) of the Act: None
"""
    said = values(cover(text))
    assert said["registrant_name"] == ["RIVER BEND CORPORATION"]
    assert (said["street1"], said["city"], said["zip_code"]) == (["ONE RIVER WAY"], ["BOISE"], ["83701-0001"])
    assert said["local_phone"] == ["555-0100"]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "As of May 1, 1999, there were 4,296,060 shares of Common Stock and 1,426,038 shares of Class\nB Stock outstanding.",
            [("4296060", "common"), ("1426038", "class b common")],
        ),
        (
            "Shares outstanding at May 1, 1999: 18,433,512 of Class A Common Stock, 5,000,000 of Class B Common Stock.",
            [("18433512", "class a common"), ("5000000", "class b common")],
        ),
        ("There were 4,296,060 shares of Common Stock and 1,426,038 shares of Preference Stock outstanding.", [("4296060", "")]),
    ],
)
def test_each_count_is_of_its_class(sentence: str, told: list[tuple[str, str]]) -> None:
    items = cover(BASE.format(state="Ohio", address="", rest=sentence))
    assert [(item.value, item.security) for item in items if item.item == "shares_outstanding"] == told


def test_a_cover_ends_where_a_statement_begins() -> None:
    rest = (
        "Number of shares of common stock outstanding at May 1, 1999:\n\n  Class A Common Stock     18,433,512\n"
        "  Class B Common Stock      5,000,000\n\n              CONSOLIDATED BALANCE SHEETS\n"
        "                     March 31, 1999\nBonds held to maturity      46,920\nCommon stock outstanding    19,320\n"
    )
    items = cover(BASE.format(state="Ohio", address="", rest=rest))
    assert [item.value for item in items if item.item == "shares_outstanding"] == ["18433512", "5000000"]


def test_the_commissions_seat_is_no_state_of_incorporation() -> None:
    top = "SECURITIES AND EXCHANGE COMMISSION\nWASHINGTON, D.C. 20549\nRegistrant; State of Incorporation\n(A Pennsylvania Corporation)\n"
    assert values(cover(top + BASE.format(state="", address="", rest=""))).get("state_of_incorporation") != ["DC"]


def test_the_last_of_several_years_ends_the_period() -> None:
    text = "STATEMENTS OF INCOME\nFOR THE YEARS ENDED DECEMBER 31, 1995, 1996 AND 1997\n"
    assert values(cover(text))["period_end"] == ["1997-12-31"]


def test_a_combined_cover_speaks_for_each_registrant() -> None:
    filer = "FILER:\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\t\t{}\n\t\tCENTRAL INDEX KEY:\t\t{}\n"
    header = (
        f"<SEC-HEADER>\nCONFORMED SUBMISSION TYPE:\t10-K\n{filer.format('HILL CO', '11')}{filer.format('VALE CO', '12')}</SEC-HEADER>\n"
    )
    said = values(cover(header + "<DOCUMENT>\n<TYPE>10-K\n<TEXT>\n" + BASE.format(state="Ohio", address="", rest="")), 1)
    assert (said["document_type"], said["amendment_flag"], said["period_end"]) == (["10-K"], ["false"], ["1999-03-31"])


def test_heads_of_columns_are_no_period_of_a_cover() -> None:
    text = (
        "STATEMENTS OF INCOME\n                     YEAR ENDED      PERIOD FROM\n"
        "                   DECEMBER 31,    JANUARY 1, 1996\n                           1995   TO JUNE 1, 1996\n"
    )
    assert "period_end" not in values(cover(text))
