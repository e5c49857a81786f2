import type { RequestContext } from '#app/http/context.server.ts'
import { groupSeats, type GroupOrder, type GroupSeat } from '#app/registrations/naming/group-seats.server.ts'
import { isManagerKey } from '#app/registrations/order-key.ts'
import { keyedOrder } from '#app/registrations/order-queries.server.ts'
import { parseCode } from '#app/values/code.ts'

/** The seats of the order in the address, for whoever has the manager's key of it; null for everybody else. */
export async function groupOf(
  request: Request,
  code: string | undefined,
  { services: { db, config }, language }: RequestContext,
): Promise<{ order: GroupOrder; key: string } | null> {
  const key = new URL(request.url).searchParams.get('key') ?? ''
  const known = await keyedOrder(db, parseCode(code ?? '') ?? '')
  // An unknown code takes the same steps as a wrong key.
  const isTheirs = isManagerKey(config.secret, known ?? { id: '', keyVersion: 0 }, key)
  return known && isTheirs ? { order: await groupSeats(db, { orderId: known.id, language }), key } : null
}

/** One seat of it by its code; null when there is none. */
export function seatOf({ seats }: GroupOrder, code: string | undefined): (GroupSeat & { number: number }) | null {
  const parsed = parseCode(code ?? '')
  const at = seats.findIndex((seat) => seat.code === parsed)
  return at < 0 ? null : { ...seats[at]!, number: at + 1 }
}
