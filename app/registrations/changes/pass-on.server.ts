import type { Insertable, Kysely } from 'kysely'
import { changedMails } from './changed-mails.server.ts'
import { insertChange } from './open-changes.server.ts'
import type { SeatToChange } from './seat-to-change.server.ts'
import { writeProof } from './write-proof.server.ts'
import { activeKey } from '../active-key.ts'
import { releaseSignUps } from '../sign-ups/release-sign-ups.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import { newCode } from '#app/values/code.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused } from '#app/values/refusal.ts'
import type { Database, PeopleTable } from '#db/schema.ts'

export type PassOnRefusal = 'seat-gone' | 'address-registered'

/**
 * Gives a confirmed seat with its add-ons to another person: the old registration is `transferred`, a new one with its
 * own code takes over its rows in the quotas, so that no counter moves; its places in sessions are given back. Add-ons of somebody who comes along stay
 * theirs. With the order locked. A proof that spoke for the former person is asked for anew.
 */
export async function passOn(
  db: Kysely<Database>,
  seat: SeatToChange,
  { toPersonId, changeId, now, actor }: { toPersonId: string; changeId?: string; now: Instant; actor: Actor },
): Promise<string> {
  const person = await db.selectFrom('people').selectAll().where('id', '=', toPersonId).executeTakeFirstOrThrow()
  const mainId = await passOnOne(db, seat.id, person, { mainRegistrationId: null, now, actor })
  for (const addon of seat.addons)
    if (addon.emailKey === seat.emailKey) {
      const row = { ...person, id: newId(now) }
      await db.insertInto('people').values(row).execute()
      await passOnOne(db, addon.id, row, { mainRegistrationId: mainId, now, actor })
    } else
      await db
        .updateTable('registrations')
        .set({ mainRegistrationId: mainId, updatedAt: now })
        .where('id', '=', addon.id)
        .execute()
  if (changeId === undefined)
    await insertChange(
      db,
      {
        registrationId: seat.id,
        orderId: seat.orderId,
        eventId: seat.eventId,
        kind: 'person',
        toTicketTypeId: seat.ticketTypeId,
        toPersonId,
        reservationId: null,
        differenceMinor: 0,
        currency: seat.currency,
        state: 'done',
        heldUntil: null,
      },
      { now, actor },
    )
  const { language, eventId } = seat
  const ticket = { template: 'ticket' as const, subjectId: mainId, language, eventId }
  const told = await changedMails(db, { registrationId: seat.id, occasion: mainId })
  const own = person.email === null ? [] : [{ ...ticket, recipient: { email: person.email, name: person.fullName } }]
  await enqueueMessages(db, [...told, ...own], now)
  return mainId
}

async function passOnOne(
  db: Kysely<Database>,
  registrationId: string,
  person: Insertable<PeopleTable>,
  { mainRegistrationId, now, actor }: { mainRegistrationId: string | null; now: Instant; actor: Actor },
): Promise<string> {
  const old = await db
    .selectFrom('registrations')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .selectAll('registrations')
    .select(['allowsRepeat', 'eligibility', 'proof'])
    .where('registrations.id', '=', registrationId)
    .executeTakeFirstOrThrow()
  const { eventId, orderId, ticketTypeId, trackId, allowsRepeat, eligibility, proof: how } = old
  const { numUpdatedRows } = await db
    .updateTable('registrations')
    .set({ state: 'transferred', activeKey: null, heldUntil: null, endedAt: now, updatedAt: now })
    .where('id', '=', registrationId)
    .where('state', '=', 'confirmed')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused<PassOnRefusal>({ code: 'seat-gone' })
  const key = activeKey(eventId, person.email ?? person.id, { id: ticketTypeId, allowsRepeat })
  const other =
    key && (await db.selectFrom('registrations').select('id').where('activeKey', '=', key).executeTakeFirst())
  if (other) throw new Refused<PassOnRefusal>({ code: 'address-registered', field: 'email' })
  const id = newId(now)
  await db
    .insertInto('registrations')
    .values({
      id,
      eventId,
      orderId,
      ticketTypeId,
      trackId,
      personId: person.id,
      code: newCode('T'),
      state: 'confirmed',
      activeKey: key,
      heldUntil: null,
      confirmedAt: now,
      endedAt: null,
      mainRegistrationId,
      replacesId: registrationId,
      createdAt: now,
      updatedAt: now,
    })
    .execute()
  await db
    .updateTable('registrationSeats')
    .set({ registrationId: id })
    .where('registrationId', '=', registrationId)
    .execute()
  await releaseSignUps(db, { registrationIds: [registrationId] })
  await writeProof(db, { registrationId: id, eventId, proof: { eligibility, how }, now, actor })
  await db
    .updateTable('voucherUses')
    .set({ registrationId: id })
    .where('registrationId', '=', registrationId)
    .where('isActive', '=', 1)
    .execute()
  const entry = { actor, objectKind: 'registration', eventId }
  await recordAudit(db, now, [
    {
      ...entry,
      action: 'registration.transferred',
      objectId: registrationId,
      before: { state: 'confirmed' },
      after: { state: 'transferred', successorId: id },
    },
    {
      ...entry,
      action: 'registration.confirmed',
      objectId: id,
      after: { state: 'confirmed', ticketTypeId, personId: person.id, orderId, replacesId: registrationId },
    },
  ])
  return id
}
