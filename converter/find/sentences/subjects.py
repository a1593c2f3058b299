"""Whose figures a sentence tells: the subject of its verb is the registrant, or the words are another company's."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from functools import lru_cache

from converter.find.sentences.roles import compares, word_list
from converter.grammar.companies import is_legal_form
from converter.grammar.phrases import Phrase
from converter.patterns import regex
from converter.resources import table

_VERBS = frozenset(
    {"reported", "posted", "had", "has", "recorded", "recognized", "generated", "earned", "achieved", "announced", "incurred", "produced"}
    | {"realized", "experienced", "sustained", "delivered", "showed"}
)
_ADJECTIVES = frozenset({"reported", "recorded", "announced", "realized"})
"""Verbs that may describe the measure itself: "the reported net income was"."""
REPORTED = regex(
    r"\b(?:reported|posted|had|recorded|recognized|generated|earned|achieved|announced|incurred|produced|realized|compare|compares)\b",
    re.IGNORECASE,
)
_CAPITAL = regex(r"\b[A-Z][\w&'-]*")
_DATELINE = regex(r"\s--?\s|\s?[–—]\s?")
_PARENTHESIS = regex(r"\([^()]{0,80}\)")
_CLAUSE = regex(
    r"[,;:](?!\s(?:Inc|Corp|Co|Ltd|LLC|L\.?P|N\.?A)\b)\s?|\s(?:--?|[–—])\s|\b(?:that|while|when|as|because|since|after|before|if|although|whereas|though)\s",
    re.IGNORECASE,
)
_RELATIVE = regex(r"\b(?:which|who|whose|that|it|they)\b", re.IGNORECASE)
_CONJUNCTIONS = frozenset({"and", "but"})
# "today reported", "has also had": what stands between a subject and its verb.
_BESIDE_VERBS = frozenset(
    {"today", "yesterday", "also", "has", "have", "had", "having", "then", "again", "recently", "previously", "actually", "each", "only"}
    | {"still", "itself", "alone", "now", "together", "on", "for", "consistently", "never", "already", "earlier"}
)
_OWNED = frozenset({"the", "its", "our", "a", "an", "these", "those", "this", "company's", "corporation's", "registrant's"})
_RELATES = frozenset({"of", "by", "with", "to", "for", "from", "than", "like", "in", "between", "against", "at", "under", "into", "on"})
"""Behind these a name is no subject: "the largest shareholder of the Company had"."""
_ITS = regex(r"\bits\s(?:[a-z-]+\s){0,3}$", re.IGNORECASE)
_TOGETHER = ("together", "along", "combined", "including", "and")
_WITH = regex(r"\bwith\s(?!respect\b|regard\b)(?:[a-z-]+\s){0,3}$", re.IGNORECASE)
_ENDED = regex(r"\b(?:year|quarter|period|months|(?:19|20)\d\d)\s{0,2},?\s{0,2}$", re.IGNORECASE)
_WAS = regex(r"\b(?:was|is)\b")
_BOUGHT = regex(r"\b(?:acqui|purchas|bought|sold|merge|combin|invest)", re.IGNORECASE)
_OUTCOMES = frozenset({"results", "operations"})
"""With "our" and "strong" before them they are the registrant's own."""
_PRONOUNS = frozenset({"we", "it"})
# "The Springfield-based company": how the newspapers' agencies call who speaks.
_BASED = regex(r"\bthe\s[\w.]*-based\scompany$", re.IGNORECASE)
_PART = regex(r"[a-z0-9&-]+")
_CONNECTS = frozenset({"and", "&", "of", "the"})
_FARTHEST_VERB = 6
_LONGEST_NAME = 8


class Subjects:
    """The subjects of one sentence. ``names`` are the words of the registrant's name in lower case, empty where it is not known."""

    def __init__(self, text: str, phrases: Sequence[Phrase], names: frozenset[str]) -> None:
        self.text = text
        self.names = names
        self._timeless = _without(text, phrases)
        self._other = False
        """The subject named last is another company: what follows without a subject is its own."""

    def is_name(self, word: str) -> bool:
        return _is_name(word, self.names)

    def is_named(self, before: str) -> bool:
        """No other name than the registrant's stands before a verb."""
        return is_named(before, self.names)

    def is_own(self, gap: str, start: int) -> bool:
        """Whether the registrant is the subject of the verb before the words that start there, if there is one. ``gap`` is the text since
        the figure or measure before: no other name than the registrant's stands in it before its verb."""
        verbs = [match.start() for match in REPORTED.finditer(gap)]
        if (beside := _WITH.search(gap)) and not compares(gap[: beside.start()]):
            self._other = not self._is_with_own(start)
        elif (head := self._before_verb(start)) is not None:
            self._other = not self._tells(head)
        elif _ITS.search(gap):
            self._other = not self._is_ours(self._timeless[:start])
        elif verbs and self.names and not self.is_named(gap[: verbs[-1]]):
            self._other = True
        return not self._other

    def says_company(self, gap: str) -> bool:
        """The words before a verb end in "the Company", "we", and nothing stands before these in their clause."""
        return self._is_subject(re.split(r"[,;:]\s|\s(?:--?|[–—])\s|\bthat\s", gap)[-1].split())

    def _before_verb(self, start: int) -> str | None:
        """What stands before the verb that tells the measure or figure, None where no verb does."""
        words = list(_last_words(self.text, start))
        for number, (at, word) in enumerate(words):
            if word in _VERBS:
                left = words[number + 1][1] if number + 1 < len(words) else ""
                describes = word in _ADJECTIVES and (left in _OWNED or not self.text[:at].strip())
                return None if describes else self._timeless[:at]
            if word not in word_list("before") and word not in word_list("filler") and not word[:1].isdigit():
                return None
        return None

    def _tells(self, head: str) -> bool:
        """Whether the words before a verb have the registrant as their subject, or nobody."""
        said = _PARENTHESIS.sub(" ", _DATELINE.split(head)[-1]).rstrip()
        if not said:
            return True
        clauses = _CLAUSE.split(said)
        if said.endswith(","):
            beside = next((clause.strip() for clause in reversed(clauses) if clause.strip()), "")
            return not beside.startswith(_TOGETHER) and any(self._is_subject(clause.split()) for clause in clauses[:-1])
        words = clauses[-1].split()
        while words and words[-1].lower() in _BESIDE_VERBS:
            words.pop()
        if not words:
            return len(clauses) > 1 and any(self._is_subject(clause.split()) for clause in clauses[:-1])
        if words[-1].lower() in _CONJUNCTIONS:
            return self._goes_on(said)
        return self._is_subject(words) and (words[-1].lower() != "it" or self.is_named(said))

    def _goes_on(self, said: str) -> bool:
        """ "The Company opened five shops and had ...": a further verb of the registrant, with nobody else in between."""
        words = said.split()
        first = next((at for at in range(1, len(words)) if self._ends_subject(words, at)), None)
        return first is not None and not _RELATIVE.search(" ".join(words[first:])) and self.is_named(said)

    def _is_ours(self, head: str) -> bool:
        """Whether "its" behind these words means the registrant: nobody else is named since."""
        words = _PARENTHESIS.sub(" ", _DATELINE.split(head)[-1]).split()
        last = next((at for at in range(len(words), 0, -1) if self._ends_subject(words, at)), 0)
        return self.is_named(" ".join(words[last:]).removeprefix("Its"))

    def _ends_subject(self, words: Sequence[str], at: int) -> bool:
        last = words[at - 1].strip("\"',.").lower()
        if last not in _last_of_subjects() and not is_legal_form(last) and not self.is_name(last):
            return False
        return self._is_subject(_CLAUSE.split(" ".join(words[max(0, at - _LONGEST_NAME) : at]))[-1].split())

    def _is_subject(self, words: Sequence[str]) -> bool:
        """Whether the words end in what the registrant is called, which nothing makes part of something else."""
        plain = [bare for word in words if (bare := word.strip("\"',."))]
        size = self._called(plain)
        left = plain[-size - 1] if size < len(plain) else ""
        alone = self.is_named(" ".join(plain[:-size]) if left in _CONJUNCTIONS else left)
        return size > 0 and left.lower() not in _RELATES and not left.endswith("'s") and alone

    def _called(self, words: Sequence[str]) -> int:
        """How many of the last words call the registrant."""
        if not words:
            return 0
        if len(words) == 3 and words[2].lower() in _OUTCOMES and words[1].lower() in word_list("before"):
            return 3 if words[0].lower() in _OWNED else 0
        for size in (3, 2, 1):
            where = _subjects().get(" ".join(words[-size:]).lower()) if len(words) >= size else None
            whole = size > 1 or len(words) == 1 or words[-1].lower() in _PRONOUNS
            if size == 2 and _BASED.search(" ".join(words)):
                return 3
            if where is not None and whole and (not where or not where.isdisjoint(self.names)):
                return size
        size = 0
        for position, word in enumerate(reversed(words[-_LONGEST_NAME:]), 1):
            parts = _PART.findall(word.lower())
            if is_legal_form(word) or (parts and self.names.issuperset(parts)):
                size = position
            elif word.lower() not in _CONNECTS:
                break
        own = (word for word in words[len(words) - size :] if not word.islower() and not is_legal_form(word))
        return size if any(own) else 0

    def _is_with_own(self, start: int) -> bool:
        """ "Finished the year with sales of", "With sales of $9 million, the Company is": not "Dalton, with sales of"."""
        head = self._timeless[:start]
        before = head[: head.lower().rfind("with ")]
        said = _DATELINE.split(before)[-1].strip()
        if not said:
            return self._comes_first(start)
        behind_period = len(before.rstrip(" ,")) < len(self.text[: len(before)].rstrip(" ,"))
        ended = behind_period or _ENDED.search(said) is not None
        words = said.split()
        told = _WAS.search(said) is not None or any(self._ends_subject(words, at) for at in range(1, len(words) + 1))
        return ended and told and self.is_named(said) and not _BOUGHT.search(said)

    def _comes_first(self, start: int) -> bool:
        """Behind a sentence's opening the registrant is the first that is named."""
        return any(self._is_subject(clause.split()[:size]) for clause in _CLAUSE.split(self._timeless[start:])[1:] for size in (1, 2, 3))


def is_named(text: str, names: frozenset[str]) -> bool:
    """Whether nobody but the registrant is named."""
    words = [word.lower().rstrip(".") for word in _CAPITAL.findall(_PARENTHESIS.sub(" ", _DATELINE.split(text)[-1]))]
    return all(word in word_list("capital") or _is_name(word, names) for word in words)


def _is_name(word: str, names: frozenset[str]) -> bool:
    return word.removesuffix("'s").rstrip("'") in names


def _without(text: str, phrases: Sequence[Phrase]) -> str:
    """A sentence with blanks for its periods, each character where it was."""
    for phrase in phrases:
        text = text[: phrase.start] + " " * (phrase.end - phrase.start) + text[phrase.end :]
    return text


def _last_words(text: str, end: int) -> list[tuple[int, str]]:
    """The words just before a place with where they start, the last first, as far as no mark stands behind one."""
    found: list[tuple[int, str]] = []
    while len(found) <= _FARTHEST_VERB:
        stop = len(text[:end].rstrip())
        start = text.rfind(" ", 0, stop) + 1
        if not stop or text[stop - 1] in ",;:)":
            break
        found.append((start, text[start:stop].lower().strip("\"'")))
        end = start
    return found


@lru_cache(maxsize=1)
def _subjects() -> dict[str, frozenset[str]]:
    """What registrants call themselves, and the words of which the name must have one for it."""
    with table("find", "sentences/subjects.csv").open(encoding="utf-8", newline="") as lines:
        return {row["words"]: frozenset(row["where"].split()) for row in csv.DictReader(lines)}


@lru_cache(maxsize=1)
def _last_of_subjects() -> frozenset[str]:
    return frozenset(words.split()[-1] for words in _subjects())
