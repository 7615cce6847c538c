"""Answers questions, one JSON object a line: what a library reads in some bytes, and what it writes of that.

The first question brings the descriptors of the protobuf messages; its answer says which libraries cannot be imported.
"""

import json
import sys

from told import told

# The module of each library.
MODULES = {"msgspec": "msgspec_reads", "orjson": "orjson_reads", "protobuf": "protobuf_reads"}


def main():
    modules, missing = {}, {}
    for library, module in MODULES.items():
        try:
            modules[library] = __import__(module)
        except ImportError as error:
            missing[library] = str(error)
    for line in sys.stdin:
        question = json.loads(line)
        if "descriptors" in question:
            if "protobuf" in modules:
                modules["protobuf"].load(bytes.fromhex(question["descriptors"]))
            reply = missing
        else:
            reply = read(modules[question["library"]], question)
        print(json.dumps(reply), flush=True)


def read(module, question):
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
