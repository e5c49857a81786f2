import type { Insertable, Kysely } from 'kysely'
import { givenAccount, givenEvent } from './given.ts'
import { givenApplications, givenCall } from './given-call.ts'
import { NOW } from './now.ts'
import { newId } from '#app/values/id.ts'
import { addMinutes } from '#app/values/moment.ts'
import { givenTrack } from '#tests/participants/given-participants.ts'
import { givenCrowd } from '#tests/participants/selection/given-crowd.ts'
import type { Database } from '#db/schema.ts'

const AT_ONCE = 500

/**
 * An event whose every list is so many rows long: registrations with their orders, lines and payments, refunds, mails, log
 * entries, applications; written straight into the tables.
 */
export async function givenLongEvent(db: Kysely<Database>, length: number) {
  const { call, event } = await givenCall({ db }, { sample: 'inet' })
  const place = await givenEvent(db, { seriesId: event.seriesId, tickets: [{ seats: length, price: 12_500 }] })
  const trackId = await givenTrack(db, place.id, 'T1')
  const registrations = await givenCrowd(
    db,
    place.id,
    Array.from({ length }, (_, at) => ({
      ticketTypeId: place.tickets[0]!.id,
      trackId,
      fullName: `Contoh ${(at * 7919) % length}`,
      billed: 12_500,
      paid: at % 2 === 0 ? 12_500 : 0,
      ago: length - at,
    })),
  )
  await inPieces(
    length,
    (at) => mailRow(place.id, at),
    (rows) => db.insertInto('messages').values(rows).execute(),
  )
  await inPieces(
    length,
    (at) => entryRow(place.id, at),
    (rows) => db.insertInto('auditEntries').values(rows).execute(),
  )
  const { accountId } = await givenAccount(db, 'long-organizer@plenary.example', [])
  await inPieces(
    length,
    (at) => markRow(place.id, registrations[at]!, accountId, at),
    (rows) => db.insertInto('attendanceMarks').values(rows).execute(),
  )
  const campaignId = await givenVouchers(db, place.id, length)
  await givenRefunds(db)
  await givenApplications({ db }, { call, count: 1, state: 'submitted', seed: 'long' })
  await givenManyApplications(db, length)
  return { ...place, call, trackId, registrations, campaignId }
}

async function inPieces<Row>(length: number, rowOf: (at: number) => Row, write: (rows: Row[]) => Promise<unknown>) {
  for (let from = 0; from < length; from += AT_ONCE)
    await write(Array.from({ length: Math.min(AT_ONCE, length - from) }, (_, at) => rowOf(from + at)))
}

/** Each a minute after the one before. */
function momentOf(at: number) {
  return addMinutes('2027-01-01T00:00:00.000Z', at)
}

function mailRow(eventId: string, at: number): Insertable<Database['messages']> {
  const now = momentOf(at)
  const id = newId(now)
  return {
    id,
    template: 'order-confirmed',
    subjectId: id,
    recipientKey: `person-${at}@campus.example`,
    occasion: '',
    recipientEmail: `person-${at}@campus.example`,
    recipientName: `Contoh ${at}`,
    language: 'en',
    eventId,
    props: '{}',
    state: 'undeliverable',
    attempts: 3,
    dueAt: now,
    leasedUntil: null,
    sentAt: null,
    lastError: '550 no such mailbox',
    createdAt: now,
  }
}

function entryRow(eventId: string, at: number): Insertable<Database['auditEntries']> {
  const now = momentOf(at)
  return {
    id: newId(now),
    eventId,
    actorKind: 'system',
    actorId: null,
    action: 'registration.confirmed',
    objectKind: 'registration',
    objectId: newId(now),
    before: '{}',
    after: '{}',
    at: now,
  }
}

function markRow(
  eventId: string,
  registrationId: string,
  accountId: string,
  at: number,
): Insertable<Database['attendanceMarks']> {
  const now = momentOf(at)
  return {
    id: newId(now),
    eventId,
    registrationId,
    slot: 'arrival',
    state: 'present',
    at: now,
    deviceAt: null,
    receivedAt: now,
    accountId,
    deviceId: null,
    source: 'list',
    sheetId: null,
    overruled: '',
  }
}

async function givenVouchers(db: Kysely<Database>, eventId: string, length: number): Promise<string> {
  const campaignId = newId(NOW)
  await db
    .insertInto('voucherCampaigns')
    .values({
      id: campaignId,
      eventId,
      name: 'Speakers',
      effect: 'access',
      percentOff: 0,
      appliesTo: 'person',
      opensHidden: 0,
      isCombinable: 0,
      organization: null,
      reservationId: null,
      startsAt: null,
      endsAt: null,
      isDisabled: 0,
      createdAt: NOW,
      updatedAt: NOW,
    })
    .execute()
  await inPieces(
    length,
    (at): Insertable<Database['vouchers']> => ({
      id: newId(momentOf(at)),
      campaignId,
      eventId,
      code: `LONG${String(at).padStart(6, '0')}`,
      maximumUses: 1,
      used: 0,
      emailKey: null,
      note: '',
      isDisabled: 0,
      createdAt: momentOf(at),
    }),
    (rows) => db.insertInto('vouchers').values(rows).execute(),
  )
  return campaignId
}

async function givenRefunds(db: Kysely<Database>): Promise<void> {
  const paid = await db.selectFrom('payments').select(['id', 'orderId', 'currency']).execute()
  await inPieces(
    paid.length,
    (at): Insertable<Database['refunds']> => ({
      id: newId(momentOf(at)),
      orderId: paid[at]!.orderId,
      paymentId: paid[at]!.id,
      attemptId: null,
      amountMinor: 100,
      currency: paid[at]!.currency,
      reason: 'chargeback',
      providerReference: `re_${at}`,
      refundedAt: momentOf(at),
      createdAt: momentOf(at),
    }),
    (rows) => db.insertInto('refunds').values(rows).execute(),
  )
}

async function givenManyApplications(db: Kysely<Database>, length: number): Promise<void> {
  const [one] = await db.selectFrom('applications').selectAll().execute()
  const people = await db.selectFrom('people').select('id').where('sortKey', 'like', 'contoh%').execute()
  await inPieces(
    length,
    (at) => ({
      ...one!,
      id: newId(momentOf(at)),
      code: `A${String(at).padStart(8, '0')}`,
      formKey: newId(NOW),
      activeKey: null,
      personId: people[at % people.length]!.id,
      number: at % 3 === 0 ? null : at,
      score: at % 5 === 0 ? null : at % 1000,
    }),
    (rows) => db.insertInto('applications').values(rows).execute(),
  )
}
