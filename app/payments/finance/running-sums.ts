export type LedgerKind = 'line' | 'payment' | 'reversal' | 'refund' | 'chargeback'

/** A movement as it changes what an order owes: above zero more, below less. */
export interface LedgerMovement {
  id: string
  at: string
  orderId: string
  currency: string
  signedMinor: number
}

/** Rows with what their order owed after each of them, in the currency of the row: the sum of all movements up to it. */
export function withRunningSums<Row extends { id: string; orderId: string; currency: string }>(
  rows: Row[],
  movements: LedgerMovement[],
): (Row & { signedMinor: number; dueMinor: number })[] {
  const sums = new Map<string, { signedMinor: number; dueMinor: number }>()
  const own = Map.groupBy(movements, ({ orderId, currency }) => `${orderId} ${currency}`)
  for (const of of own.values()) {
    let dueMinor = 0
    for (const { id, signedMinor } of of.toSorted(inOrder)) {
      dueMinor += signedMinor
      sums.set(id, { signedMinor, dueMinor })
    }
  }
  return rows.map((row) => ({ ...row, ...(sums.get(row.id) ?? { signedMinor: 0, dueMinor: 0 }) }))
}

/** As they were added: ids of one moment ascend. */
function inOrder(one: LedgerMovement, other: LedgerMovement): number {
  return one.at === other.at ? (one.id < other.id ? -1 : 1) : one.at < other.at ? -1 : 1
}
