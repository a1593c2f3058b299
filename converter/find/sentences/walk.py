"""A walk over the tokens of a sentence: figures get their measure, parts of the sentence their periods."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from converter.find.sentences.roles import WORD, compares, has_class, known_words, role_of, word_list
from converter.find.sentences.subjects import REPORTED, Subjects
from converter.find.sentences.tokens import FigureToken, MeasureToken, Token
from converter.grammar.phrases import Phrase
from converter.patterns import regex

_PARENTHESIS = regex(r"\([^()]{0,80}\)")
_CHANGE_IN = regex(
    r"\b(?:increase|decrease|decline|growth|rise|improvement|reduction|change|drop|fluctuation|credit|benefit|charge|portion|component|part"
    r"|amount|value|maturitie|repayment|effect|impact|half|third|most|majority|bulk|remainder|rest|excess|share|principal|proceed|average|maximum"
    r"|minimum)s?\s(?:in|of|to|on)\s(?:[\w']+\s){0,2}$"
    r"|\b(?:before|without|less|plus|besides)\s(?:[\w']+\s){1,2}$|\b(?:net|average\s\w+)\sof\s(?:[\w']+\s){0,2}$|^\w+\sand\s$",
    re.IGNORECASE,
)
_LEFT_WORD = regex(r"(?<![\w&'.%-])([\w&'.%-]++)\s*$")
_AFTER_MEASURE = regex(
    r"\s*(?:\([^)]{0,30}\)\s?)?(?:$|[,;.]|(?:was|were|is|are|totaled|totalled|amounted|aggregated|reached|equaled|increased|decreased|rose|grew"
    r"|fell|declined|improved|dropped|climbed|jumped|narrowed|widened|of|for|in|during|and|or|to|compared|versus|ended|at|as|on\san\saverage|had|has|also|nearly"
    r"|reported|decreasing|increasing)\b)",
    re.IGNORECASE,
)
_AFTER_FIGURE = regex(
    r"\s*(?:$|[,.;:)\"”—–-]|\(\$?[\d.]|(?:and|or|for|in|during|compared|compare|versus|vs|from|to|up|down|as|while|which|respectively|reported|recorded"
    r"|primarily|mainly|principally|due|because|an?\syear|one\syear|last|on\san|at|with|when|against|than|of|the|this|over|(?:in|de)creased|rose|grew|fell|declined|(?:was|were)\s(?:up|down))\b"
    r"|an?\s(?:\d|increase|decrease|decline|improvement)|on\s(?:(?:net|total|record)\s)?(?:sales|revenues?)\sof\b)",
    re.IGNORECASE,
)
_RESTRICTS = regex(r"\s*(?:for|in|during|from|of|to|at|with|as|on|the|over|by)\b", re.IGNORECASE)
_HARMLESS = regex(
    r"\s*(?:as\s(?:compared|opposed|a\sresult)|to\sdate|with\s(?:net|the\scomparable)|on\s(?:\w+\s)?(?:sales|revenues?)\sof)\b",
    re.IGNORECASE,
)
# "$8.4 million, or 6%, above 1997", "$8.7 million before a charge": what the figure itself is not.
_MORE_THAN = regex(
    r",?\s(?:or|representing|a)\s(?:about\s|approximately\s)?[\d.]+\s?(?:%|percent),?\s(?:above|below|higher|lower|more|less|greater|better|ahead|over|short)\b",
    re.IGNORECASE,
)
_BEFORE = regex(r"[\s,]{0,2}before\s(?!tax|income\stax)", re.IGNORECASE)
_OF_A_DEAL = regex(
    r"\s(?:under|from\sthe\ssale|related\sto|relating\sto|attributable\sto|associated\swith|in\sconnection)\b", re.IGNORECASE
)
_WHEN = regex(r"\bwhen\s(?:[\w']+\s){0,2}$", re.IGNORECASE)
# "was $39 million (2005: $33 million)": the year before, in brackets.
_BRACKETED = regex(r"\s?\((?:in\s|fiscal\s)?(?:19|20)\d\d\s?(?::|--?|–)\s?$", re.IGNORECASE)
# "Capital expenditures, principally for the mill, were": said of the measure as a whole.
_ASIDE = regex(
    r"^,\s(?:principally|primarily|mainly|largely|mostly|chiefly|consisting|as\sexpected)\b[^,;$\d()]{0,100},(?=\s)", re.IGNORECASE
)
_AVERAGE = regex(r"\son\san?\saverage\s(?:base\s)?of\s$", re.IGNORECASE)
_INCLUDED = regex(r"(?:also\s)?included\sin\b", re.IGNORECASE)
_NOUN = regex(
    r"\s(?:of|in)\s(?P<noun>(?:[a-z][\w&/-]*\s){0,3}(?:costs?|expenses?|income|gains?|loss(?:es)?|charges?|revenues?|fees)\b[^,;.]{0,80})",
    re.IGNORECASE,
)
_OF_NOUN = regex(r"\s(?:of|in)\s(?:the\s|its\s|our\s)?$", re.IGNORECASE)
_PER_SHARE_OF = frozenset({"net income", "net loss", "net income available to common", "net loss available to common"})
_NEVER_PER_SHARE = frozenset({"operating income", "operating loss"})
"""What has a share's part only where it is what remains after taxes without this and that: no operating income of a statement."""
_JOINS = frozenset({"", "(", "or", "and", ", or", "or about", "or approximately", "equal to", "or equal to", "or a loss of"})
_LISTS = _JOINS | {"and a", "and an"}
"""What stands between two measures of one subject ("which had revenues of $2 million and a net loss of $1 million")."""
_PAID_BY_OTHERS_TOO = frozenset({"research and development expenditures", "r&d expenditures"})
"""Their total holds what customers pay for, which is no expense."""
_MOST_MEASURES = 3
_LONGEST_BETWEEN = 40


class Stated(Struct):
    """A figure that a measure was found for; ``index`` is its number in a list of figures."""

    figure: FigureToken
    measure: MeasureToken
    index: int
    inexact: bool


class Segment(Struct):
    """A part of a sentence with a period of its own, if any: "... compared to $1.2 million in the prior year"."""

    compared: bool
    phrases: list[Phrase] = field(default_factory=list)
    stated: list[Stated] = field(default_factory=list)
    closed: bool = False
    """Behind its figures stands another one that was not understood: a period behind that is not its own."""


def walk(text: str, found: Sequence[Token], names: frozenset[str]) -> list[Segment]:
    """The parts of a sentence. ``names`` are the words of the registrant's name in lower case, empty where it is not known."""
    one = _Walk(text, found, names)
    one.run()
    return one.segments


class _Walk:
    """One pass over the tokens of a sentence, from left to right."""

    def __init__(self, text: str, found: Sequence[Token], names: frozenset[str]) -> None:
        self.text = text
        self.tokens = found
        self.subjects = Subjects(text, [token for token in found if isinstance(token, Phrase)], names)
        self.segments = [Segment(False)]
        self.measure: MeasureToken | None = None
        self.foreign: set[str] = set()
        """Measures that were narrowed to a part of the company: what they are compared with is that part's too."""
        self.narrowed = False
        """The measure read last is one of those."""
        self.list_index = 0
        self.beside: list[MeasureToken] = []
        """Measures that stand before this one with nothing but "and" between: figures behind may be theirs, respectively."""
        self.dealt: set[int] = set()
        """Positions of figures that were read with the one before."""
        self.lead = ""
        self.aside = False
        """The part compared with has no measure of its own ("sales of $9 million, up from $8 million"): a further measure is none of it."""
        self.open = False
        """A figure was read just now, and a further one may join it ("or $0.11 per share", "and $1.1 million")."""

    def run(self) -> None:
        end = 0
        for position, token in enumerate(self.tokens):
            self.lead += self.text[end : token.start]
            if isinstance(token, Phrase):
                self._phrase(token, self.text[end : token.start])
            elif isinstance(token, MeasureToken):
                self._measure(token, self.text[end : token.start])
            else:
                self._figure(token, position)
            end = token.after if isinstance(token, FigureToken) else token.end

    def _phrase(self, phrase: Phrase, gap: str) -> None:
        first = self.text[phrase.start : phrase.end].split(" ", 1)[0]
        told = self.measure is not None or any(segment.stated for segment in self.segments)
        if told and compares(f"{gap} {first}"):
            self.segments.append(Segment(True))
            self.aside = True
        if not self.segments[-1].closed:
            self.segments[-1].phrases.append(phrase)
        self.lead += " "

    def _measure(self, measure: MeasureToken, gap: str) -> None:
        current = self.segments[-1]
        if compares(gap) and not (current.stated or self.measure):
            current.compared = True
            self.aside = False
        elif compares(gap):
            self.segments.append(Segment(True))
            self.aside = False
        elif current.stated and not _OF_NOUN.match(gap):
            self.segments.append(Segment(current.compared and not self.aside))
        elif not current.stated:
            self.aside = False
        beside = self.narrowed and gap.strip(" ,").lower() in _LISTS
        self.narrowed = beside or not self._is_registrants(measure, gap)
        if self.narrowed:
            self.foreign.add(_whatever_sign(measure.measure))
        joins = self.measure is not None and gap.strip(" ,") in ("and", "") and not self.open
        self.beside = [*self.beside, self.measure] if joins and self.measure is not None else []
        self.measure = None if _whatever_sign(measure.measure) in self.foreign else measure
        self.lead = ""
        self.open = False

    def _is_registrants(self, measure: MeasureToken, gap: str) -> bool:
        """Nothing before or behind the words narrows them to a part of the company or to another one."""
        timeless = not self.segments[-1].phrases and any(segment.stated for segment in self.segments)
        if _CHANGE_IN.search(gap) or (timeless and _WHEN.search(gap)):
            return False
        left = _LEFT_WORD.search(_PARENTHESIS.sub("", gap) if gap.endswith(") ") else gap)
        word = left[1].lower() if left else ""
        if measure.verb:
            return self.subjects.is_named(gap) and (self.subjects.is_name(word.rstrip(".")) or self.subjects.says_company(gap))
        if word == "total" and self.text[measure.start : measure.end].lower() in _PAID_BY_OTHERS_TOO:
            return False
        on = self.open and gap.strip(" ,") == "on"  # "earnings of $2 million, or $.40 per share, on sales of $50 million"
        if word and not on and word not in word_list("before") and not self.subjects.is_name(word) and not word.endswith("%"):
            return False
        return bool(_AFTER_MEASURE.match(self.text, measure.end)) and self.subjects.is_own(gap, measure.start)

    def _figure(self, figure: FigureToken, position: int) -> None:
        lead, self.lead = _ASIDE.sub("", self.lead), ""
        if position in self.dealt or self._respectively(position, lead):
            return
        joined = self.open and lead.strip(" ,").lower() in _JOINS
        told = joined or (self.measure is not None and self.measure.verb and not lead.strip())
        role, inexact = ("level", False) if told else role_of(lead)
        if self._in_brackets(figure, position, lead):
            self.segments.append(Segment(True))
            role, joined = "compare", False
        elif joined and self._has_own_period():
            self.segments.append(Segment(self.segments[-1].compared))
            joined = False
        if _AVERAGE.search(lead) and figure.kind == "shares":
            self._average(figure)
            return
        if self._named_behind(figure, position, lead, joined):
            return
        self.open = False
        if self.measure is None or not role or self._is_sum() or not self._stands_free(figure, position):
            self.measure = self.measure if role == "change" else None
            self.segments[-1].closed = role != "change" and bool(self.segments[-1].stated)
            return
        if role != "change":
            self._split(lead, role)
            self._take(figure, joined, inexact)

    def _in_brackets(self, figure: FigureToken, position: int, lead: str) -> bool:
        """ "$148.1 million ($139.7 million in 1997)", "$39,106 (2005: $33,280)": what the figure before is set against. A year before the
        colon is the year before the sentence's own."""
        current = self.segments[-1]
        if not (self.open and current.stated and figure.kind == current.stated[-1].figure.kind):
            return False
        if _BRACKETED.fullmatch(lead):
            return current.stated[-1].measure.period != "instant"
        following = self.tokens[position + 1] if position + 1 < len(self.tokens) else None
        dated = (
            isinstance(following, Phrase) and following.start <= figure.after + 1 and self.text[following.end : following.end + 1] == ")"
        )
        return lead.strip() == "(" and dated

    def _has_own_period(self) -> bool:
        """A period stands behind the figures so far: a further one in the list has its own ("$5 million in 1998, $4 million in 1997")."""
        current = self.segments[-1]
        return bool(current.stated and current.phrases) and current.phrases[-1].start > current.stated[-1].figure.start

    def _split(self, lead: str, role: str) -> None:
        """A new part begins where the figure is set against the one before; "from X to Y" names the current one last."""
        current = self.segments[-1]
        if role == "compare" and (current.stated or "from" in lead.split()):
            self.segments.append(Segment(True))
            self.aside = True
        elif current.compared and not self.segments[0].stated and (role == "to" or (role == "level" and not current.stated)):
            self.segments.append(Segment(False))

    def _take(self, figure: FigureToken, joined: bool, inexact: bool) -> None:
        measure = self.measure
        assert measure is not None
        current = self.segments[-1]
        if figure.kind == "shares" or (figure.kind in ("money", "bare") and (figure.kind == "bare") != (measure.period == "per_share")):
            return
        if figure.kind == "per_share" and measure.period != "per_share":
            if measure.measure in _NEVER_PER_SHARE and joined and current.stated:
                current.stated.pop()
            if measure.measure not in _PER_SHARE_OF:
                return
            named = MeasureToken(measure.start, measure.end, _per_share_name(measure.measure), "per_share")
        else:
            named = measure
            self.list_index = self.list_index + 1 if joined else 0
        current.stated.append(Stated(figure, named, self.list_index, inexact))
        self.open = True

    def _average(self, figure: FigureToken) -> None:
        if self.measure is not None and self.segments[-1].stated:
            named = MeasureToken(figure.start, figure.end, "average shares", "duration")
            self.segments[-1].stated.append(Stated(figure, named, self.list_index, False))
            self.open = True

    def _named_behind(self, figure: FigureToken, position: int, lead: str, joined: bool) -> bool:
        """ "had $5 million in cash", "was $0.6 million and $1.1 million of interest income": the words behind name the figure."""
        if figure.kind != "money":
            return False
        listed = self._listed(position)
        last = listed[-1]
        following = self.tokens[position + len(listed)] if position + len(listed) < len(self.tokens) else None
        if isinstance(following, MeasureToken) and _OF_NOUN.match(self.text[last.after : following.start]):
            if joined or not _AFTER_MEASURE.match(self.text, following.end) or not self._introduces(lead, figure.start):
                return joined
            self.measure = following
        elif joined or not _INCLUDED.match(self.text) or not self._introduces(lead, figure.start):
            return False
        elif noun := _NOUN.match(self.text, last.after):
            end = _noun_end(self.text, noun, self.tokens)
            self.measure = MeasureToken(last.after, end, self.text[noun.start("noun") : end].strip(), "other")
        else:
            return False
        for index, item in enumerate(listed):
            self.list_index = index
            self.segments[-1].stated.append(Stated(item, self.measure, index, role_of(lead)[1]))
        self.measure = None
        return True

    def _is_sum(self) -> bool:
        """ "Cash and inventories were $5 million": of both, and no statement prints that."""
        if self.measure is None or not self.beside:
            return False
        return self.text[self.beside[-1].end : self.measure.start].strip(" ,") == "and"

    def _respectively(self, position: int, lead: str) -> bool:
        """ "Sales and net income were $90 million and $5 million, respectively": a figure for each measure, in their order. Where one is an
        amount and one a share's, their kinds say the same."""
        if self.measure is None or not (self.beside or "respectively" in self.text):
            return False
        measures = [*self.beside, self.measure] if self.beside else _parted(self.measure)
        listed = self._listed(position)
        if not 1 < len(measures) == len(listed) <= _MOST_MEASURES:
            return False
        respectively = self.text[listed[-1].after :].lstrip(", ").startswith("respectively")
        if not respectively and [figure.kind for figure in listed] not in (["money", "per_share"], ["money", "bare"]):
            return False
        role, inexact = role_of(lead)
        if role not in ("level", "to", "compare") or any(
            (m.period == "per_share") == (f.kind == "money") for m, f in zip(measures, listed, strict=True)
        ):
            return False
        self._split(lead, role)
        self.segments[-1].stated.extend(Stated(figure, named, 0, inexact) for figure, named in zip(listed, measures, strict=True))
        self.dealt.update(range(position + 1, position + len(listed)))
        self.open = False
        return True

    def _listed(self, position: int) -> list[FigureToken]:
        """The figure and those that stand beside it in a list ("$0.6 million and $1.1 million")."""
        listed: list[FigureToken] = []
        for token in self.tokens[position:]:
            if not isinstance(token, FigureToken) or (listed and self.text[listed[-1].after : token.start].strip(" ,") not in _JOINS):
                break
            listed.append(token)
        return listed

    def _introduces(self, lead: str, start: int) -> bool:
        """The figure is told by a verb of the registrant ("the Company had", "there was"), with nothing unknown just before it."""
        words = WORD.findall(lead.lower())
        tail = words[-3:]
        if not tail or tail[-1] not in known_words() or has_class(words, "change"):
            return False
        return self.subjects.is_own(lead, start) and bool(REPORTED.search(lead) or has_class(tail, "level"))

    def _stands_free(self, figure: FigureToken, position: int) -> bool:
        """Nothing behind the figure narrows it ("$19 million attributable to ...", "$5 million higher")."""
        if not _AFTER_FIGURE.match(self.text, figure.after) or _MORE_THAN.match(self.text, figure.after):
            return False
        end = self._end_behind(position)
        if _BEFORE.match(self.text, end) or (end > figure.after and _OF_A_DEAL.match(self.text, end)):
            return False
        if not _RESTRICTS.match(self.text, figure.after) or _HARMLESS.match(self.text, figure.after):
            return True
        following = self.tokens[position + 1] if position + 1 < len(self.tokens) else None
        if following is None:
            return False
        between = self.text[figure.after : following.start].lower()
        if _AVERAGE.match(between):
            return True
        return len(between) < _LONGEST_BETWEEN and all(word in known_words() for word in WORD.findall(between))

    def _end_behind(self, position: int) -> int:
        """Where a figure ends with its share's part and its period, if these stand behind it."""
        end = self.tokens[position].end
        for token in self.tokens[position:]:
            if isinstance(token, MeasureToken) or self.text[end : token.start].strip(" ,(").lower() not in _JOINS:
                break
            end = token.after if isinstance(token, FigureToken) else token.end
        return end


def _parted(measure: MeasureToken) -> list[MeasureToken]:
    """Basic and diluted earnings per share as two measures."""
    return [replace(measure, qualifiers=(each,)) for each in measure.qualifiers]


def _whatever_sign(measure: str) -> str:
    """A part that lost money is set against what it earned."""
    return measure.replace("loss", "income")


def _per_share_name(measure: str) -> str:
    return ("net loss" if "loss" in measure else "net income") + " per share"


def _noun_end(text: str, noun: re.Match[str], found: Sequence[Token]) -> int:
    """Where the words that name a figure end: at a mark, or where a period begins."""
    return min([noun.end("noun"), *(token.start for token in found if isinstance(token, Phrase) and token.start > noun.start("noun"))])
