import { expect, test } from 'vitest'
import { listEventPeople } from '#app/events/editing-queries.server.ts'
import type { EventPersonForm } from '#app/events/event-person-form.ts'
import { seenPerson } from '#app/events/seen-person.ts'
import { removeEventPerson } from '#app/events/remove-event-person.server.ts'
import { saveEventPerson } from '#app/events/save-event-person.server.ts'
import { givenTrack } from '#tests/participants/given-participants.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

const actor = { kind: 'account', id: 'an-account' } as const
const form: EventPersonForm = {
  seen: '',
  fullName: '山田 例',
  latinName: 'Rei Yamada-Rei',
  role: 'lead-instructor',
  affiliation: '',
}

test('people are named, changed and removed, each a change that the public sees and the audit knows', async () => {
  const { db, close } = await testServices()
  const event = await givenEvent(db)
  const trackId = await givenTrack(db, event.id, 'T2')
  const version = async () =>
    (await db.selectFrom('contentVersions').select('version').executeTakeFirst())?.version ?? 0
  const before = await version()
  const added = await saveEventPerson(db, { eventId: event.id, personId: null, form, now: NOW, actor })
  if (!added.ok) throw new Error('refused')
  const second = { ...form, fullName: 'Kwame Sandbox', latinName: '', role: 'chair' as const }
  await saveEventPerson(db, { eventId: event.id, personId: null, form: second, now: NOW, actor })
  const personId = added.value.id
  const unseen = { eventId: event.id, personId, form: { ...form, trackId }, now: NOW, actor }
  expect(await saveEventPerson(db, unseen)).toMatchObject({ refusals: [{ code: 'stale' }] })
  const [known] = await listEventPeople(db, event.id)
  await saveEventPerson(db, { ...unseen, form: { ...unseen.form, seen: seenPerson(known!) } })
  expect(await listEventPeople(db, event.id)).toMatchObject([
    { fullName: '山田 例', trackId, affiliation: null, country: null },
    { fullName: 'Kwame Sandbox', latinName: null, role: 'chair' },
  ])
  const search = db.selectFrom('eventSearch').select('words').where('eventId', '=', event.id)
  expect((await search.executeTakeFirstOrThrow()).words).toContain('yamada')
  expect(await removeEventPerson(db, { eventId: event.id, personId, now: NOW, actor })).toMatchObject({ ok: true })
  expect(await listEventPeople(db, event.id)).toHaveLength(1)
  expect(Number(await version()) - Number(before)).toBe(4)

  const audit = await db.selectFrom('auditEntries').selectAll().where('objectKind', '=', 'event-person').execute()
  expect(audit.map(({ action }) => action).toSorted()).toEqual([
    'event-person.added',
    'event-person.added',
    'event-person.changed',
    'event-person.removed',
  ])
  expect(JSON.stringify(audit)).not.toMatch(/Yamada|Sandbox|山田/)
  await close()
})

test('nobody is changed or removed through another event, and no track is borrowed from one', async () => {
  const { db, close } = await testServices()
  const [event, other] = [await givenEvent(db), await givenEvent(db)]
  const foreign = await givenTrack(db, other.id, 'T9')
  const added = await saveEventPerson(db, { eventId: event.id, personId: null, form, now: NOW, actor })
  if (!added.ok) throw new Error('refused')
  const personId = added.value.id
  const gone = { refusals: [{ code: 'gone' }] }
  expect(await saveEventPerson(db, { eventId: other.id, personId, form, now: NOW, actor })).toMatchObject(gone)
  expect(await removeEventPerson(db, { eventId: other.id, personId, now: NOW, actor })).toMatchObject(gone)
  const borrowed = { ...form, trackId: foreign }
  expect(await saveEventPerson(db, { eventId: event.id, personId, form: borrowed, now: NOW, actor })).toMatchObject({
    refusals: [{ code: 'unknown-track', field: 'trackId' }],
  })
  expect(await listEventPeople(db, event.id)).toMatchObject([{ fullName: '山田 例', trackId: null }])
  await close()
})
