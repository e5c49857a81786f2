import type { LoaderFunctionArgs } from '@remix-run/node'
import { readList } from './list-reading.server.ts'
import { notFound } from '#app/http/answers.ts'
import { EVERYBODY } from '#app/participants/lists/list-filter.ts'
import { readListedPerson } from '#app/participants/lists/list-page.server.ts'
import { trackIdsFor } from '#app/participants/lists/visible-fields.ts'

/** For what somebody opens one participant. */
const OFFERED = ['teaching', 'desk'] as const

/**
 * The participant whom an address names, as far as the reader sees them: as who teaches them, else as the front desk.
 * @throws 404 when they are on no list of the reader's.
 */
export async function askedPerson(args: LoaderFunctionArgs) {
  const { signedIn, event, purposes, purpose } = await readList(args, OFFERED)
  const { services, language, now } = args.context
  const { roles } = signedIn
  for (const one of [purpose, ...purposes.filter((other) => other !== purpose)]) {
    const trackIds = trackIdsFor(one, roles, event)
    const asked = { event, roles, purpose: one, trackIds, filter: EVERYBODY, language, now }
    const person = await readListedPerson(services.db, { ...asked, code: args.params['code']!.toUpperCase() })
    if (person) return { signedIn, event, purposes, purpose: one, trackIds, person }
  }
  throw notFound()
}
