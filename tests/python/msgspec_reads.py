"""msgspec: MessagePack with `array_like=True`, and JSON."""

import arrays
import objects

FORMS = {"msgpack": arrays, "json": objects}


def read(form, name, data):
    types = FORMS[form]
    return types.read(getattr(types, name.rpartition(".")[2]), data)
