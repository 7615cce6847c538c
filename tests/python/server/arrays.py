"""The types of `types/` as msgspec has them in MessagePack: a struct is an array, a field's place is its number, and holes are None."""

from __future__ import annotations

import datetime
import enum
from typing import Optional, Union

import msgspec

from told import told


class Message(msgspec.Struct, array_like=True):
    def told(self):
        fields = {name: getattr(self, name) for name in self.__struct_fields__}
        holes = [value for name, value in fields.items() if name.startswith("_")]
        assert all(value in (None, 0) for value in holes), self
        return {name: told(value) for name, value in fields.items() if not name.startswith("_")}


class Variant(msgspec.Struct, array_like=True):
    """`[number, payload]`: a variant of an enum with data is a struct whose tag is its number."""

    def told(self):
        return {type(self).__name__: told(getattr(self, "payload", None))}


class Integers(Message):
    u8: int
    u16: int
    u32: int
    u64: int
    usize: int
    i8: int
    i16: int
    i32: int
    i64: int
    isize: int
    sint32: int
    sint64: int
    fixed32: int
    fixed64: int
    sfixed32: int
    sfixed64: int


class U128:
    """A u128: 16 bytes, big-endian."""

    SIGNED = False

    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return hash(self.number)

    def __eq__(self, other):
        return self.number == other.number

    def told(self):
        return told(self.number)


class I128(U128):
    SIGNED = True


class Wide(Message):
    unsigned: U128
    signed: I128


class Floats(Message):
    single: float
    double: float
    doubles: list[float]


class Texts(Message):
    text: str
    character: str
    blob: bytes
    octets: bytes
    truth: bool


class Inner(Message):
    name: str
    number: Optional[int] = None


class Optionals(Message):
    truth: Optional[bool]
    integer: Optional[int]
    real: Optional[float]
    text: Optional[str]
    blob: Optional[bytes]
    inner: Optional[Inner]
    numbers: Optional[list[int]]
    counts: Optional[dict[str, int]]
    plain: Inner


class Lists(Message):
    numbers: list[int]
    truths: list[bool]
    strings: list[str]
    blobs: list[bytes]
    nested: list[list[int]]
    perhaps: list[Optional[int]]
    inners: list[Inner]
    array: tuple[int, int, int]
    unique: set[int]
    pair: tuple[int, str]
    pairs: list[tuple[int, str]]
    unit: tuple[()]
    loose: list[int]
    fixed: list[int]


class Closed(enum.IntEnum):
    Draft = 0
    Paid = 1
    Lost = -5
    Last = 2147483647


class Maps(Message):
    by_string: dict[str, str]
    by_u8: dict[int, int]
    by_u64: dict[int, Inner]
    by_i64: dict[int, bytes]
    by_i32: dict[int, float]
    by_bool: dict[bool, bool]
    by_char: dict[str, int]
    by_closed: dict[Closed, str]
    lists: dict[str, list[int]]
    maps: dict[str, dict[int, int]]
    perhaps: dict[str, Optional[int]]


class Tree(Message):
    value: int
    left: Optional[Tree]
    children: list[Tree]
    named: dict[str, Tree]


class Shapes(Message):
    id: int
    point: tuple[int, str]
    marker: tuple[()]
    _4: None
    other: bool
    ids: list[int]
    points: list[tuple[int, str]]
    left: int
    right: Optional[str]
    _gone: int  # removed, with its type: its place holds that type's zero
    by_wide: dict[U128, bool]
    ip: str
    shared: Inner
    matrix: tuple[tuple[float, float], tuple[float, float]]
    cube: list[list[bytes]]
    last: int
    moved: str  # to slot 16, which is the seventeenth place


class Nothing(Variant, tag=1):
    payload: tuple[()] = ()

    def told(self):
        return {"Nothing": None}


class Circle(Variant, tag=2):
    payload: float


class Size(Message):
    width: int
    height: int


class Rectangle(Variant, tag=3):
    payload: Size


class Label(Variant, tag=4):
    payload: str


class Group(Variant, tag=300):
    payload: list[Shape]


Shape = Union[Nothing, Circle, Rectangle, Label, Group]


class Enums(Message):
    closed: Closed
    open: int
    perhaps: Optional[Closed]
    many: list[Closed]
    shape: Shape
    no_shape: Optional[Shape]
    shapes: list[Shape]


class Letters(Message):
    plain: str
    perhaps: Optional[str]
    many: list[str]


class Choice(Message):
    before: str
    _2: None
    noted: Optional[str]
    counted: Optional[int]
    after: int
    weighed: Optional[Wide]


class Span(msgspec.Struct, array_like=True):
    seconds: int
    nanos: int

    def told(self):
        return {"span": [str(self.seconds), str(self.nanos)]}


class Times(Message):
    at: datetime.datetime
    perhaps: Optional[datetime.datetime]
    took: Span
    limit: Optional[Span]


class Old(Message):
    id: int
    _2: None
    _3: None
    name: str


class New(Message):
    """What came later has a default, so that arrays of the older version are read too."""

    id: int
    _2: None
    _3: None
    name: str
    copies: int = 3
    note: Optional[str] = None
    _7: None = None
    _8: None = None
    tags: list[str] = []
    _10: None = None
    _11: None = None
    _12: None = None
    _13: None = None
    _14: None = None
    _15: None = None
    _16: None = None
    _17: None = None
    _18: None = None
    _19: None = None
    inner: Optional[Inner] = None


# A message that is a map has no struct in msgspec: its keys are numbers.
Keyed = dict[int, Union[int, str]]


def from_bytes(kind, value):
    if issubclass(kind, U128) and isinstance(value, bytes):
        return kind(int.from_bytes(value, "big", signed=kind.SIGNED))
    raise NotImplementedError(kind)


def to_bytes(value):
    if isinstance(value, U128):
        return value.number.to_bytes(16, "big", signed=value.SIGNED)
    raise NotImplementedError(type(value))


def decode(data, kind):
    return msgspec.msgpack.decode(data, type=kind, dec_hook=from_bytes)


def encode(value):
    # Sets have no order of their own; msgspec's refuses dicts whose keys are not text.
    order = "deterministic" if isinstance(value, Lists) else None
    return msgspec.msgpack.encode(value, enc_hook=to_bytes, order=order)
