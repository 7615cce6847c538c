"""A value as both sides tell it: JSON in which nothing is lost or formatted. `told.rs` describes the form."""

import datetime
import struct

EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)


def told(value):
    # A type that needs more than this says it itself.
    if hasattr(value, "told"):
        return value.told()
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        return {"int": str(int(value))}
    if isinstance(value, float):
        return {"float": "nan" if value != value else struct.pack(">d", value).hex()}
    if isinstance(value, (bytes, bytearray)):
        return {"bytes": value.hex()}
    if isinstance(value, datetime.datetime):
        micros = (value - EPOCH) // datetime.timedelta(microseconds=1)
        seconds, micros = divmod(micros, 1_000_000)
        return {"time": [str(seconds), str(micros * 1_000)]}
    if isinstance(value, dict):
        return {"map": [[told(key), told(item)] for key, item in value.items()]}
    if isinstance(value, (set, frozenset)):
        return [told(item) for item in sorted(value)]
    if isinstance(value, (list, tuple)):
        return [told(item) for item in value]
    raise TypeError(f"{value!r} cannot be told")
