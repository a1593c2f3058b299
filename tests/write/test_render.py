import hashlib
from pathlib import Path

import pytest
import samples
from jinja2 import FileSystemLoader, ModuleLoader, UndefinedError

from converter.resources import templates
from converter.write import write_reports
from converter.write.render import COMPILED, SOURCES, compiling_environment, environment, render, runtime_templates

pytestmark = pytest.mark.usefixtures("standin")


def test_compiled_templates_are_up_to_date() -> None:
    listed = dict(line.split("  ", 1)[::-1] for line in (COMPILED / SOURCES).read_text("utf-8").splitlines())
    now = {name: hashlib.sha256((templates() / name).read_bytes()).hexdigest() for name in runtime_templates()}
    assert listed == now, "run python scripts/build_templates.py"
    loader = ModuleLoader(COMPILED)
    assert all(loader.load(environment(), name) for name in now)


def test_compiled_or_not_the_files_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = write_reports([samples.small()], tmp_path / "compiled")
    assert isinstance(compiling_environment().loader, FileSystemLoader)
    monkeypatch.setattr("converter.write.render.environment", compiling_environment)
    second = write_reports([samples.small()], tmp_path / "not")
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_a_layout_that_lacks_something_is_a_mistake() -> None:
    with pytest.raises(UndefinedError):
        list(render("extension_cal.xml.j2", {}))
