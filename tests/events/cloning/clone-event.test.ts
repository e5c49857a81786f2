import { afterEach, beforeEach, expect, test } from 'vitest'
import { everything, minimal } from '../event-documents.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenParticipants } from '#tests/participants/given-participants.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { noteCalendarChanges } from '#app/calendar/note-changes.server.ts'
import { cloneEvent } from '#app/events/cloning/clone-event.server.ts'
import { CLONE_PARTS, type ClonePart } from '#app/events/cloning/clone-parts.ts'
import { readDocuments } from '#app/events/document/read-documents.server.ts'
import { importEvents } from '#app/events/import-events.server.ts'
import { newId } from '#app/values/id.ts'
import { addDays } from '#app/values/moment.ts'

let services: Awaited<ReturnType<typeof testServices>>
beforeEach(async () => {
  services = await testServices()
})
afterEach(() => services.close())

const actor = { kind: 'account' as const, id: newId(NOW) }
const LATER = '2032-01-10T08:00:00.000Z'

async function idOf(slug: string): Promise<string> {
  const { db } = services
  return (await db.selectFrom('events').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()).id
}

async function clone(
  fromId: string,
  startsOn: string,
  {
    parts = [...CLONE_PARTS],
    title = 'The next one',
    now = LATER,
  }: { parts?: ClonePart[]; title?: string; now?: string } = {},
) {
  const { db } = services
  const { seriesId } = await db
    .selectFrom('events')
    .select('seriesId')
    .where('id', '=', fromId)
    .executeTakeFirstOrThrow()
  const made = await cloneEvent(db, { fromId, form: { title, startsOn, parts }, seriesIds: [seriesId], now, actor })
  if (!made.ok) throw new Error(JSON.stringify(made.refusals))
  return made.value
}

async function documentOf(id: string) {
  return (await readDocuments(services.db, { eventIds: [id], isPrivate: true }))[0]!
}

/** Every day and moment in a document, so many days later. */
function later<T>(value: T, days: number): T {
  return JSON.parse(JSON.stringify(value), (_key, found: unknown) => {
    const match = typeof found === 'string' ? /^(\d{4}-\d{2}-\d{2})(T.*Z)?$/.exec(found) : null
    return match ? addDays(match[1]!, days) + (match[2] ?? '') : found
  }) as T
}

test('all that organizers wrote and set comes along, by as many days, and is a draft', async () => {
  await importEvents(services.db, { documents: everything(), now: NOW, actor })
  const fromId = await idOf('ntw-2031')
  const made = await clone(fromId, '2032-05-31', { title: 'NTW 2032', now: NOW })
  expect(made).toMatchObject({ slug: 'ntw-2032', moved: [], cut: 0 })

  const [from, to] = [await documentOf(fromId), await documentOf(made.id)]
  const wanted = later(from, 364)
  expect(to).toEqual({
    ...wanted,
    slug: 'ntw-2032',
    status: 'draft',
    edition: 13,
    isSample: false,
    texts: { en: { ...wanted.texts.en, title: 'NTW 2032' }, fr: { ...wanted.texts.fr, title: 'Atelier 2032' } },
    history: null,
    sources: [],
    sequence: 0,
    updatedAt: NOW,
    quotas: from.quotas,
    private: {
      ...wanted.private,
      quotas: wanted.private!.quotas.map((quota) => ({ ...quota, overBy: 0 })),
      campaigns: wanted.private!.campaigns.map((campaign) => ({ ...campaign, vouchers: [] })),
      eligiblePeople: [],
    },
  })
  const row = await services.db.selectFrom('events').selectAll().where('id', '=', made.id).executeTakeFirstOrThrow()
  expect(row).toMatchObject({ previousId: fromId, isTemplate: 0, publishedAt: null, postponedAt: null })
  const blocked = await services.db
    .selectFrom('quotas')
    .select(['name', 'taken'])
    .where('eventId', '=', made.id)
    .where('taken', '>', 0)
    .orderBy('name')
    .execute()
  expect(blocked).toEqual([
    { name: 'Great hall', taken: 4 },
    { name: 'Lab one', taken: 2 },
  ])
  const audit = await services.db.selectFrom('auditEntries').select('action').where('eventId', '=', made.id).execute()
  expect(audit).toEqual([{ action: 'event.cloned' }])
  expect((await checkInvariants(services.db)).filter(({ violations }) => violations > 0)).toEqual([])
})

test('an event that is over gives its place beside the copy to its next edition, and leaves it else', async () => {
  await importEvents(services.db, { documents: everything(), now: NOW, actor })
  const [inet, ntw] = [await idOf('inet-2031'), await idOf('ntw-2031')]
  const alone = await clone(ntw, '2032-05-31')
  const related = async (id: string) => ({
    parent: (await services.db.selectFrom('events').select('parentId').where('id', '=', id).executeTakeFirstOrThrow())
      .parentId,
    neighbours: await services.db
      .selectFrom('eventNeighbours')
      .select(['neighbourId', 'relation'])
      .where('eventId', '=', id)
      .execute(),
  })
  expect(await related(alone.id)).toEqual({ parent: null, neighbours: [] })
  const next = await clone(inet, '2032-06-07', { title: 'INET 2032' })
  const beside = await clone(ntw, '2032-05-31', { title: 'NTW 2032' })
  expect(await related(beside.id)).toEqual({
    parent: next.id,
    neighbours: [{ neighbourId: next.id, relation: 'after' }],
  })
})

test('only what is ticked comes along; campaigns do not without their tickets', async () => {
  await importEvents(services.db, { documents: everything(), now: NOW, actor })
  const made = await clone(await idOf('ntw-2031'), '2032-05-31', { parts: ['questions', 'campaigns'] })
  const document = await documentOf(made.id)
  expect(document).toMatchObject({ sessions: [], ticketTypes: [], quotas: [], people: [], refundRules: [] })
  expect(document.private).toMatchObject({ campaigns: [], blocks: [], sessions: [] })
  expect(document.questions.length + document.private!.questions.length).toBeGreaterThan(2)
  expect(document.questions.every(({ ticketTypes }) => ticketTypes.length === 0)).toBe(true)
  expect(document.tracks).toHaveLength(2)
})

test('nothing of those who came, spoke or were written to comes along', async () => {
  const { db } = services
  const event = await givenEvent(db, { tickets: [{ seats: 5 }] })
  await givenParticipants(db, event, [{ fullName: 'A' }, { fullName: 'B' }])
  const [sessionId, ownerId, broadcastId] = [newId(NOW), newId(NOW), newId(NOW)]
  const day = { heldOn: '2027-06-14', startsTime: '09:00', endsTime: '10:00' }
  await db
    .insertInto('sessions')
    .values({
      ...day,
      id: sessionId,
      eventId: event.id,
      trackId: null,
      code: null,
      kind: 'talk',
      title: 'Talk',
      abstract: '',
      language: null,
      startsAt: '2027-06-14T07:00:00.000Z',
      endsAt: '2027-06-14T08:00:00.000Z',
      room: 'A',
      isPublic: 1,
      isStreamed: 1,
      sequence: 4,
      updatedAt: NOW,
      importUid: 'x'.repeat(32),
      streamUrl: 'https://stream.example.org/1',
      signedUp: 2,
      capacity: 10,
    })
    .execute()
  await db
    .insertInto('sessionPeople')
    .values({
      id: newId(NOW),
      sessionId,
      position: 0,
      role: 'speaker',
      fullName: 'Ng',
      latinName: null,
      affiliation: null,
      email: 'ng@example.org',
    })
    .execute()
  await db
    .insertInto('eventTasks')
    .values({
      id: newId(NOW),
      eventId: event.id,
      title: 'Letters',
      dueOn: '2027-05-01',
      ownerId,
      doneAt: NOW,
      doneBy: ownerId,
      createdAt: NOW,
    })
    .execute()
  const written = {
    id: broadcastId,
    eventId: event.id,
    name: 'Reminder',
    anchor: 'starts' as const,
    offsetDays: -3,
    atTime: '09:00',
    reached: 'z',
    createdBy: ownerId,
    createdAt: NOW,
    updatedAt: NOW,
    startedAt: NOW,
    endedAt: NOW,
  }
  const segment = JSON.stringify({ types: [event.tickets[0]!.id] })
  await db
    .insertInto('broadcasts')
    .values([
      { ...written, kind: 'reminder', state: 'done', segment, sendAt: '2027-06-11T07:00:00.000Z' },
      { ...written, id: newId(NOW), kind: 'once', state: 'done', segment: '{}', sendAt: NOW },
    ])
    .execute()
  await db
    .insertInto('broadcastTexts')
    .values({ broadcastId, language: 'en', subject: 'Soon', body: 'Come.' })
    .execute()
  const came = await db.selectFrom('registrations').select('id').where('eventId', '=', event.id).execute()
  await db
    .insertInto('sessionSignUps')
    .values(came.map(({ id }) => ({ sessionId, registrationId: id, signedUpAt: NOW })))
    .execute()
  await noteCalendarChanges(db, [event.id], NOW)
  await givenAccount(db, 'only@plenary.example', [{ role: 'organizer', scope: 'event', scopeId: event.id }])

  const made = await clone(event.id, '2028-06-12', { now: NOW })
  const own = { eventId: made.id }
  expect(
    await db.selectFrom('quotas').select(['size', 'taken', 'waiting']).where('eventId', '=', made.id).execute(),
  ).toEqual([{ size: 5, taken: 0, waiting: 0 }])
  for (const table of ['registrations', 'orders', 'messages', 'vouchers', 'files'] as const)
    expect(await db.selectFrom(table).selectAll().where('eventId', '=', own.eventId).execute(), table).toEqual([])
  const session = await db.selectFrom('sessions').selectAll().where('eventId', '=', made.id).executeTakeFirstOrThrow()
  expect(session).toMatchObject({
    heldOn: '2028-06-12',
    startsTime: '09:00',
    startsAt: '2028-06-12T07:00:00.000Z',
    sequence: 0,
    importUid: null,
    streamUrl: null,
    signedUp: 0,
    capacity: 10,
  })
  const speakers = await db.selectFrom('sessionPeople').selectAll().where('sessionId', '=', session.id).execute()
  expect(speakers).toMatchObject([{ fullName: 'Ng', email: null }])
  const tasks = await db.selectFrom('eventTasks').selectAll().where('eventId', '=', made.id).execute()
  expect(tasks).toMatchObject([{ title: 'Letters', dueOn: '2028-04-29', ownerId: null, doneAt: null, doneBy: null }])
  const messages = await db.selectFrom('broadcasts').selectAll().where('eventId', '=', made.id).execute()
  const type = await db.selectFrom('ticketTypes').select('id').where('eventId', '=', made.id).executeTakeFirstOrThrow()
  expect(messages).toMatchObject([
    {
      kind: 'reminder',
      state: 'draft',
      sendAt: '2028-06-09T07:00:00.000Z',
      reached: null,
      createdBy: actor.id,
      startedAt: null,
    },
  ])
  expect(JSON.parse(messages[0]!.segment)).toEqual({ types: [type.id] })
  const texts = await db.selectFrom('broadcastTexts').selectAll().where('broadcastId', '=', messages[0]!.id).execute()
  expect(texts).toMatchObject([{ subject: 'Soon' }])
  expect(await db.selectFrom('roles').selectAll().where('scopeId', '=', made.id).execute()).toEqual([])
  expect((await checkInvariants(db)).filter(({ violations }) => violations > 0)).toEqual([])
})

test('hours stay on the clock over a change of the clocks; one that is not there moves forward and is told', async () => {
  const document = minimal({
    slug: 'spring',
    dates: {
      startsOn: '2031-03-02',
      endsOn: '2031-03-03',
      startsTime: '02:30',
      endsTime: '17:00',
      zone: 'America/New_York',
    },
    admission: 'registration',
    applications: { opensAt: null, closesAt: '2031-03-01T23:59:00-05:00' },
    ticketTypes: [
      {
        code: 'ALL',
        texts: { en: { name: 'All' } },
        onSaleUntilAt: '2031-03-03T12:00:00-05:00',
        priceSteps: [
          { kind: 'only', currency: 'USD', amountMinor: 1000, endsAt: '2031-03-03T12:00:00Z', closesZone: 'AoE' },
        ],
      },
    ],
    sessions: [
      { kind: 'lab', title: 'Night', heldOn: '2031-03-02', startsTime: '02:30', endsTime: '03:15' },
      { kind: 'lab', title: 'Morning', heldOn: '2031-03-03', startsTime: '09:00', endsTime: '10:00' },
    ],
    refundRules: [{ reason: 'any', untilAt: '2031-02-20T00:00:00-05:00', percent: 5000, feeMinor: 0 }],
  })
  await importEvents(services.db, { documents: [document], now: NOW, actor })
  // The clocks of New York go forward on 9 March 2031.
  const made = await clone(await idOf('spring'), '2031-03-09', { now: NOW })
  const copy = await documentOf(made.id)
  expect(copy.dates).toMatchObject({
    startsOn: '2031-03-09',
    endsOn: '2031-03-10',
    startsTime: '03:30',
    endsTime: '17:00',
  })
  expect(copy.applications.closesAt).toBe('2031-03-09T04:59:00.000Z')
  expect(copy.ticketTypes[0]).toMatchObject({ onSaleUntilAt: '2031-03-10T16:00:00.000Z' })
  expect(copy.ticketTypes[0]!.priceSteps[0]).toMatchObject({ endsAt: '2031-03-10T12:00:00.000Z', closesZone: 'AoE' })
  expect(copy.refundRules[0]).toMatchObject({ untilAt: '2031-02-27T05:00:00.000Z' })
  expect(copy.sessions).toMatchObject([
    { title: 'Night', heldOn: '2031-03-09', startsTime: '03:30', endsTime: '04:15' },
    { title: 'Morning', heldOn: '2031-03-10', startsTime: '09:00', endsTime: '10:00' },
  ])
  const sessions = await services.db
    .selectFrom('sessions')
    .select(['startsAt', 'endsAt'])
    .where('eventId', '=', made.id)
    .orderBy('startsAt')
    .execute()
  expect(sessions[0]).toEqual({ startsAt: '2031-03-09T07:30:00.000Z', endsAt: '2031-03-09T08:15:00.000Z' })
  expect(made.moved).toEqual([{ day: '2031-03-09', from: '02:30', to: '03:30', zone: 'America/New_York' }])
})

test('an event of a series in which nothing may be made is not there', async () => {
  const event = await givenEvent(services.db)
  const form = { title: 'Mine', startsOn: '2028-06-12', parts: [] }
  const refused = await cloneEvent(services.db, { fromId: event.id, form, seriesIds: [], now: NOW, actor })
  expect(refused).toEqual({ ok: false, refusals: [{ code: 'unknown-event' }] })
})
