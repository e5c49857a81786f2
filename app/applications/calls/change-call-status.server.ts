import type { Kysely } from 'kysely'
import { callChecklist, callStops } from './call-checklist.ts'
import { changeCall, type CallChange, type CallRow } from './change-call.server.ts'
import { findCallFacts } from './find-call-facts.server.ts'
import { followCallDates } from './follow-call-dates.server.ts'
import { endOffersOf } from '#app/applications/offers/end-offers-of.server.ts'
import { tellCalledOff } from '#app/applications/offers/tell-called-off.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { CallsTable, Database } from '#db/schema.ts'

type Set = Partial<Pick<CallsTable, 'status' | 'opensAt' | 'closesAt' | 'openedAt'>>

/** Opens a draft: from its beginning on it takes applications, at once where it has none. */
export async function openCall(
  db: Kysely<Database>,
  change: CallChange,
): Promise<Result<null, 'call-not-draft' | 'call-not-ready' | 'gone' | 'busy'>> {
  return await changeCall<null, 'call-not-draft' | 'call-not-ready'>(db, change, async (db, call) => {
    if (call.status !== 'draft') throw new Refused({ code: 'call-not-draft' as const })
    const checklist = callChecklist(await findCallFacts(db, call.id, 'en'), change.now)
    if (callStops(checklist).length > 0) throw new Refused({ code: 'call-not-ready' as const })
    const { now } = change
    return await turn(db, call, now, 'call.opened', { status: 'open', opensAt: call.opensAt ?? now, openedAt: now })
  })
}

/** Ends an open call before its time, for those as well who have begun. */
export async function closeCall(
  db: Kysely<Database>,
  change: CallChange,
): Promise<Result<null, 'call-not-open' | 'gone' | 'busy'>> {
  return await changeCall<null, 'call-not-open'>(db, change, async (db, call) => {
    if (call.status !== 'open') throw new Refused({ code: 'call-not-open' as const })
    return await turn(db, call, change.now, 'call.closed', { status: 'closed', closesAt: endedBy(call, change.now) })
  })
}

/** Gives an open call more time, or opens again one that was closed or is over. */
export async function extendCall(
  db: Kysely<Database>,
  { closesAt, ...change }: CallChange & { closesAt: Instant },
): Promise<Result<null, 'call-not-open' | 'call-not-later' | 'call-not-ready' | 'gone' | 'busy'>> {
  return await changeCall<null, 'call-not-open' | 'call-not-later' | 'call-not-ready'>(db, change, async (db, call) => {
    if (call.status !== 'open' && call.status !== 'closed') throw new Refused({ code: 'call-not-open' as const })
    if (closesAt <= change.now || (call.status === 'open' && closesAt <= (call.closesAt ?? '')))
      throw new Refused({ code: 'call-not-later' as const, field: 'closesAt' })
    const event = await db.selectFrom('events').select('status').where('id', '=', call.eventId).executeTakeFirst()
    if (event?.status === 'cancelled') throw new Refused({ code: 'call-not-ready' as const })
    const isOver = call.status === 'closed' || (call.closesAt !== null && call.closesAt <= change.now)
    return await turn(db, call, change.now, isOver ? 'call.reopened' : 'call.extended', { status: 'open', closesAt })
  })
}

/**
 * Calls a call off for good. What was sent in stays where it is, and nobody is offered anything any more: open offers
 * end, what was to be released is not, and whoever still waits to hear something is told. A place that was accepted is
 * kept.
 */
export async function cancelCall(
  db: Kysely<Database>,
  change: CallChange,
): Promise<Result<null, 'call-cancelled' | 'gone' | 'busy'>> {
  return await changeCall<null, 'call-cancelled'>(db, change, async (db, call) => {
    if (call.status === 'cancelled') throw new Refused({ code: 'call-cancelled' as const })
    const { now, actor } = change
    const ended = await endOffersOf(db, { callId: call.id, now, actor })
    await db
      .updateTable('decisions')
      .set({ releaseId: null })
      .where('callId', '=', call.id)
      .where('releaseId', 'is not', null)
      .where('releasedAt', 'is', null)
      .execute()
    await tellCalledOff(db, { callId: call.id, ended, now })
    const closesAt = call.openedAt === null ? call.closesAt : endedBy(call, change.now)
    return await turn(db, call, change.now, 'call.cancelled', { status: 'cancelled', closesAt })
  })
}

/** Its own end, or now where that has not come. */
function endedBy({ closesAt }: CallRow, now: Instant): Instant {
  return closesAt !== null && closesAt < now ? closesAt : now
}

async function turn(db: Kysely<Database>, call: CallRow, now: Instant, action: string, set: Set) {
  await db.updateTable('calls').set(set).where('id', '=', call.id).execute()
  const wasSeen = call.openedAt !== null || set.openedAt !== undefined
  if (wasSeen) await followCallDates(db, call.eventId, now)
  const before = Object.fromEntries(Object.keys(set).map((name) => [name, call[name as keyof Set]]))
  return { value: null, done: { action, objectKind: 'call', objectId: call.id, before, after: { ...set } } }
}
