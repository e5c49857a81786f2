import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound, seeOther } from '#app/http/answers.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { withoutReferrer } from '#app/http/private-page.ts'
import { type Change, changeUntil, knownEnd, whyNotChanged } from '#app/registrations/changes/change-rules.ts'
import { type SeatToChange, seatToChange } from '#app/registrations/changes/seat-to-change.server.ts'
import { isOrderKey } from '#app/registrations/order-key.ts'
import { keyedOrder } from '#app/registrations/order-queries.server.ts'
import { parseCode } from '#app/values/code.ts'

/** The order of an address with its key. @throws 404 for everybody else, whether there is such an order or not. */
export async function askedOrder({
  request,
  params,
  context,
}: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>) {
  const { db, config } = context.services
  const key = new URL(request.url).searchParams.get('key') ?? ''
  const order = await keyedOrder(db, parseCode(params['code'] ?? '') ?? '')
  const isTheirs = isOrderKey(config.secret, order ?? { id: '', keyVersion: 0 }, key)
  if (!order || !isTheirs) throw notFound()
  return { order, key }
}

/** The seat of an address, and why it cannot be changed in this way now (null: it can). @throws 404 without one. */
export async function askedSeat(args: LoaderFunctionArgs, change: Change) {
  const { order, key } = await askedOrder(args)
  const { services, language, now } = args.context
  const code = parseCode(args.params['registration'] ?? '') ?? ''
  const seat = await seatToChange(services.db, { orderId: order.id, code, language })
  if (!seat) throw notFound()
  const why = whyNotChanged(change, { ...seat, hasOpenChange: seat.openChange !== null, now })
  return { seat, key, why, shown: shownSeat(seat, change, key) }
}

/** What a page of one seat shows of it, whatever is changed. */
function shownSeat(seat: SeatToChange, change: Change, key: string) {
  const { code, orderCode, fullName, erasedAt, ticket, currency, event, cost, addons } = seat
  return {
    code,
    key,
    orderCode,
    fullName,
    isUnnamed: fullName === '' && erasedAt === null,
    ticket,
    currency,
    cost,
    addons: addons.map((addon) => addon.ticket),
    until: knownEnd(changeUntil(change, seat.rules, event)),
    event: {
      title: event.title,
      titleLanguage: event.titleLanguage,
      mark: event.mark,
      zone: event.zone,
      contactEmail: event.contactEmail,
    },
  }
}

export type ShownSeat = ReturnType<typeof shownSeat>

/** Back to the order, which says what was done. */
export function toOrder(context: RequestContext, { orderCode, key }: { orderCode: string; key: string }, done: string) {
  return withoutReferrer(seeOther(context, `/orders/${orderCode}?${new URLSearchParams({ key, done })}`))
}
