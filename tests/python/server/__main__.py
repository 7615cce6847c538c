"""Answers questions, one JSON object a line: what a library reads in some bytes, and what it writes of that.

The first question brings the descriptors of the protobuf messages; its answer says which libraries cannot be used, and why.
"""

import importlib
import importlib.metadata
import json
import pathlib
import sys

from told import told

REQUIREMENTS = pathlib.Path(__file__).parent.with_name("requirements.txt")


def main():
    modules, missing = {}, {}
    for requirement in REQUIREMENTS.read_text().splitlines():
        library, _, version = requirement.partition("==")
        try:
            importlib.import_module("google.protobuf" if library == "protobuf" else library)
            found = importlib.metadata.version(library)
            if number(found) < number(version):
                raise ImportError(f"it is {found}, and {version} is asked for")
            modules[library] = importlib.import_module(f"with_{library}")
        except ImportError as error:
            missing[library] = str(error)
    for line in sys.stdin:
        question = json.loads(line)
        if "descriptors" in question:
            if "protobuf" in modules:
                modules["protobuf"].load(bytes.fromhex(question["descriptors"]))
            reply = missing
        else:
            reply = ask(modules[question["library"]], question)
        print(json.dumps(reply), flush=True)


def number(version):
    return [int(part) for part in version.split(".") if part.isdigit()]


def ask(module, question):
    """What a module reads in bytes and writes of that, or what it makes itself where there are no bytes."""
    form, name = question["form"], question["type"]
    try:
        if "bytes" in question:
            return answer(*module.read(form, name, bytes.fromhex(question["bytes"])))
        return [answer(*made) for made in module.made(form, name)]
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}


def answer(value, written):
    return {"value": told(value), "bytes": written.hex()}


if __name__ == "__main__":
    main()
