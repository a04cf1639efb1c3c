"""A written report about two sides, from a store: questions and answers, every sentence footnoted to quoted words."""

from pourparler.brief.composing import compose
from pourparler.brief.gathering import Material, gather_material
from pourparler.brief.html import as_html
from pourparler.brief.markdown import as_markdown
from pourparler.brief.parts import Brief

__all__ = ["Brief", "Material", "as_html", "as_markdown", "compose", "gather_material"]
