"""The types of `types/` as msgspec has them in JSON: a struct is an object of its fields."""

from __future__ import annotations

import datetime
import enum
import struct
from typing import Literal, Optional, Union

import msgspec
from msgspec import UNSET, UnsetType

import arrays
from told import told


class Message(msgspec.Struct):
    def told(self):
        return {name: told(getattr(self, name)) for name in self.__struct_fields__}


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


class Wide(Message):
    unsigned: int
    signed: int


# JSON has no numbers for what is not finite; it is text.
Float = Union[float, Literal["NaN", "Infinity", "-Infinity"]]


class Floats(Message):
    single: Float
    double: Float
    doubles: list[Float]

    def told(self):
        # The text of an `f32` has the digits that it needs; as a double it is a little beside it.
        single = struct.unpack("f", struct.pack("f", float(self.single)))[0]
        doubles = [float(item) for item in self.doubles]
        return {"single": told(single), "double": told(float(self.double)), "doubles": told(doubles)}


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
    unit: None
    loose: list[int]
    fixed: list[int]

    def told(self):
        return super().told() | {"unit": []}


class Closed(enum.Enum):
    Draft = "Draft"
    Paid = "Paid"
    Lost = "Lost"
    Last = "Last"

    def told(self):
        return told(arrays.Closed[self.name])


class Open(enum.Enum):
    Red = "Red"
    Green = "Green"
    Blue = "Blue"

    def told(self):
        return told({"Red": 0, "Green": 1, "Blue": -2147483648}[self.value])


class Truth(enum.Enum):
    """A bool as a key: an object's keys are text."""

    false = "false"
    true = "true"

    def told(self):
        return self is Truth.true


class Maps(Message):
    by_string: dict[str, str]
    by_u8: dict[int, int]
    by_u64: dict[int, Inner]
    by_i64: dict[int, bytes]
    by_i32: dict[int, float]
    by_bool: dict[Truth, bool]
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
    marker: None
    other: bool
    ids: list[int]
    points: list[tuple[int, str]]
    left: int
    right: Optional[str]
    by_wide: dict[int, bool]
    ip: str
    shared: Inner
    matrix: tuple[tuple[float, float], tuple[float, float]]
    cube: list[list[bytes]]
    last: int
    moved: str

    def told(self):
        return super().told() | {"marker": []}


class Size(Message):
    width: int
    height: int


class Data(msgspec.Struct):
    """The variant that is there is the object's one member."""

    Circle: Union[Float, UnsetType] = UNSET
    Rectangle: Union[Size, UnsetType] = UNSET
    Label: Union[str, UnsetType] = UNSET
    Group: Union[list[Shape], UnsetType] = UNSET

    def told(self):
        [(name, value)] = [(name, value) for name, value in msgspec.structs.asdict(self).items() if value is not UNSET]
        return {name: told(float(value) if name == "Circle" else value)}


class Plain(enum.Enum):
    """Variants without data are their names."""

    Nothing = "Nothing"

    def told(self):
        return {self.value: None}


Shape = Union[Plain, Data]


class Enums(Message):
    closed: Closed
    open: Union[Open, int]
    perhaps: Optional[Closed]
    many: list[Closed]
    shape: Shape
    no_shape: Optional[Shape]
    shapes: list[Shape]


class Letters(Message):
    plain: str
    perhaps: Optional[str]
    many: list[str]


class Choice(Message, kw_only=True):
    """The member that is there stands among the others."""

    before: str
    noted: Union[str, UnsetType] = UNSET
    counted: Union[int, UnsetType] = UNSET
    after: int
    weighed: Union[Wide, UnsetType] = UNSET

    def told(self):
        members = {name: getattr(self, name) for name in self.__struct_fields__}
        return {name: None if value is UNSET else told(value) for name, value in members.items()}


class Span:
    """Text such as "1.5s", to the nanosecond."""

    def __init__(self, text):
        seconds, _, nanos = text.removesuffix("s").partition(".")
        self.text, self.seconds, self.nanos = text, int(seconds), int(nanos.ljust(9, "0"))

    def told(self):
        return {"span": [str(self.seconds), str(self.nanos)]}


class Times(Message):
    at: datetime.datetime
    perhaps: Optional[datetime.datetime]
    took: Span
    limit: Optional[Span]


class New(Message):
    """What came later has a default, so that objects of the older version are read too."""

    id: int
    name: str
    copies: int = 3
    note: Optional[str] = None
    tags: list[str] = []
    inner: Optional[Inner] = None


class Old(Message):
    id: int
    name: str


class Keyed(Message):
    id: int
    note: Optional[str]


def from_text(kind, value):
    if kind is Span:
        return Span(value)
    raise NotImplementedError(kind)


def to_text(value):
    if isinstance(value, Span):
        return value.text
    raise NotImplementedError(type(value))


def decode(data, kind):
    return msgspec.json.decode(data, type=kind, dec_hook=from_text)


def encode(value):
    # Sets have no order of their own; msgspec's refuses dicts whose keys are not text.
    order = "deterministic" if isinstance(value, Lists) else None
    return msgspec.json.encode(value, enc_hook=to_text, order=order)
