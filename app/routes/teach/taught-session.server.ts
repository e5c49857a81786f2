import type { LoaderFunctionArgs } from '@remix-run/node'
import { mayChangeMaterials } from './reading.ts'
import { notFound } from '#app/http/answers.ts'
import { requireInstructor } from '#app/http/guards.server.ts'
import { findSession } from '#app/programme/sessions/find-session.server.ts'

/** The session of an address, for who teaches in its track. @throws 404 for everybody else. */
export async function requireTaughtSession({ request, params, context }: LoaderFunctionArgs) {
  const known = await requireInstructor(request, context, params.event!)
  const asked = { eventId: known.event.id, sessionId: params.session! }
  const found = await findSession(context.services.db, asked)
  if (!found || !mayChangeMaterials({ trackId: found.session.trackId || null }, known.trackIds)) throw notFound()
  const actor = { kind: 'account', id: known.signedIn.accountId } as const
  const { title } = found.session
  return { ...known, title, change: { ...asked, now: context.now, actor } }
}
