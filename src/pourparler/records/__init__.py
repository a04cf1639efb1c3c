"""What exists: the record contract as frozen dataclasses. This room imports nothing but itself."""

from pourparler.records.choices import (
    Channel, Factuality, Form, How, Level, MeasureStatus, MeasureType, Precision, ReasonKind,
    Stance, Status,
)
from pourparler.records.kinds import (
    Article, Characterisation, Condition, Contact, Dispute, Event, Failure, Header, Incident, Measure, Platform,
    Position, Reason, Record, Removed, Statement, Tenure,
)
from pourparler.records.parts import Actor, Count, Date, Place, Span
from pourparler.records.reading import Reading

__all__ = [
    "Actor", "Article", "Channel", "Characterisation", "Condition", "Contact", "Count", "Date", "Dispute", "Event",
    "Factuality", "Failure", "Form", "Header", "How", "Incident", "Level", "Measure", "MeasureStatus",
    "MeasureType", "Place", "Platform", "Position", "Precision", "Reading", "Reason", "ReasonKind", "Record",
    "Removed", "Span", "Stance", "Statement", "Status", "Tenure",
]
