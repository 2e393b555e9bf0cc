"""What an entry in data/ may say. Frozen pydantic models; JSON Schemas for editors come from them."""

from .arithmetic import Arithmetic
from .attribute import Attribute
from .chart import Chart
from .confusable import Confusable
from .erratum import Erratum
from .exam import Exam
from .matrix import Cell, Filter, Matrix, Row
from .product import Product
from .quantity import Fact, Qualifiers
from .quiz import Match, Multiple, Numeric, Order, Question, Quiz, Single, Wrong
from .source import Publisher, Source
from .term import Term
from .timeline import Event, Timeline

__all__ = [
    "Arithmetic",
    "Attribute",
    "Cell",
    "Chart",
    "Confusable",
    "Erratum",
    "Event",
    "Exam",
    "Fact",
    "Filter",
    "Match",
    "Matrix",
    "Multiple",
    "Numeric",
    "Order",
    "Product",
    "Publisher",
    "Qualifiers",
    "Question",
    "Quiz",
    "Row",
    "Single",
    "Source",
    "Term",
    "Timeline",
    "Wrong",
]
