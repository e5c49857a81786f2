import { portionOf, sharesOf } from '#app/values/portion.ts'
import type { OrderLinesTable } from '#db/schema.ts'

/** A line as a change needs it. */
export type SeatLine = Pick<
  OrderLinesTable,
  'registrationId' | 'kind' | 'ticketTypeId' | 'description' | 'amountMinor' | 'currency'
> & { taxName: string | null; taxRate: number; taxMinor: number; taxNote: string | null }

/**
 * The lines as lines of the seats that stand now: who took a seat over took its lines with it. `seats` are all those of
 * the order.
 */
export function ofPresentSeats<Line extends { registrationId: string | null }>(
  lines: Line[],
  seats: { id: string; replacesId: string | null }[],
): Line[] {
  const successor = new Map(seats.flatMap(({ id, replacesId }) => (replacesId ? [[replacesId, id] as const] : [])))
  const present = (id: string): string => {
    const next = successor.get(id)
    return next === undefined ? id : present(next)
  }
  return lines.map((line) => ({ ...line, registrationId: line.registrationId && present(line.registrationId) }))
}

/**
 * What each seat of an order has cost so far: its own lines, and its part of those that belong to no seat (a later
 * correction of the whole order), in proportion to the own ones.
 */
export function costOfSeats(lines: Pick<SeatLine, 'registrationId' | 'amountMinor'>[]): Map<string, number> {
  const own = new Map<string, number>()
  let common = 0
  for (const { registrationId, amountMinor } of lines)
    if (registrationId === null) common += amountMinor
    else own.set(registrationId, (own.get(registrationId) ?? 0) + amountMinor)
  const ids = [...own.keys()]
  const parts = sharesOf(
    Math.abs(common),
    ids.map((id) => Math.max(0, own.get(id)!)),
  )
  return new Map(ids.map((id, at) => [id, own.get(id)! + Math.sign(common) * parts[at]!]))
}

/** An amount that is taken off an order for a seat, in the tax of the lines that it takes back. */
export type TakenOff = Pick<SeatLine, 'amountMinor' | 'taxName' | 'taxRate' | 'taxMinor' | 'taxNote'>

/**
 * Lines that take `amount` (above zero) off a seat: one for each tax of its lines, in their proportion, so that a paper
 * corrects every tax by its own part. All of a seat takes back all of its tax.
 */
export function takeOff(lines: SeatLine[], amount: number): TakenOff[] {
  const groups = [...Map.groupBy(lines, ({ taxName, taxRate }) => `${taxName ?? ''} ${taxRate}`).values()]
    .map((group) => ({
      line: group[0]!,
      amount: group.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
      tax: group.reduce((sum, { taxMinor }) => sum + taxMinor, 0),
    }))
    .filter((group) => group.amount > 0)
  const parts = sharesOf(
    amount,
    groups.map((group) => group.amount),
  )
  const taken = groups.map(({ line, amount: whole, tax }, at) => ({
    amountMinor: -parts[at]!,
    taxName: line.taxName,
    taxRate: line.taxRate,
    taxMinor: -portionOf(tax, Math.min(parts[at]!, whole), whole) || 0,
    taxNote: line.taxNote,
  }))
  return taken.filter(({ amountMinor }) => amountMinor !== 0)
}
