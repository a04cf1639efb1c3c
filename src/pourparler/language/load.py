"""The whole language model as a spaCy pipeline."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from spacy.lang.en import English
from spacy.language import Language
from spacy.util import compile_infix_regex, compile_prefix_regex

from pourparler.errors import DataError
from pourparler.language.component import DOCS, NAME, register

#: Beside spaCy's own: dashes that a page has lost the blank behind, "(Reuters) -Cuba said".
_PREFIXES = (r"-{1,2}(?=[^\W\d_])",)
#: The hyphen behind an abbreviation: "U.S.-Iranian talks".
_INFIXES = (r"(?<=\b[A-Z]\.[A-Z]\.)-(?=[A-Za-z])",)


def load_language(model: Path | None = None, threads: int = 1) -> Language:
    """English tokenizer and encoder. ``model`` is a folder as `pourparler_en` holds it (None: that one).

    Raises `DataError` if the model is missing or incomplete. Of *Beijing denied it.* the Doc tells ``PROPN VERB
    PRON PUNCT``, the root *denied* with *Beijing* as its ``nsubj``, and the name *Beijing* ``LOC``.
    """
    register()
    nlp = English()
    tokenizer: Any = nlp.tokenizer
    tokenizer.prefix_search = compile_prefix_regex([*(nlp.Defaults.prefixes or ()), *_PREFIXES]).search
    tokenizer.infix_finditer = compile_infix_regex([*(nlp.Defaults.infixes or ()), *_INFIXES]).finditer
    nlp.batch_size = DOCS
    nlp.max_length = 25_000_000  # paragraphs are read one by one; the length of a text costs no more than its words
    nlp.add_pipe(NAME, config={"model": str(model or default_model()), "threads": threads})
    return nlp


def default_model() -> Path:
    """The folder of the installed model."""
    try:
        import pourparler_en
    except ImportError as error:
        raise DataError("the language model is not installed; run: pip install pourparler-en") from error
    folder: Path = pourparler_en.path()
    return folder
