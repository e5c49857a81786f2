import { decisionPage } from './decision-page.server.ts'
import { findCallOffer, seatOfOffer } from '#app/applications/offers/list-call-offers.server.ts'
import { notFound } from '#app/http/answers.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { cancelFigures } from '#app/payments/changes/cancel-figures.server.ts'
import { seatToChange } from '#app/registrations/changes/seat-to-change.server.ts'

/**
 * The offer that an organizer takes back: one that is `open`, or accepted with a `seat` or an `award` alone, with what
 * its registration means in money; or it is `over`. @throws 404
 */
export async function withdrawing(
  request: Request,
  context: RequestContext,
  params: { event?: string | undefined; call?: string | undefined; offer?: string | undefined },
) {
  const page = await decisionPage(request, context, params)
  const { db } = page
  const offer = await findCallOffer(db, { callId: page.call.id, offerId: params.offer! })
  if (!offer) throw notFound()
  const given = { ...page, offer, name: offer.fullName }
  if (offer.state === 'open') return { ...given, is: 'open' as const, money: null }
  const isAccepted = offer.state === 'accepted'
  const standing = isAccepted ? await seatOfOffer(db, offer.orderId) : null
  if (standing && offer.orderId !== null)
    return { ...given, is: 'seat' as const, money: await moneyOf(context, offer.orderId, standing.code) }
  const is = isAccepted && offer.awardState === 'accepted' ? ('award' as const) : ('over' as const)
  return { ...given, is, money: null }
}

async function moneyOf({ services, language, now }: RequestContext, orderId: string, code: string) {
  const seat = (await seatToChange(services.db, { orderId, code, language }))!
  const asked = { isVisaRefused: false, visaAppliedOn: null, now }
  const figures = await cancelFigures(services.db, services.gateways, seat, asked)
  const { currency, state, event } = seat
  return {
    seat: { currency, isHeld: state === 'held', asksFinance: true, event: { zone: event.zone } },
    figures,
    shown: figures.amount + figures.claimed,
  }
}
