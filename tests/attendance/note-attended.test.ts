import { afterEach, beforeEach, expect, test } from 'vitest'
import { aMark, MORNING } from './given-marks.ts'
import { noteAttended } from '#app/attendance/note-attended.server.ts'
import { recordMarks } from '#app/attendance/record-marks.server.ts'
import { addMinutes } from '#app/values/moment.ts'
import { newId } from '#app/values/id.ts'
import { awardOf, givenAccepted } from '#tests/scholarships/given-award.ts'
import { givenParticipants } from '#tests/participants/given-participants.ts'
import { testServices } from '#tests/support/app.ts'
import { givenAccount, givenTicket } from '#tests/support/given.ts'

let services: Awaited<ReturnType<typeof testServices>>
let given: Awaited<ReturnType<typeof givenAccepted>>

beforeEach(async () => {
  services = await testServices()
  given = await givenAccepted(services.db, { budgetMinor: 10_000_000 })
})

afterEach(async () => {
  await services.close()
})

/** The seat of the award’s holder, as accepting an offer makes it. */
async function givenSeat(): Promise<string> {
  const { db } = services
  const ticket = await givenTicket(db, given.eventId, 9, {})
  const [id] = await givenParticipants(db, { id: given.eventId, tickets: [ticket] }, [{ fullName: 'Contohwati' }])
  const { orderId } = await db
    .selectFrom('registrations')
    .select('orderId')
    .where('id', '=', id!)
    .executeTakeFirstOrThrow()
  const award = await db.selectFrom('awards').selectAll().where('id', '=', given.awardId).executeTakeFirstOrThrow()
  await db
    .insertInto('callOffers')
    .values({
      id: newId(MORNING),
      callId: award.callId,
      applicationId: award.applicationId,
      eventId: given.eventId,
      choiceId: null,
      ticketTypeId: null,
      awardId: award.id,
      reservationId: null,
      wave: 1,
      releaseId: null,
      state: 'accepted',
      activeKey: null,
      untilAt: MORNING,
      remindedAt: null,
      answeredAt: MORNING,
      orderId,
      reason: '',
      createdAt: MORNING,
      updatedAt: MORNING,
    })
    .execute()
  return id!
}

async function mark(registrationId: string, state: 'present' | 'absent') {
  const { accountId } = await givenAccount(services.db, `marker-${newId(MORNING)}@plenary.example`)
  const { seriesId, startsOn, startsAt } = await services.db
    .selectFrom('events')
    .select(['seriesId', 'startsOn', 'startsAt'])
    .where('id', '=', given.eventId)
    .executeTakeFirstOrThrow()
  const at = addMinutes(startsAt, 9 * 60)
  const event = { id: given.eventId, seriesId }
  const marks = [aMark(registrationId, { slot: `half:${startsOn}:am`, state, at })]
  const done = await recordMarks(services.db, { event, marks, accountId, trackIds: 'all', source: 'list', now: at })
  expect(done).toMatchObject({ ok: true, value: [{ is: 'stored' }] })
}

async function afterwards(days = 1) {
  const { endsAt } = await services.db
    .selectFrom('events')
    .select('endsAt')
    .where('id', '=', given.eventId)
    .executeTakeFirstOrThrow()
  return { now: addMinutes(endsAt, days * 24 * 60) }
}

test('who was marked as here has attended, once the event is over and not before', async () => {
  const seat = await givenSeat()
  expect(await noteAttended(services.db, await afterwards())).toBe(0)
  await mark(seat, 'present')
  expect(await noteAttended(services.db, await afterwards(-1))).toBe(0)
  expect(await noteAttended(services.db, await afterwards())).toBe(1)
  expect(await awardOf(services.db, given.awardId)).toMatchObject({ attended: 'yes' })
  expect(await noteAttended(services.db, await afterwards())).toBe(0)
})

test('what somebody set by hand stays; an absence is left to a person', async () => {
  const seat = await givenSeat()
  await mark(seat, 'absent')
  expect(await noteAttended(services.db, await afterwards())).toBe(0)
  expect(await awardOf(services.db, given.awardId)).toMatchObject({ attended: 'unknown' })
  await services.db.updateTable('awards').set({ attended: 'no' }).execute()
  await mark(seat, 'present')
  expect(await noteAttended(services.db, await afterwards())).toBe(0)
  expect(await awardOf(services.db, given.awardId)).toMatchObject({ attended: 'no' })
})
