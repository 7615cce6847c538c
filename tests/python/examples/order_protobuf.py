import sys

from order_pb2 import STATUS_PAID, Order

order = Order.FromString(sys.stdin.buffer.read())
order.lines.add(sku="TEA-0412", quantity=2)
order.status = STATUS_PAID
sys.stdout.buffer.write(order.SerializeToString())
