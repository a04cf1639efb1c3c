"""Contacts: the steps by which sides deal with each other.

A *core* (call, talks, meet, hotline) says what the contact is; the *step* words above it (rejected, requests,
postponed) say what became of it. "Beijing rejected Austin's requests to speak to Xu" is one record: the outermost step
gives its status, the inner ones tell who had wanted it.
"""

from pourparler.reading.contacts.annotator import ContactAnnotator

__all__ = ["ContactAnnotator"]
