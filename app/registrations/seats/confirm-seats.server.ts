import type { Kysely } from 'kysely'
import { activeKey } from '../active-key.ts'
import { completeChanges } from '../changes/complete-changes.server.ts'
import { confirmedMails } from './confirmed-mails.server.ts'
import { registrationsWithQuotas, type SeatedRegistration } from './registration-rows.server.ts'
import { sumDemand } from './seat-demand.ts'
import { giveBack, takeSeats } from './take-seats.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { restoreVoucherUses } from '#app/vouchers/restore-voucher-uses.server.ts'
import type { Database } from '#db/schema.ts'

/** Ids of registrations: `retaken` had lapsed and found a free seat, `missing` are paid for and have none. */
export interface ConfirmedSeats {
  confirmed: string[]
  retaken: string[]
  missing: string[]
  /** Those whose change of ticket waited for this money, and those of which nothing came after all. */
  changed: string[]
  unchanged: string[]
}

/**
 * The money of an order has come: confirms its held seats, and completes the changes that waited for it. Late money
 * takes a lapsed seat again if one is free that nobody waits for (or it waits itself, first of all: `isForQueue`), its
 * event still stands and the person has not registered anew meanwhile; what it cannot take is returned as `missing`
 * and is the caller's to settle. A seat that was cancelled and taken off the order is not missing. To be called inside
 * the transaction that books the money; calling it again changes nothing more.
 */
export async function confirmSeats(
  db: Kysely<Database>,
  { orderId, now, actor, isForQueue = false }: { orderId: string; now: Instant; actor: Actor; isForQueue?: boolean },
): Promise<ConfirmedSeats> {
  const registrations = await registrationsWithQuotas(db, { orderId })
  const unsettled = await cancelledAndOwed(db, orderId)
  const seats: ConfirmedSeats = { confirmed: [], retaken: [], missing: [], changed: [], unchanged: [] }
  const standing: string[] = []
  const stands = (id: string) => [...standing, ...seats.confirmed, ...seats.retaken].includes(id)
  for (const registration of mainsFirst(registrations)) {
    const { id, state, mainRegistrationId: main } = registration
    if (state === 'confirmed') standing.push(id)
    else if (state === 'held' && (await confirmHeld(db, id, now))) seats.confirmed.push(id)
    else if (state === 'held' || state === 'lapsed') {
      const isAlone = main !== null && !stands(main)
      if (!isAlone && (await retake(db, registration, now, isForQueue))) seats.retaken.push(id)
      else seats.missing.push(id)
    } else if (state === 'cancelled' && unsettled.has(id)) seats.missing.push(id)
  }
  await recordConfirmed(db, registrations, seats, now, actor)
  Object.assign(seats, await completeChanges(db, { orderId, now, actor }))
  standing.push(...seats.confirmed, ...seats.retaken)
  if (standing.length > 0) await enqueueMessages(db, await confirmedMails(db, orderId, standing), now)
  return seats
}

/** An add-on is nothing without its main ticket. */
function mainsFirst(registrations: SeatedRegistration[]): SeatedRegistration[] {
  const isAddon = ({ mainRegistrationId }: SeatedRegistration) => mainRegistrationId !== null
  return [...registrations.filter((one) => !isAddon(one)), ...registrations.filter(isAddon)]
}

/** Cancelled seats that the order is still asked for in full: nobody has said what becomes of their money. */
async function cancelledAndOwed(db: Kysely<Database>, orderId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('registrations')
    .innerJoin('orderLines', 'orderLines.registrationId', 'registrations.id')
    .select(['registrations.id', 'orderLines.kind', 'orderLines.amountMinor'])
    .where('registrations.orderId', '=', orderId)
    .where('registrations.state', '=', 'cancelled')
    .execute()
  const owed = [...Map.groupBy(rows, ({ id }) => id)].filter(
    ([, lines]) =>
      !lines.some(({ kind }) => kind === 'cancellation') &&
      lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0) > 0,
  )
  return new Set(owed.map(([id]) => id))
}

async function confirmHeld(db: Kysely<Database>, id: string, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('registrations')
    .set({ state: 'confirmed', confirmedAt: now, heldUntil: null, updatedAt: now })
    .where('id', '=', id)
    .where('state', '=', 'held')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The registration's row is locked first, as everywhere, then its quotas. */
async function retake(
  db: Kysely<Database>,
  registration: SeatedRegistration,
  now: Instant,
  isForQueue: boolean,
): Promise<boolean> {
  const key = await freeActiveKey(db, registration)
  if (key === undefined) return false
  const { numUpdatedRows } = await db
    .updateTable('registrations')
    .set({ state: 'confirmed', activeKey: key, confirmedAt: now, endedAt: null, heldUntil: null, updatedAt: now })
    .where('id', '=', registration.id)
    .where('state', '=', 'lapsed')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  const taken: string[] = []
  for (const quotaId of registration.quotaIds.toSorted()) {
    if ((await takeSeats(db, sumDemand([{ quotaIds: [quotaId] }]), { isForQueue })) === null) taken.push(quotaId)
    else {
      await giveBack(db, sumDemand([{ quotaIds: taken }]))
      await lapseAgain(db, registration.id, now)
      return false
    }
  }
  await db
    .updateTable('registrationSeats')
    .set({ isTaken: 1, reservationId: null })
    .where('registrationId', '=', registration.id)
    .execute()
  await restoreVoucherUses(db, { registrationId: registration.id, now })
  await bumpContentVersion(db)
  return true
}

async function lapseAgain(db: Kysely<Database>, id: string, now: Instant): Promise<void> {
  await db
    .updateTable('registrations')
    .set({ state: 'lapsed', activeKey: null, confirmedAt: null, endedAt: now, updatedAt: now })
    .where('id', '=', id)
    .execute()
}

/** The key that makes it active again; undefined when somebody has it by now, or the event does not stand. */
async function freeActiveKey(db: Kysely<Database>, { id }: SeatedRegistration): Promise<string | null | undefined> {
  const row = await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .innerJoin('events', 'events.id', 'registrations.eventId')
    .select(['registrations.eventId', 'ticketTypeId', 'people.email', 'allowsRepeat'])
    .where('registrations.id', '=', id)
    .where('events.status', '<>', 'cancelled')
    .executeTakeFirst()
  if (!row) return undefined
  // Nobody is named on it, or nobody any more.
  if (row.email === null) return null
  const key = activeKey(row.eventId, row.email, { id: row.ticketTypeId, allowsRepeat: row.allowsRepeat })
  if (key === null) return null
  const other = await db.selectFrom('registrations').select('id').where('activeKey', '=', key).executeTakeFirst()
  return other ? undefined : key
}

async function recordConfirmed(
  db: Kysely<Database>,
  registrations: SeatedRegistration[],
  { confirmed, retaken }: ConfirmedSeats,
  now: Instant,
  actor: Actor,
): Promise<void> {
  const entries = registrations
    .filter(({ id }) => confirmed.includes(id) || retaken.includes(id))
    .map(({ id, eventId }) => ({
      actor,
      action: 'registration.confirmed',
      objectKind: 'registration',
      objectId: id,
      eventId,
      before: { state: retaken.includes(id) ? 'lapsed' : 'held' },
      after: { state: 'confirmed' },
    }))
  await recordAudit(db, now, entries)
}
