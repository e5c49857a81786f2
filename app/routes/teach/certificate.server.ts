import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { findStanding } from '#app/certificates/find-standing.server.ts'
import { notFound } from '#app/http/answers.ts'
import { requireInstructor } from '#app/http/guards.server.ts'

/** One person of the reader's tracks. @throws 404 for everybody else, and for people of other tracks. */
export async function requireTaught({ request, params, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  const { event, trackIds, signedIn } = await requireInstructor(request, context, params.event!)
  const registrationId = params.registration!
  const { services, now } = context
  const found = await findStanding(services.db, { eventId: event.id, trackIds, registrationId, now })
  if (!found) throw notFound()
  return {
    ...found,
    scope: { eventId: event.id, trackIds },
    ids: { eventId: event.id, registrationId, now },
    accountId: signedIn.accountId,
    base: `/teach/${event.slug}/certificates`,
  }
}
