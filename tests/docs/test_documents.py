"""README, CONTRIBUTING and docs/ say what is true: commands, targets, links and generated pages."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from pourparler.cli.app import app
from pourparler.cli.reference import reference

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def commands(program: str, *, languages: tuple[str, ...] = ("sh",)) -> Iterator[str]:
    """Every command of one program in the code blocks of all pages."""
    for page in PAGES:
        for language, block in BLOCK.findall(page.read_text("utf-8")):
            if language in languages:
                yield from (line for line in block.splitlines() if line.split()[:1] == [program])


def links() -> Iterator[tuple[Path, str]]:
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text("utf-8")):
            if "://" not in target:
                yield page, target


@pytest.mark.parametrize("command", sorted(set(commands("pourparler"))))
def test_a_command_in_the_documents_can_be_typed(command: str) -> None:
    _, name, *arguments = shlex.split(command.split(" > ")[0], comments=True)
    found = typer.main.get_command(app).commands[name]  # type: ignore[attr-defined]
    found.make_context(name, arguments)


def test_the_documents_show_commands() -> None:
    assert list(commands("pourparler"))


def test_the_python_in_the_readme_runs() -> None:
    blocks = [block for language, block in BLOCK.findall(PAGES[0].read_text("utf-8")) if language == "python"]
    assert blocks
    for block in blocks:
        exec(compile(block, "README.md", "exec"), {})


@pytest.mark.parametrize("command", sorted(set(commands("make"))))
def test_a_target_in_the_documents_is_in_the_makefile(command: str) -> None:
    target = shlex.split(command, comments=True)[1]
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize(("page", "target"), [pytest.param(*link, id=f"{link[0].name}-{link[1]}") for link in links()])
def test_a_link_leads_somewhere(page: Path, target: str) -> None:
    assert (page.parent / target).exists()


def test_the_page_of_the_commands_is_what_the_commands_declare() -> None:
    told = "run: python -m pourparler.cli.reference > docs/cli.md"
    assert (ROOT / "docs" / "cli.md").read_text("utf-8") == reference(), told


def test_every_option_the_readme_tables_name_exists() -> None:
    declared = set(re.findall(r"--[a-z-]+", reference()))
    named = set(re.findall(r"^\| `(--[a-z-]+)", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE))
    assert named <= declared
