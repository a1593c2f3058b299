import json
from collections.abc import Callable
from pathlib import Path

import samples
from lxml import etree
from msgspec.structs import replace

from converter.model import PURE, Concept, Fact, Report
from converter.model.period import FOREVER
from converter.version import __version__
from converter.write.instance import instance_chunks
from converter.write.xbrl_json import fact_objects, to_json
from converter.write.xmltext import instruction, xml_text

HERE = Path(__file__).resolve().parent
XBRLI = "{http://www.xbrl.org/2003/instance}"


def written(report: Report) -> bytes:
    return b"".join(instance_chunks(report, fact_objects(report), report.stem))


def test_golden(golden: Callable[[Path, str], None]) -> None:
    golden(HERE / "golden" / "moon.xbrl", written(samples.small()).decode().replace(__version__, "VERSION"))


def test_contexts_and_units_are_used_and_unique() -> None:
    root = etree.fromstring(written(samples.small()))
    contexts = root.findall(f"{XBRLI}context")
    bodies = [etree.tostring(context).split(b">", 1)[1] for context in contexts]
    assert len(bodies) == len(set(bodies))
    assert {context.get("id") for context in contexts} == {fact.get("contextRef") for fact in root if fact.get("contextRef")}
    assert {unit.get("id") for unit in root.findall(f"{XBRLI}unit")} == {fact.get("unitRef") for fact in root if fact.get("unitRef")}


def test_processing_instructions_say_what_the_json_says() -> None:
    report = samples.small()
    root = etree.fromstring(written(report))
    document = json.loads(to_json(report))
    told: dict[str, list[dict[str, object]]] = {}
    for node in root.iter(etree.ProcessingInstruction):
        told.setdefault(node.target, []).append(json.loads(node.text))
    assert told["f2x-unmapped"] == document["f2x:unmapped"]
    assert told["f2x-ignored"] == document["f2x:ignored"]
    assert told["f2x-finding"] == document["f2x:findings"]
    assert told["f2x-input"] == [document["f2x:input"]]
    assert told["f2x-software"] == [document["f2x:software"]]
    for each in told["f2x-fact"]:
        fact = document["facts"][each.pop("id")]
        assert each == {key: value for key, value in fact.items() if key.startswith("f2x:")}


def test_ids_of_facts_never_meet_those_of_contexts_and_units() -> None:
    facts = [Fact(ident, "gaap:Assets", samples.END, "1", samples.USD, 0) for ident in ("AsOf_2001-06-30", "USD", "USD_2")]
    root = etree.fromstring(written(replace(samples.bare(), facts=tuple(facts))))
    ids = [node.get("id") for node in root if node.get("id")]
    assert len(ids) == len(set(ids)) == 5
    assert "USD_3" in ids


def test_a_number_without_a_unit_is_pure() -> None:
    fact = Fact("f", "x:Rate", FOREVER, "1", None, 0, language="en-US")
    report = replace(samples.bare(), facts=(fact,), concepts={"x:Rate": Concept("x:Rate", "pure", "duration")}, input=None)
    text = written(report)
    assert f"<xbrli:measure>{PURE.numerator}</xbrli:measure>".encode() in text
    assert b"<xbrli:forever/>" in text
    assert b'xml:lang="en-US"' in text
    assert b"f2x-fact" not in text


def test_text_that_xml_does_not_know() -> None:
    assert xml_text(" a\x0cb\x00c\ufffe \n d ") == "a b c d"
    assert instruction('{"a":"?>\ufffe"}'.encode()) == '{"a":"?\\u003e\\ufffe"}'


def test_many_facts_come_in_chunks() -> None:
    facts = tuple(Fact(f"f{i}", "gaap:Assets", samples.END, str(i), samples.USD, 0, (), "other") for i in range(500))
    report = replace(samples.bare(), facts=facts)
    assert len(list(instance_chunks(report, fact_objects(report), "moon"))) > 2
