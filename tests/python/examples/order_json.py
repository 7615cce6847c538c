import sys

import orjson

order = orjson.loads(sys.stdin.buffer.read())
order["lines"].append({"sku": "TEA-0412", "quantity": 2})
order["status"] = "Paid"
sys.stdout.buffer.write(orjson.dumps(order))
