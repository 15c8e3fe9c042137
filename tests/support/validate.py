#!/usr/bin/env python3
"""validate.py SCHEMA FILE...: holds each file against a JSON schema (draft 2020-12).

Prints what is wrong, a line each, and exits 1; exits 77 where python3-jsonschema is missing."""
import json
import sys

try:
    from jsonschema import Draft202012Validator, FormatChecker
except ImportError:
    sys.exit(77)


def only_json(name):
    raise ValueError(name + " is not JSON")


validator = Draft202012Validator(json.load(open(sys.argv[1], encoding="utf-8")),
                                 format_checker=FormatChecker())
wrong = 0
for path in sys.argv[2:]:
    with open(path, encoding="utf-8") as file:
        timeline = json.load(file, parse_constant=only_json)
    for error in validator.iter_errors(timeline):
        wrong += 1
        print(f"{path}: {error.json_path}: {error.message[:300]}")
sys.exit(wrong > 0)
