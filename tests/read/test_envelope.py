"""Submissions whole, torn and doubled."""

from __future__ import annotations

import pytest

from converter.model import Text
from converter.read.envelope import Envelope, open_envelope

HEADER = """\
<SEC-DOCUMENT>0000000000-99-000001.txt : 19990402
<SEC-HEADER>0000000000-99-000001.hdr.sgml : 19990402
ACCESSION NUMBER:\t\t0000000000-99-000001
CONFORMED SUBMISSION TYPE:\t10-K405
CONFORMED PERIOD OF REPORT:\t19981231
FILED AS OF DATE:\t\t19990401

FILER:

\tCOMPANY DATA:\t
\t\tCOMPANY CONFORMED NAME:\t\t\tEXAMPLE HOLDINGS INC
\t\tCENTRAL INDEX KEY:\t\t\t0000001234
\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\t [3571
]\t\tIRS NUMBER:\t\t\t\t123456789
\t\tSTATE OF INCORPORATION:\t\t\tDE
\t\tFISCAL YEAR END:\t\t\t1231

\tFILING VALUES:
\t\tFORM TYPE:\t\t10-K405
\t\tSEC FILE NUMBER:\t001-00001

\tBUSINESS ADDRESS:\t
\t\tSTREET 1:\t\t1 MAIN STREET
\t\tCITY:\t\t\tSPRINGFIELD
\t\tSTATE:\t\t\tIL
\t\tZIP:\t\t\t62701
\t\tBUSINESS PHONE:\t\t5551234567

\tMAIL ADDRESS:\t
\t\tSTREET 1:\t\tPO BOX 9
\t\tSTREET 2:\t\tSUITE 2

\tFORMER COMPANY:\t
\t\tFORMER CONFORMED NAME:\tOLD EXAMPLE CORP
\t\tCOMPANY CONFORMED NAME:\tNOT THIS ONE
\t\tDATE OF NAME CHANGE:\t19900101
</SEC-HEADER>
"""
DOCUMENT = "<DOCUMENT>\n<TYPE>10-K405\n<SEQUENCE>1\n<FILENAME>a.txt\n<DESCRIPTION>ANNUAL REPORT\n<TEXT>\nThe text.\n</TEXT>\n</DOCUMENT>\n"


def value(text: Text | None) -> str:
    return text.value if text else ""


def bodies(envelope: Envelope) -> list[str]:
    return [part.source.text.strip() for part in envelope.parts]


def test_header_and_document() -> None:
    envelope = open_envelope(HEADER + DOCUMENT + "</SEC-DOCUMENT>\n")
    header = envelope.header
    assert [value(header.accession), value(header.form), value(header.period), value(header.filed)] == [
        "0000000000-99-000001",
        "10-K405",
        "19981231",
        "19990401",
    ]
    (filer,) = header.filers
    assert value(filer.name) == "EXAMPLE HOLDINGS INC"
    assert [value(filer.cik), value(filer.sic), value(filer.irs_number)] == ["0000001234", "[3571", "123456789"]
    assert [value(filer.street1), value(filer.street2), value(filer.phone)] == ["1 MAIN STREET", "", "5551234567"]
    assert [value(filer.state), value(filer.state_of_incorporation), value(filer.file_number)] == ["IL", "DE", "001-00001"]
    (part,) = envelope.parts
    assert (part.type, part.filename, part.description, part.skipped) == ("10-K405", "a.txt", "ANNUAL REPORT", "")
    assert part.source.text == "The text.\n"


def test_every_header_value_has_its_place() -> None:
    text = "\n" + HEADER + DOCUMENT
    lines = text.split("\n")
    filer = open_envelope(text).header.filers[0]
    for item in (filer.name, filer.cik, filer.irs_number, filer.city):
        assert item is not None
        place = item.place
        assert place.kind == "header"
        assert lines[(place.line or 0) - 1][place.start : place.end] == item.value == place.text


def test_first_line_of_a_document_is_its_line_in_the_file() -> None:
    text = HEADER + DOCUMENT
    source = open_envelope(text).parts[0].source
    assert text.split("\n")[source.first_line - 1] == "The text."


def test_text_behind_the_tag_keeps_its_column() -> None:
    text = "<DOCUMENT>\n<TYPE>8-K\n<TEXT>Right here\nnext\n</TEXT>\n</DOCUMENT>\n"
    source = open_envelope(text).parts[0].source
    assert source.first_line == 3
    assert source.text.split("\n")[0] == "      Right here"


def test_daily_feed_header() -> None:
    text = (
        "<SUBMISSION>\n<ACCESSION-NUMBER>0000000000-03-000002\n<TYPE>8-K\n<PERIOD>20030321\n<FILING-DATE>20030402\n<FILER>\n"
        "<COMPANY-DATA>\n<CONFORMED-NAME>EXAMPLE INC\n<CIK>0000009999\n<ASSIGNED-SIC>3570\n<IRS-NUMBER>987654321\n</COMPANY-DATA>\n"
        "<FILING-VALUES>\n<FORM-TYPE>8-K\n<FILE-NUMBER>000-12345\n</FILING-VALUES>\n"
        "<BUSINESS-ADDRESS>\n<STREET1>2 ROAD\n<CITY>TOWN\n<ZIP>90001\n</BUSINESS-ADDRESS>\n"
        "<FORMER-COMPANY>\n<FORMER-CONFORMED-NAME>OLD\n</FORMER-COMPANY>\n</FILER>\n" + DOCUMENT
    )
    header = open_envelope(text).header
    (filer,) = header.filers
    assert (value(header.form), value(header.period)) == ("8-K", "20030321")
    assert [value(filer.name), value(filer.cik), value(filer.sic), value(filer.zip_code)] == ["EXAMPLE INC", "0000009999", "3570", "90001"]


def test_several_registrants_and_those_who_are_none() -> None:
    def block(kind: str, name: str, cik: int) -> str:
        return f"{kind}:\n\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\t{name}\n\t\tCENTRAL INDEX KEY:\t{cik:010}\n\n"

    text = (
        "<SEC-HEADER>\n"
        + block("FILER", "HOLDING", 1)
        + block("SUBJECT COMPANY", "SUBSIDIARY", 2)
        + block("FILED BY", "A BIDDER", 3)
        + block("REPORTING-OWNER", "A PERSON", 4)
        + block("FILER", "HOLDING AGAIN", 1)
        + "</SEC-HEADER>\n"
        + DOCUMENT
    )
    assert [value(filer.name) for filer in open_envelope(text).header.filers] == ["HOLDING", "SUBSIDIARY"]


def test_company_without_a_filer_line_and_mail_address_alone() -> None:
    text = "<SEC-HEADER>\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\tX\n\tMAIL ADDRESS:\n\t\tCITY:\tTOWN\n</SEC-HEADER>\n" + DOCUMENT
    (filer,) = open_envelope(text).header.filers
    assert (value(filer.name), value(filer.city)) == ("X", "TOWN")


def test_pem_block_and_no_header() -> None:
    pem = "-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nProc-Type: 2001,MIC-CLEAR\nOriginator-Name: x@y\n\n"
    envelope = open_envelope(pem + HEADER + DOCUMENT + "-----END PRIVACY-ENHANCED MESSAGE-----\n")
    assert value(envelope.header.filers[0].name) == "EXAMPLE HOLDINGS INC"
    assert bodies(envelope) == ["The text."]
    assert open_envelope(DOCUMENT).header.filers == ()


def test_no_envelope_at_all() -> None:
    envelope = open_envelope("Just text.\n", "a.txt")
    assert (envelope.enclosed, bodies(envelope), envelope.parts[0].filename) == (False, ["Just text."], "a.txt")


def test_header_without_document_tags() -> None:
    envelope = open_envelope(HEADER + "The text.\n")
    assert value(envelope.header.filers[0].name) == "EXAMPLE HOLDINGS INC"
    assert bodies(envelope) == ["The text."]
    assert envelope.parts[0].source.first_line == HEADER.count("\n") + 1


def test_missing_close_tags_and_missing_text_tag() -> None:
    text = "<DOCUMENT>\n<TYPE>10-Q\n<TEXT>\nfirst\n<DOCUMENT>\n<TYPE>EX-99\n<DESCRIPTION>RELEASE\nsecond\n"
    envelope = open_envelope(text)
    assert bodies(envelope) == ["first", "second"]
    assert [part.type for part in envelope.parts] == ["10-Q", "EX-99"]


def test_the_same_submission_twice() -> None:
    once = HEADER + DOCUMENT + "</SEC-DOCUMENT>\n"
    envelope = open_envelope(once + once)
    assert bodies(envelope) == ["The text."]
    assert [finding.code for finding in envelope.findings] == ["read.several-submissions"]


def test_the_same_document_twice() -> None:
    envelope = open_envelope(DOCUMENT + DOCUMENT)
    assert [part.skipped for part in envelope.parts] == ["", "it repeats document 0"]
    assert [finding.code for finding in envelope.findings] == ["read.document-skipped"]


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("GRAPHIC", "begin 644 a.gif\nM1TE&.#EA\n`\nend\n"),
        ("EX-99", "<PDF>\nbegin 644 a.pdf\nM)5!$1BTQ\n`\nend\n</PDF>\n"),
        ("EX-99", "%PDF-1.4 ..."),
        ("ZIP", "anything"),
        ("EX-101.INS", "<XBRL>\n<?xml version='1.0'?>\n<xbrl/>\n</XBRL>"),
        ("EX-99", "<XML>\n<?xml version='1.0'?><!-- c --><ownership/>\n</XML>"),
        ("EX-1", "\n \n"),
    ],
)
def test_skipped_documents_keep_their_number(kind: str, body: str) -> None:
    envelope = open_envelope(f"<DOCUMENT>\n<TYPE>{kind}\n<TEXT>\n{body}</TEXT>\n</DOCUMENT>\n" + DOCUMENT)
    assert [bool(part.skipped) for part in envelope.parts] == [True, False]
    assert envelope.parts[1].source.index == 1
    assert [finding.severity for finding in envelope.findings] == ["info"]


def test_inline_xbrl_in_its_wrapper_is_a_page() -> None:
    body = "<XBRL>\n<?xml version='1.0'?>\n<html><body>x</body></html>\n</XBRL>"
    assert not open_envelope(f"<DOCUMENT>\n<TYPE>10-K\n<TEXT>\n{body}</TEXT>\n</DOCUMENT>\n").parts[0].skipped


def test_a_picture_inside_text_leaves_empty_lines() -> None:
    text = "before\nbegin 644 a.gif\nM1TE&\n`\nend\nafter\nbegin 2000 anew\nbegin 600 b\ntorn"
    source = open_envelope(f"<DOCUMENT>\n<TEXT>\n{text}").parts[0].source
    assert source.text.split("\n") == ["before", "", "", "", "", "after", "begin 2000 anew", "", ""]
