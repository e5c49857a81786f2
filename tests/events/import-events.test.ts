import { afterEach, beforeEach, expect, test } from 'vitest'
import { NOW, testServices } from '#tests/support/app.ts'
import { everything, minimal } from './event-documents.ts'
import { listEventIds, readDocuments } from '#app/events/document/read-documents.server.ts'
import { importEvents } from '#app/events/import-events.server.ts'

let services: Awaited<ReturnType<typeof testServices>>
beforeEach(async () => {
  services = await testServices()
})
afterEach(() => services.close())

const actor = { kind: 'operator' as const }
const LATER = '2026-12-01T08:00:00.000Z'

function take(documents: unknown, now = NOW, db = services.db) {
  return importEvents(db, { documents, now, actor })
}

async function exported(db = services.db) {
  return await readDocuments(db, { eventIds: await listEventIds(db), isPrivate: true })
}

test('what is exported can be imported into an empty database, and is exported the same', async () => {
  expect(await take(everything())).toMatchObject({ ok: true, value: { created: ['inet-2031', 'ntw-2031', 'hostile'] } })
  const before = await exported()
  const other = await testServices()
  try {
    expect(await take(JSON.parse(JSON.stringify(before)), LATER, other.db)).toMatchObject({ ok: true })
    expect(await exported(other.db)).toEqual(before)
  } finally {
    await other.close()
  }
})

test('the same file twice changes nothing', async () => {
  await take(everything())
  const before = await exported()
  const again = await take(everything(), LATER)
  expect(again).toEqual({
    ok: true,
    value: { created: [], updated: [], unchanged: ['inet-2031', 'ntw-2031', 'hostile'] },
  })
  expect(await exported()).toEqual(before)
  expect(await take(before, LATER)).toMatchObject({ value: { updated: [] } })
})

test('an update keeps ids, raises the SEQUENCE and leaves one audit entry', async () => {
  await take(everything())
  const ids = async () => ({
    events: await services.db.selectFrom('events').select(['id', 'slug']).orderBy('slug').execute(),
    tracks: await services.db.selectFrom('tracks').select(['id', 'code']).orderBy('code').execute(),
    types: await services.db.selectFrom('ticketTypes').select(['id', 'code']).orderBy('code').execute(),
    quotas: await services.db.selectFrom('quotas').select(['id', 'name']).orderBy('name').execute(),
    questions: await services.db.selectFrom('questions').select(['id', 'code']).orderBy('code').execute(),
    sessions: await services.db.selectFrom('sessions').select(['id', 'title']).orderBy('title').execute(),
  })
  const before = await ids()
  const [inet, ntw] = everything()
  ntw!.texts.en!.title = 'NTW 2031, moved'
  ntw!.tracks![0]!.room = 'L9'
  const result = await take([inet, ntw], LATER)
  expect(result).toMatchObject({ ok: true, value: { created: [], updated: ['ntw-2031'], unchanged: ['inet-2031'] } })
  expect(await ids()).toEqual(before)
  const event = await services.db
    .selectFrom('events')
    .selectAll()
    .where('slug', '=', 'ntw-2031')
    .executeTakeFirstOrThrow()
  expect(event).toMatchObject({ sequence: 1, version: 2, updatedAt: LATER, createdAt: NOW })
  const audit = await services.db
    .selectFrom('auditEntries')
    .select('action')
    .where('eventId', '=', event.id)
    .orderBy('at')
    .execute()
  expect(audit.map((entry) => entry.action)).toEqual(['event.created', 'event.updated'])
})

test('what is not in the document any more goes, and what is new comes', async () => {
  await take(everything())
  const [, ntw] = everything()
  ntw!.tracks!.pop()
  ntw!.tracks!.push({ code: 'T9', language: 'fr', texts: { fr: { title: 'Neuf' } } })
  ntw!.sessions = [{ kind: 'talk', title: 'Only one', heldOn: '2031-06-02', startsTime: '09:00', endsTime: '10:00' }]
  expect(await take(ntw, LATER)).toMatchObject({ ok: true })
  const [document] = (await exported()).filter((event) => event.slug === 'ntw-2031')
  expect(document!.tracks.map((track) => track.code)).toEqual(['T1', 'T9'])
  expect(document!.sessions.map((session) => session.title)).toEqual(['Only one'])
})

test('a document without its private part leaves what is private as it is', async () => {
  await take(everything())
  const before = await exported()
  const open = before.map(({ private: _, ...event }) => event)
  expect(await take(open, LATER)).toMatchObject({ value: { updated: [] } })
  const inet = open.findIndex((event) => event.slug === 'inet-2031')
  open[inet]!.texts.en!.title = 'Another title'
  expect(await take(open, LATER)).toMatchObject({ value: { updated: ['inet-2031'] } })
  expect((await exported())[inet]!.private).toEqual(before[inet]!.private)
})

test('nothing is imported when one document is wrong, and every problem is told with its path', async () => {
  const [inet, ntw] = everything()
  const result = await take([inet, { ...ntw, parent: 'nowhere', host: { slug: 'nobody' } }])
  expect(result).toMatchObject({ ok: false })
  expect(!result.ok && result.refusals.map((refusal) => [refusal.field, refusal.details?.problem])).toEqual([
    ['$[1].parent', 'names an event “nowhere” that is neither in the file nor here'],
    ['$[1].host', '“nobody” is not known here, so its name and kind are needed'],
  ])
  expect(await listEventIds(services.db)).toEqual([])
  expect(await services.db.selectFrom('series').selectAll().execute()).toEqual([])
})

test('parents may stand in any order, but not in a circle', async () => {
  const [inet, ntw] = everything()
  expect(await take([ntw, inet])).toMatchObject({ ok: true })
  const one = minimal({ slug: 'one', parent: 'two' })
  const two = minimal({ slug: 'two', parent: 'one' })
  expect(await take([one, two])).toMatchObject({ ok: false, refusals: [{ field: '$[0].parent' }] })
})

test('a quota may not become smaller than what is taken, nor may a ticket type with registrations go', async () => {
  await take(everything())
  const event = await services.db
    .selectFrom('events')
    .select('id')
    .where('slug', '=', 'ntw-2031')
    .executeTakeFirstOrThrow()
  await givenRegistration(event.id)
  const [, ntw] = everything()
  ntw!.quotas![0]!.size = 0
  ntw!.private!.quotas![0]!.overBy = 0
  expect(await take(ntw)).toMatchObject({
    ok: false,
    refusals: [{ code: 'import-problem', field: '$.quotas[0].size' }],
  })
  const [, bare] = everything()
  Object.assign(bare!, { ticketTypes: [], questions: [], priceRules: [], private: undefined, quotas: [] })
  const result = await take(bare)
  expect(!result.ok && result.refusals.map((refusal) => refusal.field)).toEqual(['$.ticketTypes', '$.quotas'])
})

async function givenRegistration(eventId: string) {
  const { db } = services
  const type = await db
    .selectFrom('ticketTypes')
    .select('id')
    .where('eventId', '=', eventId)
    .where('code', '=', 'NTW-FULL')
    .executeTakeFirstOrThrow()
  const quota = await db
    .selectFrom('quotas')
    .select('id')
    .where('eventId', '=', eventId)
    .where('position', '=', 0)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('people')
    .values({
      id: 'p',
      fullName: 'Ng',
      latinName: null,
      badgeName: null,
      certificateName: null,
      email: null,
      emailKey: null,
      country: null,
      affiliation: null,
      language: null,
      zone: null,
      sortKey: 'ng',
      createdAt: NOW,
      erasedAt: null,
    })
    .execute()
  await db
    .insertInto('orders')
    .values({
      id: 'o',
      code: 'P',
      keyVersion: 1,
      eventId,
      formKey: 'f',
      personId: 'p',
      language: 'en',
      currency: null,
      paymentMethod: null,
      placedAt: NOW,
      updatedAt: NOW,
    })
    .execute()
  await db
    .insertInto('registrations')
    .values({
      id: 'r',
      eventId,
      orderId: 'o',
      ticketTypeId: type.id,
      trackId: null,
      personId: 'p',
      code: 'T',
      state: 'confirmed',
      activeKey: 'k',
      heldUntil: null,
      confirmedAt: NOW,
      endedAt: null,
      createdAt: NOW,
      updatedAt: NOW,
    })
    .execute()
  await db.insertInto('registrationSeats').values({ registrationId: 'r', quotaId: quota.id, isTaken: 1 }).execute()
  await db
    .updateTable('quotas')
    .set((row) => ({ taken: row('taken', '+', 1) }))
    .where('id', '=', quota.id)
    .execute()
}
