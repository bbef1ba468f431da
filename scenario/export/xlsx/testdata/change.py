"""Changes cells of workbooks with openpyxl, which keeps no stored result.

Reads a list of {"from", "to", "cells": [[name, value], ...]} from standard input,
where name is that of a defined name and value a number, a text, a date YYYY-MM-DD
or null for an empty cell.
"""

import datetime
import json
import re
import sys

import openpyxl

for job in json.load(sys.stdin):
    book = openpyxl.load_workbook(job["from"])
    try:
        refers = {name.name: name.attr_text for name in book.defined_names.definedName}
    except AttributeError:  # since openpyxl 3.1
        refers = {name: defined.attr_text for name, defined in book.defined_names.items()}
    for name, value in job["cells"]:
        sheet, cell = re.fullmatch(r"'?(.*?)'?!(.*)", refers[name]).groups()
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            value = datetime.date.fromisoformat(value)
        book[sheet][cell.replace("$", "")].value = value
    book.save(job["to"])
