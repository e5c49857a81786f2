import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/http/answers.ts'
import { requireSignedIn } from '#app/http/guards.server.ts'
import { readListFilter } from '#app/participants/lists/list-filter.ts'
import { type ListPurpose, purposesOf, trackIdsFor } from '#app/participants/lists/visible-fields.ts'
import { eventPlace } from '#app/people/queries.server.ts'

/**
 * What an address of a participant list asks for, and for what its reader may have it: `?purpose=`, else their usual one.
 * @throws 404 for whoever has no such purpose at the event. A stranger is sent to sign in whether it exists or not.
 */
export async function readList(
  { request, params, context }: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>,
  offered?: readonly ListPurpose[],
) {
  const signedIn = await requireSignedIn(request, context)
  const event = await eventPlace(context.services.db, params['event']!)
  if (!event) throw notFound()
  const purposes = purposesOf(signedIn.roles, event).filter((one) => offered?.includes(one) ?? true)
  const address = new URL(request.url).searchParams
  const wanted = address.get('purpose')
  const purpose = wanted === null ? purposes[0] : purposes.find((one) => one === wanted)
  if (purpose === undefined) throw notFound()
  return {
    signedIn,
    event,
    purposes,
    purpose,
    trackIds: trackIdsFor(purpose, signedIn.roles, event),
    filter: readListFilter(address),
    address,
  }
}
