"""Check sentences against a curated claims database: every verdict quotes the source that settles it.

Text is split into sentences; each sentence is parsed into words and details (dates, quantities, names, negation);
candidate claims are found by similarity; the details are compared one by one; and an ordered list of rules says
SUPPORTED, REFUTED or NOT ENOUGH INFO. Similarity only ever finds a claim, it never decides.
"""

from factcheck.check import check
from factcheck.database import Claims

__all__ = ["Claims", "check"]
__version__ = "0.1.0"
