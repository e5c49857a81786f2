import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound, seeOther } from '#app/http/answers.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { registrationPlace } from '#app/participants/one-person/registration-place.server.ts'
import type { EventRight } from '#app/people/rights.ts'
import { type Change, whyNotChanged } from '#app/registrations/changes/change-rules.ts'
import { seatToChange } from '#app/registrations/changes/seat-to-change.server.ts'

/** The registration of an address, for whoever may do this at its event. @throws 404 for everybody and everything else. */
export async function askedRegistrationOf(
  { request, params, context }: LoaderFunctionArgs,
  right: EventRight = 'organize',
) {
  const { event, signedIn } = await requireRight(request, context, params['event']!, right)
  const registrationId = params['registration']!
  const place = await registrationPlace(context.services.db, { eventId: event.id, registrationId })
  if (!place) throw notFound()
  const actor = { kind: 'account', id: signedIn.accountId } as const
  /** Back to the page of the registration, which says what was done. */
  const back = (done: string) =>
    seeOther(context, `/organize/${event.slug}/registrations/${registrationId}?done=${done}`)
  return { event, signedIn, place, actor, back }
}

/** The same as a seat to change, and why an organizer cannot change it so now (null: they can). */
export async function askedSeatOf(args: LoaderFunctionArgs, change: Change) {
  const asked = await askedRegistrationOf(args)
  const { services, language, now } = args.context
  const { orderId, code } = asked.place
  const seat = (await seatToChange(services.db, { orderId, code, language }))!
  const why = whyNotChanged(change, { ...seat, hasOpenChange: seat.openChange !== null, waives: true, now })
  return { ...asked, seat, why }
}
