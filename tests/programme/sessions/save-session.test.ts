import { afterEach, beforeEach, expect, test } from 'vitest'
import { aSession } from './a-session.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { addMaterial } from '#app/programme/sessions/add-material.server.ts'
import { findSession } from '#app/programme/sessions/find-session.server.ts'
import { removeSession } from '#app/programme/sessions/remove-session.server.ts'
import { repeatSession } from '#app/programme/sessions/repeat-session.server.ts'
import { saveSession } from '#app/programme/sessions/save-session.server.ts'
import { sessionExtras } from '#app/programme/sessions/session-extras.server.ts'
import type { SessionForm } from '#app/programme/sessions/session-form.ts'
import { saveFile } from '#app/files/save-file.server.ts'
import { addMinutes } from '#app/values/moment.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

const actor = { kind: 'account', id: 'an-account' } as const
const LATER = addMinutes(NOW, 10)

let test_: Awaited<ReturnType<typeof testServices>>
let event: Awaited<ReturnType<typeof givenEvent>>
const db = () => test_.db

beforeEach(async () => {
  test_ = await testServices()
  event = await givenEvent(db())
})

afterEach(async () => {
  expect((await checkInvariants(db())).filter(({ violations }) => violations > 0)).toEqual([])
  await test_.close()
})

const save = (form: SessionForm, sessionId: string | null = null, now = NOW) =>
  saveSession(db(), { eventId: event.id, sessionId, form, now, actor })

async function added(given: Partial<SessionForm> = {}): Promise<string> {
  const saved = await save(aSession(given))
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusals))
  return saved.value.id
}

const found = async (sessionId: string) => (await findSession(db(), { eventId: event.id, sessionId }))!

test('a session with all that there is; what is typed again changes nothing, and a change raises its SEQUENCE', async () => {
  const people: SessionForm['people'] = [
    {
      role: 'lead-instructor',
      fullName: 'نور تجريبي',
      latinName: 'Nour Test',
      affiliation: 'Campus',
      email: 'n@example.org',
    },
    { role: 'assistant', fullName: 'Ng', latinName: '', affiliation: '' },
  ]
  const whole = aSession({
    people,
    code: '3B',
    endsTime: '00:00',
    interpretation: ['ar', 'fr'],
    streamUrl: 'https://stream.example/1',
    takesSignUps: true,
    capacity: 30,
  })
  const id = await added(whole)
  const { session, people: stored, seen } = await found(id)
  expect(session).toMatchObject({ code: '3B', endsTime: '24:00', isStreamed: 1, capacity: 30, interpretation: 'ar,fr' })
  expect(session.endsAt).toBe('2027-06-15T22:00:00.000Z')
  expect(stored).toEqual([people[0], { ...people[1], email: undefined }])
  expect(await db().selectFrom('rooms').select(['name', 'position']).execute()).toEqual([
    { name: 'Lab 2', position: 0 },
  ])
  expect(await save({ ...whole, seen }, id, LATER)).toMatchObject({ ok: true, value: { changed: [] } })
  expect((await found(id)).session).toMatchObject({ sequence: 0, version: 0 })
  const moved = await save({ ...whole, seen, room: 'Lab 3' }, id, LATER)
  expect(moved).toMatchObject({ ok: true, value: { changed: ['room'] } })
  expect((await found(id)).session).toMatchObject({ sequence: 1, version: 1, calendarAt: LATER })
  const [entry] = await db()
    .selectFrom('auditEntries')
    .select(['before', 'after'])
    .where('action', '=', 'session.changed')
    .execute()
  expect(entry!.before).toBe('{"room":"Lab 2"}')
  const [first] = await db().selectFrom('auditEntries').select('after').where('action', '=', 'session.added').execute()
  for (const personal of ['Nour', 'example.org', 'stream']) expect(first!.after).not.toContain(personal)
})

test('who saves over what somebody else saved is told, and nothing is overwritten', async () => {
  const id = await added()
  const { seen } = await found(id)
  await save(aSession({ seen, title: 'By the first' }), id)
  const second = await save(aSession({ seen, title: 'By the second' }), id)
  expect(second).toMatchObject({ refusals: [{ code: 'stale' }] })
  expect((await found(id)).session.title).toBe('By the first')
  const now = await found(id)
  expect(await save(aSession({ seen: now.seen, title: 'By the second' }), id)).toMatchObject({ ok: true })
})

test('of two who save at once one is refused', async () => {
  const id = await added()
  const { seen } = await found(id)
  const both = await Promise.all(['One', 'Two'].map((title) => save(aSession({ seen, title }), id)))
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
})

test('another event’s session or track is not there', async () => {
  const id = await added()
  const other = await givenEvent(db())
  const { seen } = await found(id)
  const foreign = { eventId: other.id, sessionId: id, now: NOW, actor }
  expect(await saveSession(db(), { ...foreign, form: aSession({ seen }) })).toMatchObject({
    refusals: [{ code: 'gone' }],
  })
  expect(await removeSession(db(), foreign)).toMatchObject({ refusals: [{ code: 'gone' }] })
  expect(await repeatSession(db(), { ...foreign, days: ['2027-06-16'] })).toMatchObject({
    refusals: [{ code: 'gone' }],
  })
  const track = { trackId: 'nobody’s' }
  expect(await save(aSession(track))).toMatchObject({ refusals: [{ code: 'unknown-track', field: 'trackId' }] })
})

test('repeated on other days it keeps its hours and people; where clocks change nothing is guessed', async () => {
  await db().updateTable('events').set({ zone: 'Europe/Paris' }).where('id', '=', event.id).execute()
  const people = [{ role: 'chair', fullName: 'Ng', latinName: '', affiliation: '' }] as const
  const id = await added({
    heldOn: '2027-03-26',
    startsTime: '02:15',
    endsTime: '03:15',
    code: 'A',
    people: [...people],
  })
  const repeat = (...days: string[]) => repeatSession(db(), { eventId: event.id, sessionId: id, days, now: NOW, actor })
  const copied = await repeat('2027-03-27', '2027-03-29')
  if (!copied.ok) throw new Error('refused')
  const copies = await Promise.all(copied.value.ids.map(found))
  expect(copies.map(({ session }) => [session.heldOn, session.startsAt, session.code])).toEqual([
    ['2027-03-27', '2027-03-27T01:15:00.000Z', null],
    ['2027-03-29', '2027-03-29T00:15:00.000Z', null],
  ])
  expect(copies[0]!.people).toMatchObject(people)
  const skipped = { code: 'clocks-change', field: 'days', details: { day: '2027-03-28', time: '02:15' } }
  expect(await repeat('2027-03-28')).toMatchObject({ refusals: [skipped] })
  expect(await repeat('2027-03-30', '2027-10-31')).toMatchObject({ refusals: [{ code: 'clocks-change' }] })
  expect(await repeat()).toMatchObject({ refusals: [{ code: 'no-day' }] })
  expect(await db().selectFrom('sessions').select('id').execute()).toHaveLength(3)
})

test('removed with its people and materials; a file is erased', async () => {
  const id = await added({ people: [{ role: 'speaker', fullName: 'Ng', latinName: '', affiliation: '' }] })
  const file = {
    content: Buffer.from('%PDF-1.7 x'),
    name: 'a.pdf',
    purpose: 'material',
    eraseAt: LATER,
    now: NOW,
  } as const
  const kept = await saveFile(db(), { ...file, eventId: event.id })
  if (!kept.ok) throw new Error('refused')
  const material = {
    eventId: event.id,
    sessionId: id,
    form: { title: '', audience: 'participants' as const },
    now: NOW,
    actor,
  }
  expect(await addMaterial(db(), { ...material, file: kept.value })).toMatchObject({ ok: true })
  const extras = async (audience: 'public' | 'participants') =>
    (await sessionExtras(db(), { eventId: event.id, audience })).get(id)!.materials.map(({ title }) => title)
  expect([await extras('public'), await extras('participants')]).toEqual([[], ['a.pdf']])
  expect(await removeSession(db(), { eventId: event.id, sessionId: id, now: NOW, actor })).toMatchObject({ ok: true })
  for (const table of ['sessions', 'sessionPeople', 'sessionMaterials'] as const)
    expect(await db().selectFrom(table).select('id').execute()).toEqual([])
  expect(await db().selectFrom('files').select('content').execute()).toEqual([{ content: null }])
})

test('a file of another event, or of another purpose, becomes nobody’s material', async () => {
  const id = await added()
  const other = await givenEvent(db())
  const file = { content: Buffer.from('%PDF-1.7 x'), name: 'a.pdf', eraseAt: LATER, now: NOW } as const
  for (const more of [
    { purpose: 'material', eventId: other.id },
    { purpose: 'proof', eventId: event.id },
  ] as const) {
    const kept = await saveFile(db(), { ...file, ...more })
    if (!kept.ok) throw new Error('refused')
    const form = { title: 'Theirs', audience: 'public' as const }
    expect(
      await addMaterial(db(), { eventId: event.id, sessionId: id, form, file: kept.value, now: NOW, actor }),
    ).toMatchObject({ refusals: [{ code: 'gone', field: 'file' }] })
  }
})
