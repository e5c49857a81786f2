import { codeErrors } from './code-errors.ts'
import type { RegisterView } from './register-view.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { ownFields } from '#app/http/same-page.ts'
import { readAllTerms } from '#app/payments/methods/read-terms.server.ts'
import { waysToPay } from '#app/payments/methods/ways-to-pay.ts'
import { HOLD_MINUTES } from '#app/registrations/seats/hold-minutes.ts'
import { typedVouchers, wantedTickets } from '#app/registrations/order-form.ts'
import { whyClosed } from '#app/registrations/offered.ts'
import type { OrderOffer } from '#app/registrations/order-offer.ts'
import { agreedBy } from '#app/registrations/payment-terms.ts'
import type { PlaceOrder } from '#app/registrations/placing.ts'
import { type PricedOrder, priceOrder } from '#app/registrations/prices/price-order.ts'
import { draftOrder } from '#app/registrations/to-place-order.ts'
import { type FormState, typedValue } from '#app/values/form-state.ts'
import { hashOf } from '#app/values/secret.ts'
import { type OpenOffer, openOffer } from '#app/waiting-list/open-offer.server.ts'

/** The seats that are held for whoever opened the link of an offer; `none` when the address names no offer. */
export async function heldSeats(query: URLSearchParams, { services, now }: RequestContext) {
  const offerId = query.get('offer')
  if (offerId === null) return { is: 'none' as const }
  const { secret } = services.config
  return await openOffer(services.db, { offerId, key: query.get('key') ?? '', secret, now })
}

/** What can be had, by the codes and the price list that the form or the address names. */
export async function offerOf(
  { services, language, now }: RequestContext,
  { slug, form, held }: { slug: string; form: FormState; held: OpenOffer | null },
): Promise<OrderOffer | null> {
  return await services.reads.offer({
    slug,
    language,
    now,
    currency: typedValue(form, 'currency') ?? null,
    codes: typedVouchers(typedValue(form, 'voucherCodes')),
    held: held && { ticketTypeId: held.ticketTypeId, seats: held.seats, pricedAt: held.reservation.pricedAt },
  })
}

/** The page for a form as far as it is typed: what it costs, and how it can be paid. Codes that do nothing are told. */
export async function registerView(
  context: RequestContext,
  { offer, form, held }: { offer: OrderOffer; form: FormState; held: OpenOffer | null },
): Promise<RegisterView> {
  const { services, language, now } = context
  const wanted = wantedTickets(form, offer.tickets)
  const seats = wanted.length > 0
  const draft = draftOrder(offer, wanted, form, { language, reservation: held?.reservation })
  const hasCodes = (draft.order.voucherCodes ?? []).length > 0
  const priced = seats || hasCodes ? await pricesOf(context, draft.order) : NO_PRICES
  const { due } = priced
  const [terms, list] = await Promise.all([
    seats && due ? readAllTerms(services.db, offer.event.id) : null,
    waitingList(context, offer),
  ])
  const ways = terms && due ? waysToPay(services.gateways, { terms, chosen: null, amount: due, now }) : []
  return {
    offer,
    form: { ...form, errors: { ...codeErrors(priced.refusals, draft.order), ...form.errors } },
    sum: seats
      ? {
          due,
          isReverseCharge: priced.isReverseCharge,
          lines: priced.lines.map((line) => {
            const place = draft.places[line.at]!
            return { ...line, person: place.person, guest: place.guest }
          }),
        }
      : null,
    ways: ways.map((way) => {
      const term = terms!.get(way.method)!
      return { ...way, ...agreedBy(term, offer.event, now, HOLD_MINUTES), needsApproval: term.needsApproval }
    }),
    held: held && { offerId: held.offerId, untilAt: held.untilAt, seats: held.seats },
    hasWaitingList: list,
  }
}

/** Of a form without a seat and without a code. */
const NO_PRICES: Pick<PricedOrder, 'lines' | 'due' | 'isReverseCharge' | 'refusals'> = {
  lines: [],
  due: null,
  isReverseCharge: false,
  refusals: [],
}

async function pricesOf({ services, now }: RequestContext, order: PlaceOrder): Promise<PricedOrder> {
  const offered = await services.reads.offered([order])
  return priceOrder({ order, offered, vouchers: offered.vouchers, now })
}

/**
 * The page that stands in the place of the form, as everybody is shown it: it is rendered once for all of them, and what
 * they typed rides along.
 */
export function asForAll(
  view: RegisterView,
  { request, context, status }: { request: Request; context: RequestContext; status: number },
): RegisterView {
  const { offer, hasWaitingList, form } = view
  const { language, prefix, now } = context
  const closed = whyClosed(offer.event, now)
  const said = [textOf(offer), closed, hasWaitingList, form.errors, language, prefix, request.url, status]
  context.samePage = { key: JSON.stringify(said), fields: form.values }
  return { ...view, form: { ...form, values: ownFields() } }
}

/** Hundreds who ask at once are shown one offer. */
const texts = new WeakMap<OrderOffer, string>()

function textOf(offer: OrderOffer): string {
  const text = texts.get(offer) ?? hashOf(JSON.stringify(offer))
  texts.set(offer, text)
  return text
}

/** Whether one can wait for seats of this event. Asked only when something is sold out. */
async function waitingList({ services, language, now }: RequestContext, { event, tickets }: OrderOffer) {
  if (!tickets.some(({ state }) => state === 'sold-out')) return false
  return await services.isJoinable({ slug: event.slug, language, now })
}
