"""msgspec: MessagePack with `array_like=True`, and JSON."""

import arrays
import compiled
import objects
import written

FORMS = {"Arrays": arrays, "Objects": objects}


def read(form, name, data):
    types = FORMS[form]
    value = types.decode(data, kind(types, name))
    return value, types.encode(value)


def made(form, name):
    types = FORMS[form]
    values = written.VALUES[form][name.rpartition(".")[2]]
    return [(value, as_is(types, value if other is None else other)) for value, other in values]


def as_is(types, value):
    return value if isinstance(value, written.Text) else types.encode(value)


def kind(types, name):
    package, _, own = name.rpartition(".")
    return getattr(types if package == "test.python" else compiled, own)
