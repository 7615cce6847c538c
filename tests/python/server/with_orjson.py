"""orjson: JSON as dicts and lists."""

import dataclasses
import datetime
import enum
import uuid

import orjson

from told import told


class Fields(dict):
    """A message, rather than a map."""

    def told(self):
        return {name: told(value) for name, value in self.items()}


@dataclasses.dataclass
class New:
    id: int
    name: object
    tags: list


class Closed(enum.Enum):
    Paid = "Paid"


INDIA = datetime.timezone(datetime.timedelta(hours=5, minutes=30))
AT = datetime.datetime(2024, 2, 29, 23, 59, 59, 250_000, tzinfo=INDIA)
NAIVE = datetime.datetime(1969, 12, 31, 23, 59, 59, 999_999)
ID = uuid.UUID("0190163d-8694-739b-aea5-966c26f8ad91")

NAMES = ["by_string", "by_u8", "by_u64", "by_i64", "by_i32", "by_bool", "by_char", "by_closed", "lists", "maps", "perhaps"]
MAPS = dict.fromkeys(NAMES, {}) | {"by_u8": {0: 1, 255: -1}, "by_bool": {True: False}, "by_closed": {Closed.Paid: "p"}}


class Number:
    """An enum's member, by its number."""

    def __init__(self, number):
        self.number = number

    def told(self):
        return told(self.number)


def new(**fields):
    return Fields({"id": 7, "name": "", "copies": 3, "note": None, "tags": [], "inner": None} | fields)


# What is meant, and what orjson writes of Python's own types, with its options.
MADE = {
    "New": [
        (new(name=str(ID), tags=["a"]), orjson.dumps(New(7, ID, ["a"]))),
        (
            new(name="é\x7f\u2028"),
            orjson.dumps({"id": 7, "name": "é\x7f\u2028"}, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE),
        ),
        (new(id=2**64 - 1), orjson.dumps({"tags": [], "id": 2**64 - 1}, option=orjson.OPT_SORT_KEYS)),
    ],
    # A float that is not finite is null, which reads as absent.
    "Floats": [
        (Fields(single=0.0, double=0.0, doubles=[]), orjson.dumps({"single": float("inf"), "double": float("nan"), "doubles": []})),
        (Fields(single=1.0, double=1e100, doubles=[1.0]), orjson.dumps({"single": 1, "double": 1e100, "doubles": [1]})),
    ],
    "Maps": [
        (
            Fields(MAPS | {"by_closed": {Number(1): "p"}}),
            orjson.dumps(MAPS, option=orjson.OPT_NON_STR_KEYS),
        ),
    ],
    "Instant": [
        (Fields(at=AT), orjson.dumps({"at": AT})),
        (Fields(at=AT), orjson.dumps({"at": AT.astimezone(datetime.timezone.utc)}, option=orjson.OPT_UTC_Z)),
        (Fields(at=NAIVE.replace(tzinfo=datetime.timezone.utc)), orjson.dumps({"at": NAIVE}, option=orjson.OPT_NAIVE_UTC)),
    ],
}


def read(_form, _name, data):
    tree = orjson.loads(data)
    return tree, orjson.dumps(tree)


def made(_form, name):
    return MADE[name.rpartition(".")[2]]
