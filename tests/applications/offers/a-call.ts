import type { Kysely } from 'kysely'
import { expect } from 'vitest'
import { decide } from '#app/applications/decisions/decide.server.ts'
import type { NewDecision } from '#app/applications/decisions/decision.ts'
import { releaseDecisions } from '#app/applications/decisions/release-decisions.server.ts'
import type { acceptOffer } from '#app/applications/offers/accept-offer.server.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'
import { type GivenCall, givenApplications, givenCall } from '#tests/support/given-call.ts'
import { NOW } from '#tests/support/now.ts'

export const ORGANIZER = { kind: 'system' } as const

/** A moment after the mails of what is released at NOW have left. */
export const SENT = addMinutes(NOW, 11)

export async function broken(db: Kysely<Database>) {
  return (await checkInvariants(db)).filter(({ violations }) => violations > 0)
}

/** A call with so many applications that were sent in, and what is needed to decide about them. */
export async function aCall(given: { db: Kysely<Database> }, count: number, call: GivenCall = {}) {
  const made = await givenCall(given, call)
  await givenApplications(given, { call: made.call, count })
  const { db } = given
  const rows = await db
    .selectFrom('applications')
    .select('id')
    .where('callId', '=', made.call.id)
    .orderBy('number')
    .execute()
  const packages = await db
    .selectFrom('awardPackages')
    .select(['id', 'code'])
    .where('callId', '=', made.call.id)
    .orderBy('position')
    .execute()
  const ids = rows.map(({ id }) => id)
  return { ...made, callId: made.call.id, ids, packages, choice: made.call.choices[0]! }
}

export type ACall = Awaited<ReturnType<typeof aCall>>

export async function decided(db: Kysely<Database>, { callId }: ACall, decisions: NewDecision[], now = NOW) {
  const result = await decide(db, { callId, decisions, now, actor: ORGANIZER })
  expect(result).toMatchObject({ ok: true })
}

export async function released(db: Kysely<Database>, { callId }: ACall, now: Instant = NOW) {
  const result = await releaseDecisions(db, { callId, now, actor: ORGANIZER })
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.value
}

/** Everybody is accepted to the first choice, and it is released. */
export async function offered(db: Kysely<Database>, call: ACall, ids: string[], packageId: string | null = null) {
  await decided(
    db,
    call,
    ids.map((applicationId) => ({ applicationId, kind: 'accept' as const, choiceId: call.choice.id, packageId })),
  )
  return await released(db, call)
}

export async function offersOf(db: Kysely<Database>, { callId }: ACall) {
  return await db
    .selectFrom('callOffers')
    .selectAll()
    .where('callId', '=', callId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}

export function taking(offerId: string, now = SENT): Parameters<typeof acceptOffer>[1] {
  return { offerId, components: [], isOnAttendeeList: false, mayBePhotographed: false, now, actor: { kind: 'visitor' } }
}

export async function takenSeats(db: Kysely<Database>, eventId: string): Promise<number> {
  const rows = await db.selectFrom('quotas').select('taken').where('eventId', '=', eventId).execute()
  return rows.reduce((sum, { taken }) => sum + taken, 0)
}

export async function mailsTo(db: Kysely<Database>, applicationId: string) {
  return await db
    .selectFrom('messages')
    .select(['template', 'dueAt', 'state', 'occasion'])
    .where('subjectId', '=', applicationId)
    .where('template', 'like', 'admission-%')
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}
