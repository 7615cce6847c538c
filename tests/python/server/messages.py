"""Messages that Python makes: of each field the values at the edges of its type, then any, the same ones in every run."""

import random
import struct

from google.protobuf import any_pb2, duration_pb2, field_mask_pb2, struct_pb2, timestamp_pb2
from google.protobuf.descriptor import FieldDescriptor as Field

# How deep messages stand in each other.
DEPTH = 2

DRAWN = 12


def integers(bits, signed):
    low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if signed else (0, (1 << bits) - 1)
    ends = [0, 1, -1, 63, 64, -64, -65, 127, 128, 255, 256, 16383, 16384, low, high, low + 1, high - 1]
    return [end for end in ends if low <= end <= high]


def single(bits):
    return struct.unpack(">f", struct.pack(">I", bits))[0]


def double(bits):
    return struct.unpack(">d", struct.pack(">Q", bits))[0]


NOT_FINITE = [float("inf"), float("-inf"), float("nan")]

# `json_format` cannot read the largest one, 3.4028235e+38, which it writes itself; this is the one below it.
SINGLES = [0.0, -0.0, 1.0, -1.5, single(0x3DCCCCCD), single(1), single(0x007FFFFF), single(0x00800000), single(0x7F7FFFFE), single(0xFF7FFFFE)]

DOUBLES = [0.0, -0.0, 1.0, -1.5, 0.1, 1e15, 1e16, 1e21, 1e-5, 1e-7, 2.0**53 + 2, double(1), double(0x000FFFFFFFFFFFFF)]
DOUBLES += [double(0x0010000000000000), double(0x7FEFFFFFFFFFFFFF), double(0xFFEFFFFFFFFFFFFF)]

TEXTS = ["", "\0", "plain", "\x7f", "\x80\u07ff", "\u0800\ud7ff\ue000\uffff", "\U00010000\U0010ffff", '"\\/\b\f\n\r\t\x01', "\u2028\ufeff", "x" * 127, "x" * 128, "é" * 64]

EDGES = {
    Field.TYPE_DOUBLE: DOUBLES + NOT_FINITE,
    Field.TYPE_FLOAT: SINGLES + NOT_FINITE,
    Field.TYPE_INT32: integers(32, True),
    Field.TYPE_SINT32: integers(32, True),
    Field.TYPE_SFIXED32: integers(32, True),
    Field.TYPE_INT64: integers(64, True),
    Field.TYPE_SINT64: integers(64, True),
    Field.TYPE_SFIXED64: integers(64, True),
    Field.TYPE_UINT32: integers(32, False),
    Field.TYPE_FIXED32: integers(32, False),
    Field.TYPE_UINT64: integers(64, False),
    Field.TYPE_FIXED64: integers(64, False),
    Field.TYPE_BOOL: [False, True],
    Field.TYPE_STRING: TEXTS,
    Field.TYPE_BYTES: [b"", b"\0", b"\xff\xfe", bytes(range(256)), b"\x80" * 127],
}

# Well-known types have values that they do not allow; these are at the edges of what they do.
KNOWN = {
    "google.protobuf.Timestamp": [
        timestamp_pb2.Timestamp(seconds=seconds, nanos=nanos)
        for seconds in (0, -1, 1, -62_135_596_800, 253_402_300_799)
        for nanos in (0, 1, 1_000, 1_000_000, 999_999_999)
    ],
    "google.protobuf.Duration": [
        duration_pb2.Duration(seconds=sign * seconds, nanos=sign * nanos)
        for sign in (1, -1)
        for seconds in (0, 1, 315_576_000_000)
        for nanos in (0, 1, 1_000, 1_000_000, 999_999_999)
        if seconds + nanos <= 315_576_000_000
    ],
    "google.protobuf.FieldMask": [field_mask_pb2.FieldMask(paths=paths) for paths in ([], ["a"], ["a.b_c", "d"])],
    "google.protobuf.Value": [
        struct_pb2.Value(null_value=0),
        struct_pb2.Value(number_value=-0.0),
        struct_pb2.Value(number_value=1.5e300),
        struct_pb2.Value(string_value="\0é"),
        struct_pb2.Value(bool_value=True),
    ],
}

KNOWN["google.protobuf.ListValue"] = [struct_pb2.ListValue(values=KNOWN["google.protobuf.Value"][:count]) for count in (0, 1, 5)]
KNOWN["google.protobuf.Value"] += [struct_pb2.Value(list_value=one) for one in KNOWN["google.protobuf.ListValue"]]
KNOWN["google.protobuf.Struct"] = [
    struct_pb2.Struct(fields={str(at): one for at, one in enumerate(KNOWN["google.protobuf.Value"][:count])})
    for count in (0, 1, 6)
]


def packed(message):
    holder = any_pb2.Any()
    holder.Pack(message)
    return holder


KNOWN["google.protobuf.Any"] = [packed(one) for one in KNOWN["google.protobuf.Duration"]]


class Edges:
    """Of every list the value at one place; the lists begin again where they end."""

    def __init__(self, at):
        self.at = at

    def pick(self, values):
        return values[self.at % len(values)]

    def count(self):
        return self.at % 4

    def other(self, at):
        return Edges(self.at + at)


class Any:
    """Any value, edges more often than not."""

    def __init__(self, source):
        self.source = source

    def pick(self, values):
        return self.source.choice(values)

    def count(self):
        return self.source.randrange(4)

    def other(self, _at):
        return self


def made(new, name):
    longest = max(len(values) for values in EDGES.values())
    source = random.Random(name)
    choices = [Edges(at) for at in range(longest)] + [Any(source) for _ in range(DRAWN)]
    made = [new(name) for _ in choices]
    for message, choice in zip(made, choices):
        fill(message, choice, DEPTH)
    return made


def fill(message, choice, depth):
    known = KNOWN.get(message.DESCRIPTOR.full_name)
    if known is not None:
        message.CopyFrom(type(message).FromString(choice.pick(known).SerializeToString()))
        return
    fields = list(message.DESCRIPTOR.fields)
    extensions = message.DESCRIPTOR.file.pool.FindAllExtensions(message.DESCRIPTOR)
    chosen = {oneof.name: choice.other(at).pick([None, *oneof.fields]) for at, oneof in enumerate(message.DESCRIPTOR.oneofs)}
    for at, field in enumerate(fields + extensions):
        own = choice.other(at if depth < DEPTH else 0)
        if field.containing_oneof is not None and chosen[field.containing_oneof.name] is not field:
            continue
        is_deep = field.message_type is not None and depth == 0
        if is_deep and not field.is_required and field.message_type.full_name not in KNOWN:
            continue
        put(message, field, own, depth)


def put(message, field, choice, depth):
    if field.is_extension:
        whole = message.Extensions[field] if field.is_repeated or field.message_type else None
    else:
        whole = getattr(message, field.name)
    if field.message_type is not None and field.message_type.GetOptions().map_entry:
        put_entries(whole, field, choice, depth)
    elif field.is_repeated:
        for at in range(choice.count()):
            if field.message_type is not None:
                fill(whole.add(), choice.other(at), depth - 1)
            else:
                whole.append(one(field, choice.other(at)))
    elif field.message_type is not None:
        if field.is_required or choice.count():
            whole.SetInParent()
            fill(whole, choice, depth - 1)
    elif field.is_extension:
        message.Extensions[field] = one(field, choice)
    elif field.is_required or not field.has_presence or field.containing_oneof or choice.count():
        setattr(message, field.name, one(field, choice))


def put_entries(whole, field, choice, depth):
    key, value = field.message_type.fields
    for at in range(choice.count()):
        own = choice.other(at)
        if value.message_type is not None:
            fill(whole[one(key, own)], own, depth - 1)
        else:
            whole[one(key, own)] = one(value, own)


def one(field, choice):
    if field.enum_type is not None:
        numbers = [value.number for value in field.enum_type.values]
        is_null = field.enum_type.full_name == "google.protobuf.NullValue"
        return choice.pick(numbers if field.enum_type.is_closed or is_null else numbers + [3, -1, (1 << 31) - 1])
    return choice.pick(EDGES[field.type])
