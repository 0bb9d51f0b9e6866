"""The nouns of Formklar: what goes in, what is found, what comes out. Frozen, and the same from core to wire."""

from app.model.base import SAFETIES, SEVERITIES, Box, Category, Noun, Profile, Safety, Severity
from app.model.document import Block, Document, Field, FileFacts, Kind, LabelSource, Line, Notice, Print, Role
from app.model.finding import Alternative, Edit, Finding, Remark, SentenceRewrite, Span, Suggestion, apply, finding_id
from app.model.form import Check, Dimension, Effort, FieldWork, FormReport, Minutes, Told, Work
from app.model.report import BlockLevel, Burden, Level, Report, Rewrite, RewrittenBlock, RewrittenLevel, Score, Versions

__all__ = [
    "SAFETIES",
    "SEVERITIES",
    "Alternative",
    "Block",
    "BlockLevel",
    "Box",
    "Burden",
    "Category",
    "Check",
    "Dimension",
    "Document",
    "Edit",
    "Effort",
    "Field",
    "FieldWork",
    "FileFacts",
    "Finding",
    "FormReport",
    "Kind",
    "LabelSource",
    "Level",
    "Line",
    "Minutes",
    "Notice",
    "Noun",
    "Print",
    "Profile",
    "Remark",
    "Report",
    "Rewrite",
    "RewrittenBlock",
    "RewrittenLevel",
    "Role",
    "Safety",
    "Score",
    "SentenceRewrite",
    "Severity",
    "Span",
    "Suggestion",
    "Told",
    "Versions",
    "Work",
    "apply",
    "finding_id",
]
