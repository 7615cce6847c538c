import datetime
import enum
import sys

import msgspec


class Status(enum.IntEnum):
    DRAFT = 0
    PAID = 1


class Line(msgspec.Struct, array_like=True):
    sku: str
    quantity: int


class Order(msgspec.Struct, array_like=True):
    id: int  # number 1 is the first place
    customer: str
    lines: list[Line]
    note: str | None
    _5: None = None  # a number that no field has
    placed_at: datetime.datetime | None = None  # what came later has a default
    status: Status = Status.DRAFT


order = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Order)
order.lines.append(Line("TEA-0412", 2))
order.status = Status.PAID
sys.stdout.buffer.write(msgspec.msgpack.encode(order))
