"""What Python programs write otherwise than a typed struct does: pairs of the value that is meant, and what is encoded for it."""

import datetime
import json

import msgspec

import arrays
import objects

UTC = datetime.timezone.utc
INDIA = datetime.timezone(datetime.timedelta(hours=5, minutes=30))


def ago(zone):
    return datetime.datetime(1912, 6, 23, 1, 2, 3, 456789, tzinfo=zone)


# Of the second that began before it.
SECONDS = (ago(UTC) - datetime.datetime(1970, 1, 1, tzinfo=UTC)) // datetime.timedelta(seconds=1)


def times(at):
    return arrays.Times(at=at, perhaps=None, took=arrays.Span(0, 0), limit=None)


ORDER = arrays.New(id=7, _2=None, _3=None, name="Ann", copies=2, tags=["t"])

LISTS = arrays.Lists(
    numbers=[1, 2],
    truths=[True],
    strings=[],
    blobs=[b"\x01"],
    nested=[[1], []],
    perhaps=[None],
    inners=[],
    array=(1, 2, 3),
    unique={1},
    pair=(1, "p"),
    pairs=[],
    unit=(),
    loose=[-1],
    fixed=[],
)

ARRAYS = {
    # Integers for floats.
    "Floats": [
        (arrays.Floats(1.0, 9007199254740992.0, [0.0, -1.0]), [1, 9007199254740992, [0, -1]]),
        (arrays.Floats(-0.5, 18446744073709549568.0, []), [-0.5, 18446744073709549568, ()]),
    ],
    # Whatever holds bytes.
    "Texts": [
        (arrays.Texts("é", "é", b"\x00\xff", b"abcd", True), ["é", "é", bytearray(b"\x00\xff"), memoryview(b"abcd"), True]),
        # rmp-serde's habit: bytes as a list of numbers.
        (arrays.Texts("", "x", b"\x00\xff", b"abcd", False), ["", "x", [0, 255], list(b"abcd"), False]),
    ],
    # Whatever is a sequence.
    "Lists": [
        (LISTS, None),
        (LISTS, msgspec.structs.replace(LISTS, numbers=(1, 2), unique=frozenset([1]), array=[1, 2, 3], pair=[1, "p"], unit=[])),
    ],
    # A point in time of any zone, and one that has no zone, which is text.
    "Times": [
        (times(ago(INDIA)), None),
        (times(datetime.datetime.max.replace(tzinfo=UTC)), None),
        (times(datetime.datetime.min.replace(tzinfo=UTC)), None),
        (times(ago(UTC)), [[SECONDS, 456789000], None, [0, 0], None]),
    ],
    # Names for the numbers of enums.
    "Enums": [
        (
            arrays.Enums(arrays.Closed.Paid, 1, None, [arrays.Closed.Lost], arrays.Nothing(), None, [arrays.Circle(1.0)]),
            ["Paid", "Green", None, ["Lost"], [1, []], None, [{2: 1}]],
        ),
    ],
    # Shorter arrays, longer ones, and maps by number and by name.
    "New": [
        (arrays.New(7, None, None, "Ann"), [7, None, None, "Ann"]),
        (arrays.New(7, None, None, ""), [7]),
        (arrays.New(0, None, None, ""), []),
        (ORDER, None),
        (ORDER, [*msgspec.structs.astuple(ORDER), "from a newer version", [1]]),
        (ORDER, {1: 7, 4: "Ann", 5: 2, 9: ["t"]}),
        (ORDER, {"name": "Ann", "id": 7, "copies": 2, "tags": ["t"], "unknown to us": None}),
        (ORDER, {"id": 7, "name": "Ann", "copies": 2, "note": None, "tags": ["t"], "inner": None}),
    ],
}


class Text(bytes):
    """JSON that another library wrote."""


def plain(value, **options):
    return Text(json.dumps(value, **options).encode())


NAMES = objects.New(id=7, name='"é" \U0001f600\x7f', copies=2, tags=["\\", "\u2028"], inner=objects.Inner("i", 0))

FLOATS = objects.Floats(0.5, 1e100, [1.0, -0.0, 5e-324])

OBJECTS = {
    "New": [
        (NAMES, None),
        (NAMES, plain(msgspec.to_builtins(NAMES))),
        (NAMES, plain(msgspec.to_builtins(NAMES), ensure_ascii=False, indent="\t", sort_keys=True)),
        (objects.New(7, ""), plain({"id": 7})),
        (objects.New(7, ""), plain({"id": "7", "unknown to us": [{}, None, 1e300]})),
        (objects.New(7, ""), plain({"id": 7.0, "copies": None, "note": None})),
    ],
    "Floats": [
        (FLOATS, None),
        (FLOATS, plain(msgspec.to_builtins(FLOATS))),
        # A float that is not finite is null, which reads as absent.
        (objects.Floats(0.0, 0.0, []), objects.Floats(float("inf"), float("nan"), [])),
        (objects.Floats(1.0, 2.0, ["NaN", 3.0]), Text(b'{"single": 1, "double": "2", "doubles": ["NaN", 3e0]}')),
    ],
    "Times": [
        (objects.Times(ago(INDIA), None, objects.Span("0s"), None), None),
        (objects.Times(ago(UTC), None, objects.Span("1.500s"), objects.Span("1.000000001s")), None),
    ],
    "Integers": [
        (objects.Integers(*[at] * 16), plain({name: form for name in objects.Integers.__struct_fields__}))
        for at, form in [(1, 1.0), (100, "100"), (0, "0"), (127, 127)]
    ],
}

VALUES = {"Arrays": ARRAYS, "Objects": OBJECTS}
