import type { Kysely } from 'kysely'
import { registrationsWithQuotas, type SeatedRegistration } from './registration-rows.server.ts'
import { giveSeatsBack } from './take-seats.server.ts'
import { releaseSignUps } from '../sign-ups/release-sign-ups.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused } from '#app/values/refusal.ts'
import { releaseVoucherUses } from '#app/vouchers/release-voucher-uses.server.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

const CHUNK = 200

/**
 * Cancels those of these registrations that are held or confirmed, and gives their seats and their uses of
 * vouchers back; others are left alone. Money and mails are the caller's. Composes: inside a transaction it is part of it.
 * Returns the ids that it cancelled, or `busy`.
 */
export async function cancelRegistrations(
  db: Kysely<Database>,
  input: { registrationIds: string[]; now: Instant; actor: Actor; reason: string },
) {
  return await transact(db, async (db) => {
    const cancelled: SeatedRegistration[] = []
    for (let from = 0; from < input.registrationIds.length; from += CHUNK)
      cancelled.push(...(await cancelSome(db, input.registrationIds.slice(from, from + CHUNK), input)))
    if (cancelled.length > 0) {
      await giveSeatsBack(
        db,
        cancelled.flatMap(({ seats }) => seats),
      )
      for (let from = 0; from < cancelled.length; from += CHUNK) {
        const registrationIds = cancelled.slice(from, from + CHUNK).map(({ id }) => id)
        await releaseVoucherUses(db, { registrationIds, now: input.now })
        await releaseSignUps(db, { registrationIds })
      }
      await bumpContentVersion(db)
    }
    return { cancelled: cancelled.map(({ id }) => id) }
  })
}

async function cancelSome(
  db: Kysely<Database>,
  ids: string[],
  { now, actor, reason }: { now: Instant; actor: Actor; reason: string },
): Promise<SeatedRegistration[]> {
  const active = (await registrationsWithQuotas(db, { ids })).filter(
    ({ state }) => state === 'held' || state === 'confirmed',
  )
  if (active.length === 0) return []
  for (const state of ['held', 'confirmed'] as const) await cancelThose(db, active, state, now)
  const own = active.map(({ id }) => id)
  await db.updateTable('registrationSeats').set({ isTaken: 0 }).where('registrationId', 'in', own).execute()
  await recordAudit(
    db,
    now,
    active.map(({ id, eventId, state }) => ({
      actor,
      action: 'registration.cancelled',
      objectKind: 'registration',
      objectId: id,
      eventId,
      before: { state },
      after: { state: 'cancelled', reason },
    })),
  )
  return active
}

/** One guarded update for all of a state. If one of them changed since it was read, the caller had better try again. */
async function cancelThose(
  db: Kysely<Database>,
  registrations: SeatedRegistration[],
  state: 'held' | 'confirmed',
  now: Instant,
): Promise<void> {
  const ids = registrations.filter((one) => one.state === state).map(({ id }) => id)
  if (ids.length === 0) return
  const { numUpdatedRows } = await db
    .updateTable('registrations')
    .set({ state: 'cancelled', activeKey: null, heldUntil: null, endedAt: now, updatedAt: now })
    .where('id', 'in', ids)
    .where('state', '=', state)
    .executeTakeFirst()
  if (numUpdatedRows !== BigInt(ids.length)) throw new Refused({ code: 'busy' })
}
