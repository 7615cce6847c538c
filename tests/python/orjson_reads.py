"""orjson: JSON as a tree of dicts and lists."""

import orjson


class Tree:
    """Objects are maps here, since nothing says which of them are messages."""

    def __init__(self, value):
        self.value = value


def read(form, name, data):
    tree = orjson.loads(data)
    return tree, orjson.dumps(tree)
