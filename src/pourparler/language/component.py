"""The encoder as a spaCy component: tags, lemmas, trees, sentences and names on a `Doc`.

What a Doc carries afterwards: ``pos_`` (UPOS), ``tag_`` (Penn Treebank), ``lemma_``, ``head``, ``dep_`` (Universal
Dependencies, but ``ROOT`` in capitals for roots, as spaCy and displaCy expect), sentences, and ``ents`` labelled
PER ORG LOC NORP EVENT VESSEL FAC. Whitespace tokens are no words: they hang from the token before them (``dep``,
``SPACE``, ``_SP``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice, pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IS_SPACE, LEMMA, POS, SPACY, TAG
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pourparler.language.boundaries import may_start
from pourparler.language.encoder import Classes, Encoder, Words
from pourparler.language.lemmas import Lemmatiser
from pourparler.language.strings import starts_of, words_of
from pourparler.language.windows import read_paragraphs

NAME = "pourparler_encoder"
ASSIGNS = (
    "token.tag",
    "token.pos",
    "token.lemma",
    "token.head",
    "token.dep",
    "token.is_sent_start",
    "token.ent_iob",
    "token.ent_type",
    "doc.ents",
    "doc.sents",
)
#: Key in ``Doc.user_data`` for character offsets at which a sentence is known to start.
BREAKS = "pourparler_breaks"
#: Key in ``Doc.user_data``: the text is edited prose, whose sentences end in punctuation.
PROSE = "pourparler_prose"
#: Docs read together, so that many short articles share batches.
DOCS = 32
_COLUMNS = [POS, TAG, LEMMA, HEAD, DEP, ENT_IOB, ENT_TYPE]
_INSIDE, _OUTSIDE, _BEGIN = 1, 2, 3  # spaCy's ENT_IOB

Ints = npt.NDArray[np.int64]


def register() -> None:
    """Makes the component known to spaCy as ``pourparler_encoder``; doing so twice is harmless."""
    if not Language.has_factory(NAME):
        Language.factory(
            NAME, assigns=list(ASSIGNS), default_config={"model": None, "threads": 1}, func=_make_component
        )


def _make_component(nlp: Language, name: str, model: str | None, threads: int) -> EncoderComponent:
    from pourparler.language.load import default_model

    folder = Path(model) if model else default_model()
    return EncoderComponent(nlp.vocab, Encoder(folder, threads), Lemmatiser.load(folder / "lemmas.json"))


class EncoderComponent:
    """Reads Docs with an `Encoder`. Calling it reads one Doc; `pipe` reads many, some at a time."""

    def __init__(self, vocab: Vocab, encoder: Encoder, lemmatiser: Lemmatiser) -> None:
        self.encoder = encoder
        self._symbols = Symbols(vocab, encoder.classes, lemmatiser)

    def __call__(self, doc: Doc) -> Doc:
        return self.read([doc])[0]

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = DOCS) -> Iterator[Doc]:
        waiting = iter(stream)
        while docs := list(islice(waiting, batch_size)):
            yield from self.read(docs)

    def read(self, docs: list[Doc]) -> list[Doc]:
        """Annotates the Docs in place and returns them."""
        laid_out = [Layout(doc) for doc in docs]
        paragraphs = [paragraph for layout in laid_out for paragraph in layout.paragraphs()]
        allowed = [may for layout in laid_out for may in layout.allowed()]
        read = iter(read_paragraphs(self.encoder, paragraphs, allowed))
        for layout in laid_out:
            if layout.breaks:
                self._symbols.annotate(layout, np.concatenate([next(read) for _ in layout.breaks]))
            elif len(layout.doc):
                self._symbols.annotate(layout, None)
        return docs


class Layout:
    """Where the words of a Doc stand: ``at[i]`` is the token of word i, ``breaks`` the words that open a paragraph."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.words = words_of(doc)
        space = doc.to_array(IS_SPACE).astype(bool)
        self.spaces: Ints = np.flatnonzero(space)
        self.at: Ints = np.flatnonzero(~space)
        opening = {0}
        for run in np.split(self.spaces, np.flatnonzero(np.diff(self.spaces) > 1) + 1):
            if len(run) and is_blank_line("".join(self.words[int(run[0]) : int(run[-1]) + 1])):
                opening.add(int(np.searchsorted(self.at, run[0])))
        # Who made the Doc may know of more breaks: offsets at which a text starts anew, as after a dateline.
        known = doc.user_data.get(BREAKS, ())
        starts = starts_of(doc, self.words) if known else []
        for offset in known:
            opening.add(int(np.searchsorted(self.at, np.searchsorted(starts, offset))))
        self.breaks = sorted(opening - {len(self.at)})

    def paragraphs(self) -> list[list[str]]:
        """The words of each paragraph."""
        words = [self.words[i] for i in self.at] if len(self.spaces) else self.words
        return [words[start:end] for start, end in pairwise([*self.breaks, len(words)])]

    def allowed(self) -> list[npt.NDArray[np.bool_]]:
        """Where sentences may start in each paragraph."""
        followed = self.doc.to_array(SPACY).astype(bool)
        followed[self.spaces] = True
        spaced = np.concatenate([[True], followed[:-1]])[self.at].tolist() if len(self.words) else []
        prose = bool(self.doc.user_data.get(PROSE))
        cuts = pairwise([*self.breaks, len(self.at)])
        return [
            may_start(words, spaced[start:end], prose)
            for words, (start, end) in zip(self.paragraphs(), cuts, strict=True)
        ]


def is_blank_line(space: str) -> bool:
    """Whether a run of whitespace parts two paragraphs."""
    return space.replace("\r\n", "\n").replace("\r", "\n").count("\n") >= 2 or "\u2029" in space


class Symbols:
    """Class indices to the 64-bit symbols that spaCy keeps on tokens."""

    def __init__(self, vocab: Vocab, classes: Classes, lemmatiser: Lemmatiser) -> None:
        def symbols(names: Iterable[str]) -> npt.NDArray[np.uint64]:
            return np.array([vocab.strings.add(name) if name else 0 for name in names], np.uint64)

        self._pos, self._tag = symbols(classes.upos), symbols(classes.xpos)
        self._dep = symbols("ROOT" if name == "root" else name for name in classes.label)
        self._entity = symbols(tag.partition("-")[2] for tag in classes.entity)
        self._iob = np.array([{"O": _OUTSIDE, "B": _BEGIN, "I": _INSIDE}[tag[0]] for tag in classes.entity], np.uint64)
        self._space = symbols(("SPACE", "_SP", "dep"))

        @lru_cache(maxsize=65_536)
        def lemma(form: str, tag: int) -> int:
            return int(vocab.strings.add(lemmatiser.lemma(form, classes.xpos[tag])))

        self._lemma = lemma

    def annotate(self, layout: Layout, words: Words | None) -> None:
        """Writes what was read onto the Doc; None if it holds but whitespace."""
        doc, at = layout.doc, layout.at
        values = np.zeros((len(doc), len(_COLUMNS)), np.uint64)
        pos, tag, lemma, head, dep, iob, entity = values.T
        if words is not None:
            pos[at], tag[at] = self._pos[words["upos"]], self._tag[words["xpos"]]
            dep[at] = self._dep[words["label"]]
            iob[at], entity[at] = self._iob[words["entity"]], self._entity[words["entity"]]
            head[at] = (at[np.arange(len(at)) + words["head"]] - at).astype(np.uint64)
            keys = zip(at.tolist(), words["xpos"].tolist(), strict=True)
            lemma[at] = [self._lemma(layout.words[i], code) for i, code in keys]
        if len(layout.spaces):
            self._annotate_spaces(layout, values)
        doc.from_array(_COLUMNS, values)  # type: ignore[arg-type]

    def _annotate_spaces(self, layout: Layout, values: npt.NDArray[np.uint64]) -> None:
        pos, tag, lemma, head, dep, iob, entity = values.T
        spaces, at = layout.spaces, layout.at
        pos[spaces], tag[spaces], dep[spaces] = self._space
        lemma[spaces] = layout.doc.to_array(["ORTH"]).reshape(-1)[spaces]
        iob[spaces] = _OUTSIDE
        following = np.searchsorted(at, spaces)
        head[spaces] = np.int64(-1).astype(np.uint64)
        leading = following == 0
        first = at[0] if len(at) else 0
        head[spaces[leading]] = (first - spaces[leading]).astype(np.uint64)
        inside = spaces[following < len(at)]
        inside = inside[iob[at[np.searchsorted(at, inside)]] == _INSIDE]
        iob[inside], entity[inside] = _INSIDE, entity[at[np.searchsorted(at, inside)]]
