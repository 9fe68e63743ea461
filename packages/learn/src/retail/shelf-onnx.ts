// What the graph of a recommender says of its history beside scores: `pairs` float [batch, slots, partners * 3] (partner, orders with both,
// orders with the partner) and `rhythm` float [batch, slots, 2] (orders with the item, its days between purchases). Two gathers.
import { node, tensor, valueInfo } from '../onnx.ts'
import type { OrderFigures } from './orders.ts'

const pairWidth = 3

export type ShelfFigures = { orders: OrderFigures; rhythms: Float32Array }

export function shelfPart({ orders, rhythms }: ShelfFigures, items: number) {
  return {
    constants: [
      tensor('shelf_pairs', [items + 1, orders.partners * pairWidth], pairTable(orders, items)),
      tensor('shelf_rhythm', [items + 1, 2], rhythmTable(orders, rhythms, items)),
    ],
    nodes: [
      node({ op: 'Gather', inputs: ['shelf_pairs', 'history'], outputs: ['pairs'] }),
      node({ op: 'Gather', inputs: ['shelf_rhythm', 'history'], outputs: ['rhythm'] }),
    ],
    outputs: [
      valueInfo('pairs', ['batch', 'slots', orders.partners * pairWidth]),
      valueInfo('rhythm', ['batch', 'slots', 2]),
    ],
  }
}

/** The last row is that of the padding: partners that are nobody. */
function pairTable({ partners, partner, both, orders }: OrderFigures, items: number): Float32Array {
  const table = new Float32Array((items + 1) * partners * pairWidth)
  for (let cell = 0; cell < (items + 1) * partners; cell++) {
    const other = partner[cell] ?? items
    table[cell * pairWidth] = other
    table[cell * pairWidth + 1] = both[cell] ?? 0
    table[cell * pairWidth + 2] = orders[other] ?? 0
  }
  return table
}

function rhythmTable({ orders }: OrderFigures, rhythms: Float32Array, items: number): Float32Array {
  const table = new Float32Array((items + 1) * 2)
  for (let item = 0; item < items; item++) {
    table[item * 2] = orders[item] ?? 0
    table[item * 2 + 1] = rhythms[item] ?? 0
  }
  return table
}
