import { afterEach, beforeEach, expect, test } from 'vitest'
import { DAY, givenCourse, givenSession, MORNING } from '../given-marks.ts'
import { checkIn } from '#app/attendance/desk/check-in.server.ts'
import { findTicket } from '#app/attendance/desk/find-ticket.server.ts'
import { searchPeople } from '#app/attendance/desk/search-people.server.ts'
import { takeBack } from '#app/attendance/desk/take-back.server.ts'
import { cancelRegistrations } from '#app/registrations/seats/cancel-registrations.server.ts'
import { addMinutes } from '#app/values/moment.ts'
import { ROSTER } from '#tests/participants/given-participants.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { broken } from '#tests/waiting-list/a-queue.ts'

let services: Awaited<ReturnType<typeof testServices>>
let course: Awaited<ReturnType<typeof givenCourse>>

beforeEach(async () => {
  services = await testServices()
  course = await givenCourse(
    services.db,
    ROSTER.map(({ fullName }) => fullName),
  )
})

afterEach(async () => {
  expect(await broken(services.db)).toEqual([])
  await services.close()
})

const ARRIVAL = { key: 'arrival', day: null, trackId: null }

async function atDesk(registrationId: string, more: Partial<Parameters<typeof checkIn>[1]> = {}) {
  const done = await checkIn(services.db, {
    event: course.event,
    by: { registrationId },
    door: ARRIVAL,
    today: DAY,
    desk: 'Door A',
    overrule: null,
    accountId: course.frontDesk,
    language: 'en',
    now: MORNING,
    ...more,
  })
  if (!done.ok) throw new Error(JSON.stringify(done.refusals))
  const { isIn, judgement } = done.value
  return { isIn, verdict: judgement.verdict, values: judgement.values }
}

test(
  'of ten desks at the same moment one lets the person in, nine hear that they are here',
  { timeout: 60_000 },
  async () => {
    for (const id of course.first.slice(0, 5)) {
      const answers = await Promise.all(Array.from({ length: 10 }, (_, at) => atDesk(id, { desk: `Door ${at}` })))
      expect(answers.filter(({ isIn }) => isIn)).toHaveLength(1)
      expect(answers.filter(({ verdict }) => verdict === 'already-here')).toHaveLength(9)
      const marks = await services.db
        .selectFrom('attendanceMarks')
        .select('id')
        .where('registrationId', '=', id)
        .execute()
      expect(marks).toHaveLength(1)
    }
  },
)

test('a picture of a ticket ten minutes later hears since when, by whom and where; undone, it is new again', async () => {
  const [id] = course.first
  expect(await atDesk(id!)).toMatchObject({ isIn: true, verdict: 'ok' })
  const second = await atDesk(id!, { now: addMinutes(MORNING, 10), desk: 'Door B' })
  expect(second).toMatchObject({ isIn: false, verdict: 'already-here' })
  expect(second.values).toMatchObject({ at: MORNING, where: 'Door A' })
  const back = { event: course.event, registrationId: id!, slot: 'arrival', desk: '', accountId: course.frontDesk }
  expect(await takeBack(services.db, { ...back, now: MORNING })).toBe(true)
  expect(await takeBack(services.db, { ...back, now: MORNING })).toBe(false)
  expect(await atDesk(id!)).toMatchObject({ isIn: true })
})

test('a wrong day and a wrong room can be overruled, which is on record; a cancelled seat cannot', async () => {
  const { db } = services
  const [id, gone] = course.first
  await db
    .insertInto('ticketTypeDays')
    .values({ ticketTypeId: course.event.tickets[0]!.id, heldOn: '2027-06-14' })
    .execute()
  expect(await atDesk(id!)).toMatchObject({ isIn: false, verdict: 'wrong-day' })
  expect(await atDesk(id!, { overrule: 'wrong-room' })).toMatchObject({ isIn: false, verdict: 'wrong-day' })
  expect(await atDesk(id!, { overrule: 'wrong-day' })).toMatchObject({ isIn: true })
  const mark = await db.selectFrom('attendanceMarks').select(['overruled', 'desk']).executeTakeFirstOrThrow()
  expect(mark).toEqual({ overruled: 'wrong-day', desk: 'Door A' })
  const entry = await db
    .selectFrom('auditEntries')
    .select('objectId')
    .where('action', '=', 'registration.let-in')
    .execute()
  expect(entry).toEqual([{ objectId: id }])
  await db.deleteFrom('ticketTypeDays').execute()
  const session = await givenSession(db, course.event.id, { trackId: course.tracks[1] })
  const door = { key: `session:${session}`, day: DAY, trackId: course.tracks[1] }
  expect(await atDesk(id!, { door })).toMatchObject({ verdict: 'wrong-room', isIn: false })
  const reason = { reason: 'request', now: NOW, actor: { kind: 'account' as const, id: course.organizer } }
  await cancelRegistrations(db, { registrationIds: [gone!], ...reason })
  expect(await atDesk(gone!, { overrule: 'cancelled' })).toMatchObject({ verdict: 'cancelled', isIn: false })
})

test('of a ticket of another event nothing is told but that', async () => {
  const other = await givenEvent(services.db, { slug: 'elsewhere' })
  const seat = await services.db.selectFrom('registrations').select('code').limit(1).executeTakeFirstOrThrow()
  const found = await findTicket(services.db, {
    eventId: other.id,
    by: { code: seat.code },
    slot: 'arrival',
    language: 'en',
  })
  expect(found).toMatchObject({ ticket: { isOfOtherEvent: true }, holder: null })
  const none = { eventId: other.id, by: { registrationId: course.first[0]! }, slot: 'arrival', language: 'en' }
  expect(await findTicket(services.db, none)).toBeNull()
})

test('each of the twelve names is found by what a person at the desk can type', async () => {
  const found = async (typed: string) =>
    (await searchPeople(services.db, { eventId: course.event.id, typed, slot: 'arrival', byEmail: false })).people.map(
      ({ fullName }) => fullName,
    )
  const typed: [string, string][] = [
    ['contoh', 'Contohwati'],
    ['thora daemis', 'Þóra Dæmisdóttir'],
    ['muestra maria', 'María de los Ángeles Muestra y Prueba'],
    ['nguyen mau', 'Nguyễn Thị Mẫu'],
    ['山田', '山田 例'],
    ['نور', 'نور تجريبي'],
    ['ሙከራ', 'ሙከራ ምሳሌ'],
    ['siobhan', 'O’Test-Case, Siobhán'],
    ['тест', 'Тест Примеров'],
    ['=sum', '=SUM(A1) Formula'],
  ]
  for (const [words, name] of typed) expect(await found(words), words).toContain(name)
  expect((await found('a'))[0]).toBe('A')
  expect((await found('ng')).slice(0, 2)).toEqual(['Ng', 'Ng'])
  expect(await found('%')).toEqual([])
  expect(await found(' ')).toEqual([])
})
