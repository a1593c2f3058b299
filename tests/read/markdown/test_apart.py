"""Labels in one block, amounts in others: what OCR that reads a page region by region writes."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from converter.model import Paragraph, Table
from converter.read.markdown import markdown_read
from converter.read.source import Source

LABELS = """\
ASSETS
Current assets:
Cash and cash equivalents
Trade receivables
Inventories
Total current assets
Land and buildings, net
Other assets
Total assets
Liabilities and Owners' Equity
Accounts payable
Notes payable
Total liabilities
Owners' equity:
Paid-in capital
Earnings kept
Total owners' equity
Total liabilities and owners' equity"""
NEW = ["$1,204", "3,310", "2,057", "6,571", "4,422", "-", "$10,993", "$2,015", "1,650", "3,665", "5,000", "2,328", "7,328", "$10,993"]
OLD = ["$986", "3,127", "2,224", "6,337", "4,018", "115", "$10,470", "$1,877", "1,990", "3,867", "5,000", "1,603", "6,603", "$10,470"]
ROWS = [label for label in LABELS.split("\n") if not label.endswith((":", "ASSETS", "Owners' Equity"))]
PAIRS = list(zip(ROWS, NEW, OLD, strict=True))
HEADS = ("June 30, 2004", "June 30, 2003")


def _columns(labels: str = LABELS, new: list[str] = NEW, old: list[str] = OLD, above: str = "KITE WORKS\n(In thousands)") -> str:
    return "\n\n".join([above, labels, "\n".join([HEADS[0], *new]), "\n".join([HEADS[1], *old]), "The notes are part of this."])


def _told(text: str) -> tuple[list[list[str]], list[str]]:
    """The cells of each row of all tables, and the codes of what is told."""
    blocks, findings = markdown_read(Source(0, text, 1))
    lines = text.split("\n")
    rows = [row for block in blocks if isinstance(block, Table) for row in block.rows]
    for cell in (cell for row in rows for cell in row.cells):
        place = cell.place
        first = (cell.lines[0].line if cell.lines else place.line) or 0
        assert place.text.split()[0] in lines[first - 1]
    return [[cell.text for cell in row.cells] for row in rows], [finding.code for finding in findings]


def _pairs(text: str) -> list[tuple[str, ...]]:
    rows, codes = _told(text)
    assert set(codes) == {"read.labels-joined"}
    return [tuple(row) for row in rows if len(row) > 1 and row != list(HEADS)]


def _unread(text: str) -> bool:
    rows, codes = _told(text)
    return rows == [] and codes == ["read.labels-apart"]


def test_a_block_for_each_column() -> None:
    rows, codes = _told(_columns())
    assert codes == ["read.labels-joined"]
    assert rows[0] == list(HEADS)
    assert [tuple(row) for row in rows if len(row) == 3] == PAIRS
    assert [row for row in rows if len(row) == 1] == [
        ["ASSETS"],
        ["Current assets:"],
        ["Liabilities and Owners' Equity"],
        ["Owners' equity:"],
    ]


@pytest.mark.parametrize("gap", [" ", "  ", "      "])
def test_a_block_of_rows(gap: str) -> None:
    amounts = [f"{new}{gap}{old}" for new, old in zip(NEW, OLD, strict=True)]
    text = "\n\n".join(["(In thousands)", LABELS, "\n".join(["June 30, 2004  June 30, 2003", *amounts])])
    assert _pairs(text) == PAIRS


def test_what_stands_around_is_running_text() -> None:
    blocks, _ = markdown_read(Source(0, _columns(), 1))
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == ["KITE WORKS (In thousands)", "The notes are part of this."]


def test_marks_on_lines_of_their_own_and_rules_at_totals() -> None:
    def ruled(amounts: list[str]) -> list[str]:
        return [line for amount in amounts for line in (["------", "$", amount[1:], "======"] if amount.startswith("$") else [amount])]

    bare = [(label, new.lstrip("$"), old.lstrip("$")) for label, new, old in PAIRS]
    assert _pairs(_columns(new=ruled(NEW), old=ruled(OLD))) == bare


def test_dates_above_the_labels() -> None:
    text = "\n\n".join(["Kite Works", "June 30, 2004\nJune 30, 2003", LABELS, "\n".join(NEW), "\n".join(OLD)])
    assert [pair for pair in _pairs(text) if pair[0] in ROWS] == PAIRS


def test_dates_parted_from_their_amounts() -> None:
    text = "\n\n".join(["(In thousands)", LABELS, HEADS[0], "\n".join(NEW), HEADS[1], "\n".join(OLD)])
    assert _pairs(text) == PAIRS


def _grouped(lines: list[str], totals: list[int]) -> str:
    return "\n".join(line + ("\n" if at in totals else "") for at, line in enumerate(lines)).rstrip()


def test_groups_parted_by_blank_lines() -> None:
    totals = [3, 6, 9, 12]
    labels = LABELS.split("\n")
    after = [at for at, label in enumerate(labels) if label in [ROWS[total] for total in totals]]
    text = _columns(_grouped(labels, after), [_grouped(NEW, totals)], [_grouped(OLD, totals)])
    assert _pairs(text) == PAIRS
    headless = "\n\n".join(["(In thousands)", _grouped(labels, after), _grouped(NEW, totals), _grouped(OLD, totals)])
    assert _pairs(headless) == PAIRS


def test_two_pages_with_a_pair_of_blocks_each() -> None:
    first, second = LABELS.split("Liabilities and")
    pages = [_columns(first.strip(), NEW[:7], OLD[:7]), "F-3", _columns("Liabilities and" + second, NEW[7:], OLD[7:])]
    assert _pairs("\n\n".join(pages)) == PAIRS


def test_labels_over_two_lines() -> None:
    labels = LABELS.replace("and cash equivalents", "and\ncash equivalents").replace(
        "Total liabilities and owners'", "Total liabilities and\nowners'"
    )
    assert [(" ".join(label.split()), *amounts) for label, *amounts in _pairs(_columns(labels))] == PAIRS


def test_headings_without_a_colon() -> None:
    """What a total below is the total of is a heading; one in capitals among others is too."""
    assert _pairs(_columns(LABELS.replace(":", ""))) == PAIRS
    assert _pairs(_columns(LABELS.replace("Owners' equity:", "OWNED BY PARTNERS (note 5)"))) == PAIRS


def test_a_sum_without_a_label_where_a_blank_line_stands_for_it() -> None:
    pairs = _pairs(_columns(LABELS.replace("Total current assets\n", "\n")))
    assert pairs == [pair if pair[0] != "Total current assets" else pair[1:] for pair in PAIRS]


def test_a_title_above_without_a_blank_line() -> None:
    text = _columns("BALANCE SHEETS\nJUNE 30, 2004 AND 2003\n" + LABELS, above="KITE WORKS")
    assert _pairs(text) == PAIRS


def test_the_number_of_the_page_is_no_amount() -> None:
    text = _columns().replace("The notes", "41\n\nThe notes")
    assert _pairs(text) == PAIRS


@pytest.mark.parametrize(
    "labels",
    [
        pytest.param(LABELS.replace("Trade receivables\n", ""), id="a label is lost"),
        pytest.param(LABELS.replace("Trade receivables", "Trade receivables\nOther receivables"), id="an amount is lost"),
        pytest.param(LABELS.replace("Other assets", "Net assets held\nOther assets").replace("Notes payable\n", ""), id="both, far apart"),
        pytest.param("\n".join(sorted(LABELS.split("\n"))), id="another order"),
    ],
)
def test_what_nothing_proves_stays_unread(labels: str) -> None:
    assert _unread(_columns(labels))


def test_amounts_that_add_up_to_nothing_stay_unread() -> None:
    odd = [f"{number * 37 % 91 + 3},{number * 211 % 900 + 100}" for number in range(1, 15)]
    assert _unread(_columns(new=odd, old=odd[::-1]))


def test_blocks_of_unlike_height_stay_unread() -> None:
    """A blank cell: whose it is nothing tells."""
    assert _unread(_columns(new=[amount for amount in NEW if amount != "-"]))


def test_per_share_amounts_have_places() -> None:
    labels = "Sales\nCost of sales\nGross profit\nSelling costs\nOperating income\nIncome taxes\nNet income"
    labels += "\nNet income per share\nDividends paid"
    amounts = ["9,000", "5,000", "4,000", "1,500", "2,500", "900", "1,600", "{}", "{}"]
    told = [amount.format("$.80") if at == 7 else amount.format("640") for at, amount in enumerate(amounts)]
    turned = [*told[:7], *told[:6:-1]]
    assert len(_pairs("\n\n".join(["(In thousands)", labels, "\n".join(told)]))) == 9
    assert _unread("\n\n".join(["(In thousands)", labels, "\n".join(turned)]))


def test_a_list_of_words_is_no_block_of_labels() -> None:
    text = "Our products are\n\nKites\nLines\nReels\n\nThey are sold in these towns and in others.\n\n1,200\n1,300\n1,400\n"
    assert _told(text) == ([], [])


def test_time_is_linear() -> None:
    def seconds(times: int) -> float:
        text = "\n\n".join([_columns()] * times)
        begin = time.process_time()
        markdown_read(Source(0, text, 1))
        return time.process_time() - begin

    # The best of three: on a busy machine one measurement is nothing to compare with.
    assert min(seconds(80) for _ in range(3)) < 40 * max(min(seconds(5) for _ in range(3)), 0.002)


def test_many_lines_of_words_and_figures_take_no_time() -> None:
    text = "\n".join(["Kites"] * 4_000 + ["1,200"] * 4_000)
    begin = time.perf_counter()
    markdown_read(Source(0, text, 1))
    assert time.perf_counter() - begin < 8


def test_totals_of_what_stands_on_the_page_before() -> None:
    pages = [_columns("\n".join(ROWS[:5]), NEW[:5], OLD[:5]), "F-3", _columns("\n".join(ROWS[5:]), NEW[5:], OLD[5:])]
    assert _pairs("\n\n".join(pages)) == PAIRS


def test_as_many_labels_as_amounts_hold_no_heading_and_no_sum_of_others() -> None:
    instead = {"Other assets": "OTHER ASSETS", "Total current assets": "Current holdings", "Land and buildings, net": "Land"}
    labels = [instead.get(label, label) for label in ROWS]
    assert [label for label, *_ in _pairs(_columns("\n".join(labels)))] == labels


def test_a_sum_beside_a_total_that_has_none_is_its_own() -> None:
    labels = [*ROWS[:3], "Land", "Total current assets", *ROWS[6:]]
    assert _unread(_columns("\n".join(labels), [*NEW[:4], "17", *NEW[6:]], [*OLD[:4], "19", *OLD[6:]]))


@pytest.mark.parametrize("leaders", [" . . . . . .", "........"])
def test_leaders_that_lead_to_no_amount_hide_no_labels(leaders: str) -> None:
    """PDF readers leave the dots with the labels: the amounts of the block went unread, and nothing said so."""
    led = "\n".join(label + leaders if label in ROWS else label for label in LABELS.split("\n"))
    assert [row[1:] for row in _pairs(_columns(led))] == [pair[1:] for pair in PAIRS]
    broken = [*NEW[:3], "6,000", *NEW[4:6], "9,000", *NEW[7:9], "3,000", *NEW[10:]]
    assert _told(_columns(led, broken, broken))[1] == ["read.labels-apart"]


def _by_groups(ends: list[int], amounts: Callable[[int, int], str], between: str = "") -> str:
    """The table group by group: labels, then their amounts; the groups end behind these rows."""
    labels = LABELS.split("\n")
    parts, first, line = ["KITE WORKS\n(In thousands)\n" + "\n".join(HEADS)], 0, 0
    for end in ends:
        last = labels.index(ROWS[end - 1], line) + 1
        parts += ["\n".join(labels[line:last]), amounts(first, end)]
        first, line = end, last
    return f"\n\n{between}".join(parts)


@pytest.mark.parametrize("ends", [[3, 6, 7, 14], [3, 7, 9, 10, 12, 13, 14], [4, 7, 9, 14]])
def test_groups_whose_sums_stand_in_the_next(ends: list[int]) -> None:
    """Text taken from a release's PDF without its layout: no group of a balance sheet holds its own total, some are but one row."""
    assert _pairs(_by_groups(ends, lambda at, end: "\n".join(NEW[at:end]) + "\n\n" + "\n".join(OLD[at:end]))) == PAIRS
    assert _pairs(_by_groups(ends, lambda at, end: "\n".join(f"{NEW[n]}   {OLD[n]}" for n in range(at, end)))) == PAIRS


def test_groups_end_where_amounts_do_not_come_out_even() -> None:
    """A page that lost one amount in a group: what stands above it is told by its own sums or not at all."""
    text = _by_groups([7, 9, 14], lambda at, end: "\n".join(NEW[at:end]) + "\n\n" + "\n".join(OLD[at : end - (end == 9)]))
    told = [tuple(row) for row in _told(text)[0] if len(row) > 1 and row != list(HEADS)]
    assert told[:7] == PAIRS[:7]
    assert ("Accounts payable", "$2,015", "$1,877") not in told
    assert all(row in PAIRS for row in told)


def test_groups_that_no_sum_proves_stay_unread() -> None:
    off = [*NEW]
    for at in (3, 6, 9, 12, 13):
        off[at] = "9,999"
    text = _by_groups([3, 6, 9, 14], lambda at, end: "\n".join(off[at:end]) + "\n\n" + "\n".join(OLD[at:end]))
    assert _told(text)[0] == []


def test_a_page_between_ends_the_groups() -> None:
    text = _by_groups([3, 6, 7, 14], lambda at, end: "\n".join(NEW[at:end]) + "\n\n" + "\n".join(OLD[at:end]), "# The year in short\n\n")
    assert _told(text)[0] == []
