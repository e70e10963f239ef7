"""Ground: what is true of Vietnamese whatever the document.

Letters, spelling, numerals, quantities, dates, terms, names of persons and of organisations.
"""
