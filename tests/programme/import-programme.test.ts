import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { calendar, entry, importing, LATER, organizer, sample, SITE } from './given-import.ts'
import { programmeCalendar } from '#app/calendar/event-calendar.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import { saveTrack } from '#app/events/save-track.server.ts'
import { eraseDueFiles } from '#app/files/erase-due-files.server.ts'
import { readFile } from '#app/files/read-file.server.ts'
import type { Language } from '#app/locales/languages.ts'
import { receiveProgramme } from '#app/programme/import/receive-programme.server.ts'
import { addMinutes } from '#app/values/moment.ts'
import { newId } from '#app/values/id.ts'
import { transact } from '#db/transact.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

let services: Awaited<ReturnType<typeof testServices>>
beforeAll(async () => {
  services = await testServices()
})
afterAll(() => services.close())

const actor = { kind: 'account', id: 'an-account' } as const

async function given(facts: Parameters<typeof givenEvent>[1] = {}) {
  const event = await givenEvent(services.db, facts)
  const form = {
    seen: '',
    textLanguage: 'en',
    code: 'T1',
    title: 'Inside the campus',
    language: 'en',
    level: undefined,
  }
  await saveTrack(services.db, {
    eventId: event.id,
    trackId: null,
    form: { ...form, room: '', summary: '', prerequisites: '' },
    now: NOW,
    actor,
  })
  return { event, ...importing(services.db, event.id) }
}

/** The file that the public is given of a programme. */
async function exported(eventId: string, language: Language = 'en') {
  const site = { ...SITE, language, prefix: `/${language}` }
  return (await programmeCalendar(services.db, site, { eventId, address: '/programme.ics' }))!.body
}

describe.each(['google', 'outlook', 'indico', 'pretalx', 'sched', 'apple'])('a programme from %s', (name) => {
  test('is looked at, imported, and the same when it is imported again', async () => {
    const { look, apply, rows } = await given()
    const first = await look(sample(name))
    const added = first.entries.filter(({ is }) => is === 'new').length
    expect(added).toBeGreaterThan(0)
    expect(await rows()).toEqual([])
    expect(await apply(sample(name))).toMatchObject({ ok: true, value: { added, changed: 0, removed: 0 } })
    const before = await rows()
    expect(before).toHaveLength(added)
    const again = await look(sample(name))
    expect(again.entries.filter(({ is }) => is === 'same')).toHaveLength(added)
    expect(again.entries.filter(({ is }) => is === 'new' || is === 'changed')).toEqual([])
    expect(await apply(sample(name))).toMatchObject({ refusals: [{ code: 'programme-nothing' }] })
    expect(await rows()).toEqual(before)
  })
})

test('what each says of place, track, kind and time', async () => {
  const { apply, plan, rows } = await given()
  expect(await plan(sample('google'))).toEqual([
    'left-out event Routing workshop',
    'new 14 09:00–10:30 Opening, and what we will build',
    'new 14 10:30–11:00 Coffee ☕',
    'new 15 10:30–11:00 Coffee ☕',
    'new 18 10:30–11:00 Coffee ☕',
    'new 17 11:00–11:30 Coffee, later',
    'left-out cancelled Panel that will not be held',
  ])
  expect(await plan(sample('sched'))).toEqual([
    'new 18 08:00–09:30 Peering game',
    'refused over-midnight Dinner that ends late',
  ])
  for (const name of ['google', 'outlook', 'indico', 'pretalx', 'sched', 'apple']) await apply(sample(name))
  const shown = (await rows()).map(({ heldOn, startsTime, title, room, track, kind, isPublic }) =>
    [heldOn.slice(8), startsTime, title, room ?? '-', track ?? '-', kind, isPublic].join(' | '),
  )
  expect(shown).toEqual([
    '14 | 09:00 | Opening, and what we will build | Great Hall | - | other | 1',
    '14 | 10:30 | Coffee ☕ | - | - | other | 1',
    '14 | 11:00 | OSPF; the long way | Lab 2 | - | other | 1',
    '15 | 09:00 | Meeting of the instructors | - | - | other | 0',
    '15 | 10:30 | Coffee ☕ | - | - | other | 1',
    '16 | 09:00 | BGP for campuses | Lab 2 | - | other | 1',
    '16 | 11:00 | Lightning talks | Lab 3 | - | other | 1',
    '17 | 11:00 | Coffee, later | - | - | other | 1',
    '17 | 14:00 | Measuring a slow network - Amina Beispiel | Great Hall | - | other | 1',
    '17 | 15:00 | شبكات الجامعات — سؤال وجواب، للجميع | Great Hall | T1 | workshop | 1',
    '18 | 08:00 | Peering game | Lab 3 | T1 | other | 1',
    '18 | 10:30 | Coffee ☕ | - | - | other | 1',
    '18 | 12:00 | Closing | Great Hall | - | other | 1',
    '18 | 14:00 | Walk through the town | - | - | other | 1',
  ])
})

test('a changed file changes what it changes: SEQUENCE rises there only, people and the rest stay, the log has it', async () => {
  const { event, apply, plan, look, rows } = await given()
  const first = calendar(
    entry('a', '14T070000', 'Opening', 'LOCATION:Great Hall', 'DESCRIPTION:Welcome'),
    entry('b', '14T090000', 'Names', 'LOCATION:Lab 1'),
    entry('c', '15T090000', 'Routes'),
    entry('d', '16T090000', 'Farewell'),
  )
  await apply(first)
  const before = await rows()
  expect(before.map(({ sequence, calendarAt }) => [sequence, calendarAt])).toEqual(before.map(() => [0, LATER]))
  await services.db
    .insertInto('sessionPeople')
    .values({
      id: newId(NOW),
      sessionId: before[1]!.id,
      position: 0,
      role: 'speaker',
      fullName: 'Ngozi Muster',
      latinName: null,
      affiliation: null,
    })
    .execute()
  await transact(services.db, (db) => eventChanged(db, event.id, LATER))
  const sequenceOf = new Map((await rows()).map(({ id, sequence }) => [id, sequence]))
  const second = calendar(
    entry('a', '14T070000', 'Opening', 'LOCATION:Great Hall'),
    entry('b', '14T100000', 'Names and numbers', 'LOCATION:Lab 2\\, Kigali', 'CATEGORIES:t1'),
    entry('c', '15T090000', 'Routes', 'STATUS:CANCELLED'),
    entry('e', '16T110000', 'Dinner', 'CLASS:CONFIDENTIAL'),
  )
  expect(await plan(second)).toEqual([
    'same 14 09:00–10:00 Opening',
    'changed 14 12:00–13:00 Names and numbers title: Names → Names and numbers when: 2027-06-14 11:00–12:00 UTC+2 → 2027-06-14 12:00–13:00 UTC+2 room: Lab 1 → Lab 2 track:  → T1',
    'removed 15 11:00–12:00 Routes',
    'new 16 13:00–14:00 Dinner',
  ])
  expect((await look(second)).gone).toMatchObject([{ title: 'Farewell' }])
  expect(await apply(second)).toEqual({
    ok: true,
    value: { added: 1, changed: 1, same: 1, removed: 1, refused: 0, leftOut: 0 },
  })
  const after = await rows()
  expect(after.map(({ id, title, sequence }) => [title, sequence, sequenceOf.get(id)])).toEqual([
    ['Opening', 0, 0],
    ['Names and numbers', 2, 1],
    ['Farewell', 0, 0],
    ['Dinner', 0, undefined],
  ])
  expect(after[0]!.abstract).toBe('Welcome')
  expect(after[1]!.id).toBe(before[1]!.id)
  expect(
    await services.db.selectFrom('sessionPeople').select('sessionId').where('sessionId', '=', after[1]!.id).execute(),
  ).toHaveLength(1)
  const log = await services.db
    .selectFrom('auditEntries')
    .select(['action', 'objectKind'])
    .where('eventId', '=', event.id)
    .where((eb) => eb.or([eb('action', 'like', 'session.%'), eb('action', 'like', 'programme.%')]))
    .orderBy('id')
    .execute()
  expect(log.map(({ action }) => action)).toEqual([
    ...Array.from({ length: 4 }, () => 'session.added'),
    'programme.imported',
    'session.changed',
    'session.added',
    'session.removed',
    'programme.imported',
  ])
})

test('sessions that a file has no more stay, unless it is said of each that it goes', async () => {
  const { apply, look, rows } = await given()
  await apply(calendar(entry('a', '14T070000', 'A'), entry('b', '14T090000', 'B'), entry('c', '15T090000', 'C')))
  const less = calendar(entry('a', '14T070000', 'A, changed'))
  const { gone } = await look(less)
  expect(gone.map(({ title }) => title)).toEqual(['B', 'C'])
  const stranger = (await given()).event.id
  expect(await apply(less, { remove: [gone[0]!.id, stranger] })).toMatchObject({ value: { changed: 1, removed: 1 } })
  expect((await rows()).map(({ title }) => title)).toEqual(['A, changed', 'C'])
  // What was made by hand is never among them.
  await services.db.updateTable('sessions').set({ importUid: null }).where('title', '=', 'C').execute()
  expect((await look(less)).gone).toEqual([])
})

test('a preview that is no longer true is refused, and nothing of it is done', async () => {
  const { event, apply, look, rows } = await given()
  const file = calendar(entry('a', '14T070000', 'A'), entry('b', '14T090000', 'B'))
  const { seen } = await look(file)
  await apply(calendar(entry('a', '14T070000', 'A, meanwhile')))
  expect(await apply(file, { seen })).toMatchObject({ refusals: [{ code: 'programme-stale' }] })
  expect(await rows()).toHaveLength(1)
  const again = await look(file)
  await services.db.updateTable('events').set({ zone: 'Asia/Kathmandu' }).where('id', '=', event.id).execute()
  expect(await apply(file, { seen: again.seen })).toMatchObject({ refusals: [{ code: 'programme-stale' }] })
  // What does not touch it does not make it untrue.
  const third = await look(file)
  await transact(services.db, (db) => eventChanged(db, event.id, LATER))
  expect(await apply(file, { seen: third.seen })).toMatchObject({ ok: true })
})

test.each(['en', 'fr', 'ar'] as const)(
  'our own file (%s) is the same programme, and another event takes it as its own',
  async (language) => {
    const { event, apply, plan, rows } = await given({ title: 'Routing workshop' })
    await apply(
      calendar(
        entry('a', '14T070000', 'Opening', 'LOCATION:Great Hall', 'DESCRIPTION:Welcome\\n\\nto all'),
        entry('b', '14T090000', 'Names, and more'.replace(',', '\\,')),
      ),
    )
    const own = await exported(event.id, language)
    expect(await plan(own)).toEqual(['same 14 09:00–10:00 Opening', 'same 14 11:00–12:00 Names, and more'])
    for (const changed of [{ areRoomsPublic: 0 as const }, { status: 'cancelled' as const, cancelledAt: NOW }]) {
      await services.db.updateTable('events').set(changed).where('id', '=', event.id).execute()
      expect((await plan(await exported(event.id, language))).map((line) => line.slice(0, 4))).toEqual(['same', 'same'])
    }
    await services.db
      .updateTable('events')
      .set({ status: 'published', areRoomsPublic: 1 })
      .where('id', '=', event.id)
      .execute()
    const edited = own.replace('Great Hall', 'Lab 7').replace('to all', 'to you')
    expect(await plan(edited)).toEqual([
      'changed 14 09:00–10:00 Opening room: Great Hall → Lab 7 abstract: Welcome\n\nto all → Welcome\n\nto you',
      'same 14 11:00–12:00 Names, and more',
    ])
    const other = await given({ venue: 'Another place', city: 'Huye' })
    expect(await other.apply(own)).toMatchObject({ value: { added: 2 } })
    const facts = (all: Awaited<ReturnType<typeof rows>>) =>
      all.map(({ title, abstract, room, startsAt, endsAt }) => ({ title, abstract, room, startsAt, endsAt }))
    expect(facts(await other.rows())).toEqual(facts(await rows()))
    expect((await other.plan(own)).map((line) => line.slice(0, 4))).toEqual(['same', 'same'])
  },
)

test('those who import the same file at once import it once', async () => {
  const { apply, look, rows } = await given()
  const file = calendar(entry('a', '14T070000', 'A'), entry('b', '14T090000', 'B'))
  const { seen } = await look(file)
  const outcomes = await Promise.all([apply(file, { seen }), apply(file, { seen }), apply(file, { seen })])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.flatMap((one) => (one.ok ? [] : one.refusals.map(({ code }) => code)))).toEqual([
    'programme-stale',
    'programme-stale',
  ])
  expect(await rows()).toHaveLength(2)
})

test('an hour that comes twice is kept apart', async () => {
  const berlin = { startsOn: '2027-10-30', endsOn: '2027-10-31', zone: 'Europe/Berlin' }
  const { apply, rows, plan } = await given(berlin)
  const at = (uid: string, time: string) =>
    ['BEGIN:VEVENT', `UID:${uid}`, `DTSTART:20271031T${time}Z`, 'DURATION:PT20M', `SUMMARY:${uid}`, 'END:VEVENT'].join(
      '\r\n',
    )
  const file = calendar(at('first', '003000'), at('second', '013000'))
  await apply(file)
  expect(
    (await rows()).map(({ startsTime, startsLater, endsLater, startsAt }) => [
      startsTime,
      startsLater,
      endsLater,
      startsAt,
    ]),
  ).toEqual([
    ['02:30', 0, 0, '2027-10-31T00:30:00.000Z'],
    ['02:30', 1, 1, '2027-10-31T01:30:00.000Z'],
  ])
  expect((await plan(file)).map((line) => line.slice(0, 4))).toEqual(['same', 'same'])
})

test.each([
  ['a title over the column', entry('a', '14T070000', 'x'.repeat(301)), 'title-long'],
  ['no title', entry('a', '14T070000', ''), 'no-title'],
  ['a room over the column', entry('a', '14T070000', 'A', `LOCATION:${'x'.repeat(121)}`), 'room-long'],
  ['a text over the column', entry('a', '14T070000', 'A', `DESCRIPTION:${'x'.repeat(16_001)}`), 'abstract-long'],
  ['the day before', entry('a', '13T070000', 'A'), 'outside'],
  ['the day after', entry('a', '18T220000', 'A'), 'outside'],
  ['over midnight', entry('a', '14T213000', 'A'), 'over-midnight'],
  ['a whole day', calendarDay('20270615'), 'all-day'],
  ['no UID', entry('', '14T070000', 'A'), 'no-uid'],
])('%s is refused in its place and nothing is cut', async (_name, wrong, code) => {
  const { apply, plan, rows } = await given()
  const file = calendar(wrong, entry('good', '14T090000', 'Good'))
  expect((await plan(file)).map((line) => line.split(' ').slice(0, 2))).toEqual([
    ['refused', code],
    ['new', '14'],
  ])
  expect(await apply(file)).toMatchObject({ value: { added: 1, refused: 1 } })
  expect((await rows()).map(({ title }) => title)).toEqual(['Good'])
})

test('until midnight is 24:00', async () => {
  const { apply, rows } = await given()
  await apply(calendar(entry('a', '14T210000', 'A')))
  expect(await rows()).toMatchObject([{ startsTime: '23:00', endsTime: '24:00', endsAt: '2027-06-14T22:00:00.000Z' }])
})

test('new sessions need not be public; UIDs that differ in capitals only are two', async () => {
  const { apply, rows } = await given()
  await apply(calendar(entry('abc', '14T070000', 'A'), entry('ABC', '14T090000', 'B')), { isPublic: false })
  expect((await rows()).map(({ title, isPublic }) => [title, isPublic])).toEqual([
    ['A', 0],
    ['B', 0],
  ])
})

test('two thousand sessions are one import, and the number of questions does not grow with them', async () => {
  const { apply, look, rows } = await given()
  const many = (count: number, more = '') =>
    calendar(
      ...Array.from({ length: count }, (_, at) =>
        entry(
          `s${at}`,
          `1${4 + (at % 5)}T${String(6 + (at % 12)).padStart(2, '0')}${String(at % 60).padStart(2, '0')}00`,
          `Session ${at}${more}`,
        ),
      ),
    )
  const began = performance.now()
  expect(await apply(many(2000))).toMatchObject({ value: { added: 2000, refused: 0 } })
  expect(await apply(many(2000, ', changed'))).toMatchObject({ value: { added: 0, changed: 2000 } })
  expect(performance.now() - began).toBeLessThan(60_000)
  expect(await rows()).toHaveLength(2000)
  const { gone } = await look(many(1))
  expect(gone).toHaveLength(1999)
  expect(await apply(many(1), { remove: gone.map(({ id }) => id) })).toMatchObject({ value: { removed: 1999 } })
}, 120_000)

test('files are kept for a day, five of an event, compressed, and gone when they cannot be read', async () => {
  const { event } = await given()
  const accountId = await organizer(services.db, event.id)
  const send = (text: string, now = NOW) =>
    receiveProgramme(services.db, {
      eventId: event.id,
      content: Buffer.from(text),
      name: 'programme.ics',
      accountId,
      language: 'en',
      now,
    })
  const ids: string[] = []
  for (let at = 0; at < 6; at++) {
    const sent = await send(calendar(entry('a', '14T070000', `A ${at}`)), addMinutes(NOW, at))
    if (!sent.ok) throw new Error('refused')
    ids.push(sent.value.fileId)
  }
  expect(await readFile(services.db, ids[0]!)).toBeNull()
  const kept = await readFile(services.db, ids[5]!)
  expect(Buffer.from(kept!.content).toString()).toContain('SUMMARY:A 5')
  await eraseDueFiles(services.db, { now: addMinutes(NOW, 24 * 60 + 4) })
  expect([await readFile(services.db, ids[4]!), (await readFile(services.db, ids[5]!))?.id]).toEqual([null, ids[5]])
  expect(kept).toMatchObject({ name: 'programme.ics', mediaType: 'text/calendar', eventId: event.id })
  for (const [text, code] of [
    ['', 'file-empty'],
    ['x'.repeat(5 * 1024 * 1024 + 1), 'file-too-large'],
    ['<html>', 'calendar-none'],
    [calendar(), 'calendar-empty'],
    [calendar(entry('a', '14T070000', 'A')).slice(0, -20), 'calendar-cut-off'],
    [calendar(entry('a', '14T070000', 'A\x01')), 'calendar-none'],
  ] as const)
    expect([code, await send(text)]).toMatchObject([code, { refusals: [{ code, field: 'file' }] }])
})

function calendarDay(day: string): string {
  return ['BEGIN:VEVENT', 'UID:a', `DTSTART;VALUE=DATE:${day}`, 'SUMMARY:A', 'END:VEVENT'].join('\r\n')
}
