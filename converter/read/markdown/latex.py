"""What a LaTeX command within a cell stands for."""

from __future__ import annotations

from converter.patterns import regex

_BLANKS = frozenset({"\\;", "\\:", "\\ ", "\\quad", "\\qquad", "\\hfill", "\\enspace", "\\space", "\\newline", "\\hspace", "\\indent"})
_SYMBOLS = {
    "\\dagger": "†",
    "\\ddagger": "‡",
    "\\S": "§",
    "\\textdollar": "$",
    "\\pounds": "£",
    "\\textsterling": "£",
    "\\euro": "€",
    "\\yen": "¥",
    "\\textemdash": "—",
    "\\textendash": "–",
    "\\ldots": "...",
    "\\dots": "...",
    "\\cdots": "...",
    "\\dotfill": "...",
    "\\cdot": "·",
    "\\times": "×",
    "\\percent": "%",
    "\\textbackslash": "\\",
    "\\ast": "*",
}
# Commands whose argument is no text of the page.
_WITH_ARGUMENT = frozenset(
    {
        "\\hspace",
        "\\vspace",
        "\\phantom",
        "\\hphantom",
        "\\vphantom",
        "\\label",
        "\\color",
        "\\textcolor",
        "\\cellcolor",
        "\\rowcolor",
        "\\rule",
        "\\fontsize",
        "\\setlength",
        "\\addlinespace",
        "\\includegraphics",
    }
)
_ARGUMENT = regex(r"(?:\s{0,3}(?:\[[^\[\]{}]{0,60}\]|\{[^{}]{0,120}\})){1,2}")
_ONE_ARGUMENT = regex(r"\*?(?:\[[^\[\]{}]{0,60}\])?\s{0,3}\{[^{}]{0,120}\}")
_FRACTION = regex(r"\s{0,2}\{\s{0,2}(\d{1,2})\s{0,2}\}\s{0,2}\{\s{0,2}(\d{1,2})\s{0,2}\}")
_MULTIROW = regex(r"(?:\[[^\[\]{}]{0,20}\])?\s{0,2}\{[^{}]{0,20}\}\s{0,2}\{[^{}]{0,20}\}")
_NOTE_MARK = regex(r"\[?\{?(\w{1,3})\}?\]?")


def command_text(raw: str, start: int, end: int) -> tuple[str, int]:
    """The text of the command at ``raw[start:end]`` and where to go on; braces of its text argument are dropped by the caller."""
    name = raw[start:end].rstrip("*")
    if name in ("\\,", "\\!"):
        return "", end
    if name in ("\\frac", "\\tfrac", "\\nicefrac", "\\sfrac", "\\dfrac"):
        match = _FRACTION.match(raw, end)
        return (f" {match[1]}/{match[2]}", match.end()) if match else ("", end)
    if name == "\\multirow":
        match = _MULTIROW.match(raw, end)
        return "", match.end() if match else end
    if name == "\\footnotemark":
        match = _NOTE_MARK.match(raw, end)
        return (f"({match[1]})", match.end()) if match else ("", end)
    if name in _WITH_ARGUMENT:
        match = (_ONE_ARGUMENT if name not in ("\\rule", "\\fontsize", "\\setlength") else _ARGUMENT).match(raw, end)
        return " " if name == "\\hspace" else "", match.end() if match else end
    if name in _BLANKS:
        return " ", end
    return _SYMBOLS.get(name, ""), end
