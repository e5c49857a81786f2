import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { findStanding } from '#app/certificates/find-standing.server.ts'
import { notFound } from '#app/http/answers.ts'
import { requireRight } from '#app/http/guards.server.ts'

/** One person of the event in the address, for its organizers. @throws 404 for everybody else, and for other events' people. */
export async function requireStanding({ request, params, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  const { event, signedIn } = await requireRight(request, context, params.event!, 'organize')
  const registrationId = params.registration!
  const { services, now } = context
  const found = await findStanding(services.db, { eventId: event.id, trackIds: 'all', registrationId, now })
  if (!found) throw notFound()
  const ids = { eventId: event.id, registrationId, accountId: signedIn.accountId, now }
  return { ...found, event, ids, address: `/organize/${event.slug}/certificates/${registrationId}` }
}
