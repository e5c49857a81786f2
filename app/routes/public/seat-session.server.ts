import type { ActionFunctionArgs } from '@remix-run/node'
import { seatOfKey } from './own-seat.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { withoutReferrer } from '#app/http/private-page.ts'
import type { leaveSession } from '#app/registrations/sign-ups/leave-session.server.ts'
import type { signUp } from '#app/registrations/sign-ups/sign-up.server.ts'

/** What a button beside a session does, and back to the sessions with what became of it. */
export async function change(
  { request, params, context }: ActionFunctionArgs,
  does: typeof signUp | typeof leaveSession,
  done: 'joined' | 'left',
) {
  const found = await seatOfKey(request, params['code'], context)
  if (!found) throw notFound()
  const { seat, key } = found
  const sessionId = params['session']!
  const given = { registrationId: seat.id, sessionId, now: context.now, actor: { kind: 'visitor' as const } }
  const result = await does(context.services.db, given)
  const query = new URLSearchParams({ key })
  if (result.ok) query.set(done, sessionId)
  else {
    const { code, details = {} } = result.refusals[0]!
    query.set('why', code)
    for (const [name, value] of Object.entries(details)) query.set(name, String(value))
  }
  return withoutReferrer(seeOther(context, `/registrations/${seat.code}/sessions?${query}`))
}

/** Whoever reloads the address of a button sees the sessions. */
export async function backToSessions({ request, params, context }: ActionFunctionArgs) {
  const found = await seatOfKey(request, params['code'], context)
  if (!found) throw notFound()
  return withoutReferrer(seeOther(context, `/registrations/${found.seat.code}/sessions?key=${found.key}`))
}
