import { data } from '@remix-run/node'
import { saveRefused } from './failed.server.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { zoneOf } from '#app/programme/sessions/editing-setting.server.ts'
import { findSession } from '#app/programme/sessions/find-session.server.ts'
import { changedFacts, sessionFacts } from '#app/programme/sessions/session-facts.ts'
import { sessionColumns, type SessionForm } from '#app/programme/sessions/session-form.ts'
import { refusedForm } from '#app/http/form.server.ts'
import type { Refusal } from '#app/values/refusal.ts'

interface Asked {
  eventId: string
  params: { session?: string }
  form: FormData
  typed: SessionForm
}

/** What was typed with what is wrong; where somebody else saved meanwhile, also what stands there now. */
export async function sessionRefused(
  context: RequestContext,
  { eventId, params, form, typed }: Asked,
  { refusals }: { refusals: Refusal[] },
) {
  const { db } = context.services
  const isStale = refusals.some(({ code }) => code === 'stale')
  const found = isStale ? await findSession(db, { eventId, sessionId: params.session ?? '' }) : null
  if (!found) return saveRefused(context, form, refusals)
  const wanted = sessionFacts(sessionColumns(typed, await zoneOf(db, eventId)), typed.people)
  const facts = changedFacts(wanted, found.facts).map((fact) => ({
    fact,
    saved: found.facts[fact],
    typed: wanted[fact],
  }))
  return data({ form: refusedForm(form, refusals), facts }, { status: 409 })
}
