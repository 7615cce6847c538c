"""Python's protobuf: the standard encoding, and ProtoJSON."""

from google.protobuf import descriptor_pb2, descriptor_pool, json_format, message_factory
from google.protobuf.descriptor import FieldDescriptor as Field

import messages
from told import told

POOL = descriptor_pool.DescriptorPool()

# Bytes that hold an integer, big-endian, and whether it has a sign.
WIDE = {"test.python.Wide.unsigned": False, "test.python.Wide.signed": True, "test.python.ByWide.key": False}

FLOATS = (Field.CPPTYPE_FLOAT, Field.CPPTYPE_DOUBLE)


def load(descriptors):
    for file in descriptor_pb2.FileDescriptorSet.FromString(descriptors).file:
        if file.name == "unusual.proto":
            as_edition(file)
        POOL.Add(file)


def as_edition(file):
    """The features that `schemas/test/unusual.proto` names."""
    file.syntax, file.edition = "editions", descriptor_pb2.EDITION_2023
    file.enum_type[0].options.features.enum_type = descriptor_pb2.FeatureSet.CLOSED
    for field in file.message_type[0].field:
        if field.name == "group":
            field.options.features.message_encoding = descriptor_pb2.FeatureSet.DELIMITED
        if field.name.startswith("loose"):
            field.options.features.utf8_validation = descriptor_pb2.FeatureSet.NONE


def new(name):
    return message_factory.GetMessageClass(POOL.FindMessageTypeByName(name))()


class Told:
    """A message, to be told by its descriptor."""

    def __init__(self, message):
        self.message = message

    def told(self):
        return message_told(self.message)


def read(form, name, data):
    message = new(name)
    if form == "Binary":
        message.MergeFromString(data)
    else:
        json_format.Parse(data, message, descriptor_pool=POOL)
    return Told(message), written(form, message)


def written(form, message):
    if form == "Binary":
        return message.SerializeToString(deterministic=True)
    return json_format.MessageToJson(message, indent=None, descriptor_pool=POOL, ensure_ascii=False).encode()


def made(form, name):
    return [(Told(message), written(form, message)) for message in messages.made(new, name)]


def message_told(message):
    kind = message.DESCRIPTOR
    fields = {field.name: field_told(message, field) for field in kind.fields}
    names = list(fields)
    if kind.full_name == "google.protobuf.Timestamp":
        return {"time": [str(message.seconds), str(message.nanos)]}
    if kind.full_name == "google.protobuf.Duration":
        return {"span": [str(message.seconds), str(message.nanos)]}
    # The conventions of `shapes.proto` for what protobuf has no words for.
    if names == ["wrapped"]:
        return fields["wrapped"]
    if names and names == [f"f{at + 1}" for at in range(len(names))]:
        return list(fields.values())
    if kind.full_name.startswith("test.python.") and not names:
        return []
    if kind.full_name == "test.python.Shape":
        [(name, value)] = [(name, value) for name, value in fields.items() if value is not None]
        return {name: None if name == "Nothing" else value}
    return fields | extensions_told(message)


def extensions_told(message):
    present = [(field, value) for field, value in message.ListFields() if field.is_extension]
    return {f"[{field.full_name}]": told_of(field, value) for field, value in present}


def field_told(message, field):
    value = getattr(message, field.name)
    if field.is_repeated:
        entries = field.message_type
        if entries is not None and [one.name for one in entries.fields] == ["key", "value"]:
            return {"map": entries_told(field, value)}
        return [one_told(field, item) for item in value]
    if field.has_presence and not message.HasField(field.name):
        return None
    return one_told(field, value)


def told_of(field, value):
    return [one_told(field, item) for item in value] if field.is_repeated else one_told(field, value)


def entries_told(field, value):
    key, item = field.message_type.fields
    if field.message_type.GetOptions().map_entry:
        # Asking a map of messages for a key makes it; these are its own keys.
        return [[one_told(key, one), one_told(item, value[one])] for one in value]
    return [[field_told(entry, key), field_told(entry, item)] for entry in value]


def one_told(field, value):
    if field.cpp_type == Field.CPPTYPE_MESSAGE:
        return message_told(value)
    if field.full_name in WIDE:
        return told(int.from_bytes(value, "big", signed=WIDE[field.full_name]))
    if field.cpp_type in FLOATS:
        return told(float(value))
    return told(value)
