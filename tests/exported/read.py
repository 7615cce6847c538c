"""Reads messages by a descriptor set, and writes them again.

The first line of stdin is the set, each other one a full name and the bytes of a message, all in hexadecimal digits. A field that the schema
does not declare is an error. Ends with 77 where the package `protobuf` is missing.
"""

import sys

try:
    from google.protobuf import descriptor_pb2, descriptor_pool, message_factory, unknown_fields
except ImportError as error:
    print(error, file=sys.stderr)
    sys.exit(77)


def check(message, path):
    """Refuses what the schema does not know, at any depth."""
    unknown = unknown_fields.UnknownFieldSet(message)
    if len(unknown) > 0:
        sys.exit(f"{path}: the schema has no field {unknown[0].field_number}")
    for field, value in message.ListFields():
        if field.message_type is None:
            continue
        own = f"{path}.{field.name}"
        is_map = field.message_type.GetOptions().map_entry
        if is_map:
            held = field.message_type.fields_by_name["value"]
            values = value.values() if held.message_type is not None else []
        else:
            values = value if hasattr(value, "append") or hasattr(value, "add") else [value]
        for one in values:
            check(one, own)


def main():
    lines = sys.stdin.read().splitlines()
    pool = descriptor_pool.DescriptorPool()
    for file in descriptor_pb2.FileDescriptorSet.FromString(bytes.fromhex(lines[0])).file:
        pool.Add(file)
    for line in lines[1:]:
        name, _, data = line.partition(" ")
        kind = message_factory.GetMessageClass(pool.FindMessageTypeByName(name))
        message = kind.FromString(bytes.fromhex(data))
        check(message, name)
        print(message.SerializeToString(deterministic=True).hex())


main()
