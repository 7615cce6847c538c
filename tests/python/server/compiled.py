"""Messages of `schemas/` as msgspec has them in MessagePack: what a `.proto` file says is an array too, each field in the place of its number."""

from __future__ import annotations

from typing import Dict, List, Optional

from arrays import Message

# The fields of `Edges` have the names of types.
Int, Bool, Float, Bytes = int, bool, float, bytes


class Line(Message):
    sku: str
    quantity: int
    unit_price_cents: int
    discount_percent: Optional[float]
    title: str
    gift_wrap: bool


class Point(Message):
    latitude: float
    longitude: float


class Address(Message):
    recipient: Optional[str]
    street: list[str]
    city: str
    postcode: str
    country: str
    location: Optional[Point]


class Placed(Message):
    at: int
    channel: int
    coupon: Optional[str]


class Cancelled(Message):
    at: int
    why: str
    refund_cents: Optional[int]


class Order(Message):
    id: int
    customer: str
    lines: list[Line]
    note: Optional[str]
    labels: dict[str, str]
    status: int
    token: bytes
    _8: None
    copies: int
    # At most one of a oneof's members is not None.
    placed: Optional[Placed]
    cancelled: Optional[Cancelled]
    created_at: int
    ship_to: Optional[Address]
    tags: list[str]
    parcel_grams: list[int]
    fingerprint: int
    weight_kg: float
    points: int


class Any(Message):
    type_url: str
    value: bytes


class Value(Message):
    null_value: Optional[int]
    number_value: Optional[float]
    string_value: Optional[str]
    bool_value: Optional[bool]
    struct_value: Optional[Struct]
    list_value: Optional[ListValue]


class ListValue(Message):
    values: list[Value]


class Struct(Message):
    fields: dict[str, Value]


class Timestamp(Message):
    seconds: int
    nanos: int

    def told(self):
        return {"time": [str(self.seconds), str(self.nanos)]}


class Duration(Message):
    seconds: int
    nanos: int

    def told(self):
        return {"span": [str(self.seconds), str(self.nanos)]}


class FieldMask(Message):
    paths: list[str]


class Int64Value(Message):
    value: int


class Edges(Message):
    int32: Int
    int64: Int
    uint32: Int
    uint64: Int
    sint32: Int
    fixed64: Int
    float: Float
    double: Float
    bool: Bool
    string: str
    bytes: Bytes
    colour: Int
    child: Optional[Edges]
    numbers: List[Int]
    words: List[str]
    children: List[Edges]
    counts: Dict[str, Int]
    named: Dict[str, Edges]
    number: Optional[Int]
    text: Optional[str]
    branch: Optional[Edges]
    null: Optional[Int]
    any: Optional[Any]
    value: Optional[Value]
    list: Optional[ListValue]
    struct: Optional[Struct]
    at: Optional[Timestamp]
    took: Optional[Duration]
    mask: Optional[FieldMask]
    wrapped: Optional[Int64Value]
    nothing: Int
    values: List[Value]
    maybe: Optional[Int]
    colours: List[Int]
    loose: List[Int]
    values_by_name: Dict[str, Value]
    name_of_words: Int
    renamed: Int
    by_number: Dict[Int, str]
    tokens: Dict[str, Bytes]
    flags: Dict[Bool, Bool]
