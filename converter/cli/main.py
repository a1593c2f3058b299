"""The command and its sub-commands; each sub-command is imported only when it is called."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper

import click

from converter.exit_codes import ExitCode, all_codes
from converter.version import __version__

_COMMANDS = {
    "convert": ("converter.cli.convert", "Convert filings to XBRL."),
    "validate": ("converter.cli.validate", "Check reports: structure, calculations, accounting."),
    "inspect": ("converter.cli.inspect", "Show what was understood of a filing."),
    "explain": ("converter.cli.explain", "Tell where a fact comes from and why it is what it is."),
    "facts": ("converter.cli.facts", "Print the facts of reports as a table."),
    "corrections": ("converter.cli.corrections", "Write a table of the doubtful rows, for a person's corrections."),
    "list": ("converter.cli.listing", "List formats, concepts or rules."),
}


class _Lazy(click.Group):
    """A group that knows its commands' names and help lines without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        entry = _COMMANDS.get(cmd_name)
        if entry is None:
            return None
        command = import_module(entry[0]).command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in _COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            for near in get_close_matches(args[0], _COMMANDS, 1):
                ctx.fail(f"no command {args[0]!r}; did you mean {near}?")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in _COMMANDS.items()])


_ABOUT = f"""Legacy company filings in, XBRL out; and the checks of such reports.

Exit codes: {all_codes()}."""


@click.group(cls=_Lazy, help=_ABOUT, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="filing2xbrl")
@click.option("--debug", is_flag=True, help="Show the traceback of an internal error.")
@click.pass_context
def main(ctx: click.Context, debug: bool) -> None:
    """Legacy company filings in, XBRL out; and the checks of such reports."""
    ctx.obj = debug


def run() -> None:
    """The console script. A character that a terminal cannot show is shown as its number."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    sys.exit(execute(sys.argv[1:]))


def execute(args: Sequence[str]) -> int:
    """Run the command and give its exit code. No traceback without ``--debug``, which may stand anywhere before ``--``."""
    given = list(args)
    options = given[: given.index("--")] if "--" in given else given
    debug = "--debug" in options
    ordered = ["--debug", *(word for word in options if word != "--debug"), *given[len(options) :]] if debug else given
    try:
        with main.make_context("filing2xbrl", ordered) as ctx:
            main.invoke(ctx)
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("filing2xbrl: interrupted", err=True)
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        _forget_output()
    except Exception as error:
        if debug:
            raise
        click.echo(f"filing2xbrl: an internal error: {type(error).__name__}: {error}. Run again with --debug and report it.", err=True)
        return ExitCode.BUG
    return 0


def _forget_output() -> None:
    """Whoever read our output has gone (``| head``): what is still buffered goes nowhere, without a complaint at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
