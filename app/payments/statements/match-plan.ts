import type { ReadLine } from './read-line.ts'
import { referencesIn } from '../reference.ts'

/** An order that a line of a statement may pay. `due` in minor units of its currency; below zero: paid too much. */
export interface PayableOrder {
  id: string
  code: string
  eventId: string
  currency: string | null
  issuerId: string | null
  due: number
}

/** Which part of a line goes to which order. */
export interface Share {
  orderId: string
  amountMinor: number
}

type MatchedLine = Pick<ReadLine, 'amountMinor' | 'currency' | 'reference' | 'isReversal'>

/** The codes of orders that a line names for certain: a reference with right check digits, or a code. */
export function namedCodes(line: MatchedLine): string[] {
  if (line.amountMinor <= 0 || line.isReversal) return []
  return referencesIn(line.reference).flatMap(({ orderCode, how }) => (how === 'possible' ? [] : [orderCode]))
}

/**
 * Where the money of a line goes without a person: to the one order that it names, whatever is due there; to several
 * only when what is due for them adds up to it. Null for everything else: another currency, another account, sums that
 * do not fit. `issuerId` is whose account the statement is of.
 */
export function planMatch(line: MatchedLine, named: PayableOrder[], issuerId: string): Share[] | null {
  const isOurs = named.every((order) => order.currency === line.currency && order.issuerId === issuerId)
  if (named.length === 0 || !isOurs) return null
  if (named.length === 1) return [{ orderId: named[0]!.id, amountMinor: line.amountMinor }]
  const owing = named.filter(({ due }) => due > 0)
  const sum = owing.reduce((all, { due }) => all + due, 0)
  if (owing.length !== named.length || sum !== line.amountMinor) return null
  return owing.map(({ id, due }) => ({ orderId: id, amountMinor: due }))
}
