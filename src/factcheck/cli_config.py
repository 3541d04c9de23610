"""The configuration on the command line: what it says is the default of an option, and `factcheck config` shows it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer
from typer.core import TyperCommand, TyperOption

from factcheck import configuration, options, terminal
from factcheck.reports.visible import escaped_json, visible

if TYPE_CHECKING:
    from factcheck.settings import Chosen, Setting, Value

HELP = f"""Show what is configured: each setting, its value, and where that comes from.

\b
  factcheck config                what holds in the current folder
  factcheck config --isolated     the defaults
  factcheck config --config FILE  what a file says

What the command line does not say is taken from FACTCHECK_CLAIMS, else from the nearest configuration file, else it is
the default. That file is .factcheck.toml, factcheck.toml or a pyproject.toml with a table [tool.factcheck], in the
current folder or above it. Its keys are names of options, {", ".join(options.CONFIGURABLE[:-1])} and
{options.CONFIGURABLE[-1]}:

\b
  claims = ["claims/"]  # a path is relative to the folder of the file
  fail-on = "refuted"
"""
PATHS = ("PATH", "FILE", "FOLDER")  # what --help calls the value of an option that is a path
MAY_BE_EMPTY = ("inputs", "baseline")  # an empty text is told where it is read; "" overrules a configured baseline
KINDS: tuple[Literal["boolean", "int", "float"], ...] = ("boolean", "int", "float")  # typer's names of types

ShownAs = Annotated[Literal["text", "json"], typer.Option("--format", help="How to show it.")]


class Configured(TyperCommand):
    """A command whose options take their defaults from the configuration; --config and --isolated say from which."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        file = "Take defaults of options from this file; see factcheck config."
        isolated = "Ignore configuration files and FACTCHECK_CLAIMS."
        self.params += [
            TyperOption(param_decls=["--config"], metavar="FILE", help=file, expose_value=False),
            TyperOption(param_decls=["--isolated"], is_flag=True, help=isolated, expose_value=False),
        ]

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """Return how it is called, without the braces that typer puts around what is required."""
        return [piece.strip("{}") for piece in super().collect_usage_pieces(ctx)]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the configuration first: it gives the default of what the arguments leave open."""
        given, _, _ = self.make_parser(ctx).parse_args(list(args))
        if not (ctx.resilient_parsing or given.keys() & {"help", "version"}):
            _refuse_empty(ctx, self.params, given)
            ctx.obj = _configured(ctx, given)
            ctx.default_map = _defaults(self.params, ctx)
        return super().parse_args(ctx, args)


def show(context: typer.Context, format_: ShownAs = "text") -> int:
    """Show each setting, its value, and where that comes from."""
    from factcheck.settings import Chosen

    file, configured = context.obj
    defaults = {key: Chosen(option.default) for key, option in configurable(context).items()}
    chosen = {**defaults, **configured}
    if format_ == "json":
        terminal.write(_json(file, chosen))
    else:
        for line in _lines(file, chosen):
            terminal.write_line(line)
    return 0


def _refuse_empty(ctx: Any, parameters: Iterable[Any], given: Mapping[str, Any]) -> None:
    """Refuse a path that is empty, as where a variable of the shell is not set."""
    for parameter in parameters:
        if "" not in _several(given.get(parameter.name)) or parameter.name in MAY_BE_EMPTY:
            continue
        if setting(parameter).path:
            name = parameter.opts[0] if parameter.param_type_name == "option" else "a path"
            raise typer.BadParameter(f"{name} is empty; name a file, or leave it out", ctx)


def _several(value: object) -> Iterable[object]:
    """Return the values that are given for a parameter, which may take one or several."""
    return value if isinstance(value, list | tuple) else (value,)


def _configured(ctx: Any, given: Mapping[str, Any]) -> tuple[str, dict[str, Chosen]]:
    """Return the configuration file, "" where there is none, and what it and the environment give."""
    file = given.get("config") or ""
    if given.get("isolated"):
        if file:
            raise typer.BadParameter("--isolated leaves no configuration file to read; leave out --config")
        return "", {}
    file = file or configuration.find()
    if not file and os.environ.keys().isdisjoint(configuration.VARIABLES):
        return "", {}  # as in most runs, which import no more than this
    from factcheck import settings, settings_file

    known = [setting(option) for option in configurable(ctx).values()]
    layers = (
        settings_file.read(file, known, options.ALTERNATIVES) if file else {},
        settings.from_environment(os.environ),
    )
    chosen = settings.merged(layers, options.ALTERNATIVES)
    return file, {key: each for key, each in chosen.items() if not any(map(given.get, options.GIVES_WAY.get(key, ())))}


def _defaults(parameters: Iterable[Any], ctx: Any) -> dict[str, Value]:
    """Return what is configured for parameters; one that only has the name of a setting is none.

    Raises ConfigurationError for a database or text to check against that is not there.
    """
    _, chosen = ctx.obj
    if not chosen:
        return {}
    from factcheck import settings

    known = {key: setting(option) for key, option in configurable(ctx).items()}
    own = {parameter.name: setting(parameter) for parameter in parameters}
    taken = {name: chosen[each.key] for name, each in own.items() if each.key in chosen and each == known[each.key]}
    settings.require({own[name].key: each for name, each in taken.items()}, options.ALTERNATIVES)
    return {name: each.value for name, each in taken.items()}


def configurable(ctx: Any) -> dict[str, Any]:
    """Return by their keys the options of the command that checks that can be configured."""
    checking = ctx.find_root().command.commands["check"]
    found = {key_of(parameter): parameter for parameter in checking.params}
    return {key: found[key] for key in options.CONFIGURABLE}


def is_typed(ctx: typer.Context, name: str) -> bool:
    """Tell whether a parameter stands on the command line rather than in a configuration."""
    source = ctx.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"


def key_of(parameter: Any) -> str:
    """Return the name of an option without its hyphens, or that of an argument."""
    return str(parameter.opts[0]).removeprefix("--")


def setting(parameter: Any) -> Setting:
    """Return what a parameter takes, as a configuration file has to give it."""
    from factcheck.settings import Setting

    return Setting(
        key=key_of(parameter),
        kind=next((kind for kind in KINDS if parameter.type.name.startswith(kind)), "text"),
        many=parameter.nargs == -1 or getattr(parameter, "multiple", False),
        choices=tuple(getattr(parameter.type, "choices", ())),
        path=any(word in (parameter.metavar or "") for word in PATHS),
    )


def _json(file: str, chosen: Mapping[str, Chosen]) -> str:
    """Return the configuration as one JSON document."""
    import json

    settings = {
        key: {"value": None if each.value == "" else each.value, "source": each.source, "place": each.place}
        for key, each in chosen.items()
    }
    return escaped_json(json.dumps({"file": file or None, "settings": settings}, ensure_ascii=False, indent=2)) + "\n"


def _lines(file: str, chosen: Mapping[str, Chosen]) -> Iterator[str]:
    """Yield the configuration as aligned text."""
    yield f"configuration file: {file or 'none'}"
    rows = [(key, visible(_text(each.value)), each.place or each.source) for key, each in chosen.items()]
    keys, values = (max(len(row[column]) for row in rows) for column in (0, 1))
    for key, value, place in rows:
        yield f"{key:{keys}}  {value:{values}}  {place}"


def _text(value: Value) -> str:
    """Return a value in one line, a hyphen where there is none."""
    if isinstance(value, bool):
        return str(value).lower()  # as in the file
    text = ", ".join(value) if isinstance(value, tuple) else str(value)
    return "-" if value in (None, "", ()) else text
