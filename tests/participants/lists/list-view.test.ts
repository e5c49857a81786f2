import type { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { givenPlanted, MARKERS, type Planted } from './given-planted.ts'
import { givenParticipants, ROSTER } from '../given-participants.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { EVERYBODY, type ListFilter } from '#app/participants/lists/list-filter.ts'
import { listChoices } from '#app/participants/lists/list-choices.server.ts'
import { readListView } from '#app/participants/lists/list-view.server.ts'
import type { ListPurpose } from '#app/participants/lists/visible-fields.ts'
import type { HeldRole, RoleName } from '#app/people/rights.ts'
import { newId } from '#app/values/id.ts'
import type { Database } from '#db/schema.ts'

let services: Awaited<ReturnType<typeof testServices>>
let db: Kysely<Database>

beforeEach(async () => {
  services = await testServices()
  db = services.db
})

afterEach(() => services.close())

const at = (role: RoleName, eventId: string, trackId = ''): HeldRole => ({
  role,
  scope: 'event',
  scopeId: eventId,
  trackId,
})

/** A list as one role reads it, each row by the keys of its columns. */
async function read(
  event: { id: string; seriesId: string },
  {
    role = 'organizer',
    purpose = 'teaching',
    trackIds = 'all',
    ...filter
  }: Partial<ListFilter> & { role?: RoleName; purpose?: ListPurpose; trackIds?: string[] | 'all' } = {},
) {
  const view = await readListView(db, {
    event,
    roles: [at(role, event.id)],
    purpose,
    trackIds,
    filter: { ...EVERYBODY, ...filter },
    language: 'en',
    now: NOW,
  })
  const rows = await view.rows(await view.ids())
  return rows.map((row) => Object.fromEntries(view.columns.map(({ key }, column) => [key, row![column]!])))
}

const names = (rows: Record<string, string | number>[]) => rows.map(({ fullName }) => fullName)
const planted = (...who: Planted[]) => who.map((one) => MARKERS.fullName(one))

test('twelve names come whole, by name, and each row stands at its id, or null once it has left', async () => {
  const event = await givenEvent(db, { tickets: [{ seats: 60 }] })
  const [first] = await givenParticipants(db, event, ROSTER)
  expect(new Set(names(await read(event)))).toEqual(new Set(ROSTER.map(({ fullName }) => fullName)))
  const view = await readListView(db, {
    event,
    roles: [at('organizer', event.id)],
    purpose: 'teaching',
    trackIds: 'all',
    filter: EVERYBODY,
    language: 'fr',
    now: NOW,
  })
  const ids = await view.ids()
  await db.updateTable('registrations').set({ state: 'cancelled' }).where('id', '=', first!).execute()
  const rows = await view.rows(ids.toReversed())
  expect(rows).toHaveLength(12)
  expect(rows.indexOf(null)).toBe(ids.toReversed().indexOf(first!))
  expect(view.columns.find(({ key }) => key === 'fullName')!.label).toBe('Nom')
})

test('filters: track, words in any script, group, language, country, day of the ticket, session', async () => {
  const { event, tracks, ids } = await givenPlanted(db)
  expect(names(await read(event))).toEqual(planted('alba', 'bruno', 'celia'))
  expect(names(await read(event, { trackId: tracks[1] }))).toEqual(planted('celia'))
  expect(names(await read(event, { trackIds: [tracks[0]] }))).toEqual(planted('alba', 'bruno'))
  expect(names(await read(event, { trackIds: [tracks[0]], trackId: tracks[1] }))).toEqual([])
  expect(names(await read(event, { search: 'LATIN-BRU' }))).toEqual(planted('bruno'))
  expect(names(await read(event, { search: '%' }))).toEqual([])
  expect(names(await read(event, { group: MARKERS.group('alba') }))).toEqual(planted('alba'))
  expect(names(await read(event, { language: 'fr' }))).toEqual(planted('celia'))
  expect(names(await read(event, { country: 'ZW' }))).toEqual([])
  await db.insertInto('ticketTypeDays').values({ ticketTypeId: event.tickets[0]!.id, heldOn: '2027-06-14' }).execute()
  expect(names(await read(event, { day: '2027-06-15' }))).toEqual(planted('celia'))
  expect(names(await read(event, { day: '2027-06-14' }))).toEqual(planted('alba', 'bruno', 'celia'))
  const [ofTrack, ofSignUps, ofAll] = [
    await givenSession(event.id, tracks[0], 0),
    await givenSession(event.id, tracks[0], 1),
    await givenSession(event.id, null, 0),
  ]
  await db
    .insertInto('sessionSignUps')
    .values({ sessionId: ofSignUps, registrationId: ids.get('celia')!, signedUpAt: NOW })
    .execute()
  expect(names(await read(event, { sessionId: ofTrack }))).toEqual(planted('alba', 'bruno'))
  expect(names(await read(event, { sessionId: ofSignUps }))).toEqual(planted('celia'))
  expect(names(await read(event, { sessionId: ofAll }))).toEqual(planted('alba', 'bruno', 'celia'))
  expect(names(await read(event, { sessionId: newId(NOW) }))).toEqual([])
  expect(names(await read(event, { sessionId: ofSignUps, trackIds: [tracks[0]] }))).toEqual([])
})

test('a list is narrowed by what is on it, and on no other track’s', async () => {
  const { event, tracks } = await givenPlanted(db)
  const [own, others] = [await givenSession(event.id, tracks[0], 0), await givenSession(event.id, tracks[1], 0)]
  const ofAll = await givenSession(event.id, null, 0)
  const everything = await listChoices(db, { eventId: event.id, trackIds: 'all' })
  expect(new Set(everything.sessions.map(({ id }) => id))).toEqual(new Set([own, others, ofAll]))
  expect(everything.groups).toEqual(['alba', 'bruno', 'celia'].map((who) => MARKERS.group(who as Planted)).toSorted())
  expect(everything.languages).toContain('fr')
  expect(everything.days).toEqual([])
  const first = await listChoices(db, { eventId: event.id, trackIds: [tracks[0]] })
  expect(new Set(first.sessions.map(({ id }) => id))).toEqual(new Set([own, ofAll]))
  expect(first.groups).toEqual(['alba', 'bruno'].map((who) => MARKERS.group(who as Planted)).toSorted())
  expect(first.languages).not.toContain('fr')
  await db.insertInto('ticketTypeDays').values({ ticketTypeId: event.tickets[0]!.id, heldOn: '2027-06-14' }).execute()
  expect((await listChoices(db, { eventId: event.id, trackIds: 'all' })).days).toEqual(['2027-06-14'])
  expect(await listChoices(db, { eventId: event.id, trackIds: [] })).toMatchObject({
    groups: [],
    languages: [],
    countries: [],
  })
})

test('nobody finds by a search or a filter what their list does not tell', async () => {
  const { event } = await givenPlanted(db)
  const mail = MARKERS.email('alba')
  expect(names(await read(event, { search: mail }))).toEqual(planted('alba'))
  expect(names(await read(event, { role: 'instructor', search: mail }))).toEqual([])
  const desk = { role: 'front-desk', purpose: 'desk' } as const
  expect(names(await read(event, { ...desk, search: MARKERS.badgeName('alba') }))).toEqual(planted('alba'))
  expect(names(await read(event, { ...desk, search: MARKERS.affiliation('alba') }))).toEqual([])
  expect(names(await read(event, { ...desk, language: 'fr' }))).toHaveLength(3)
})

test('absent today: whom nobody has seen at anything of the day at the event, wherever the reader is', async () => {
  const { event, ids } = await givenPlanted(db)
  const today = NOW.slice(0, 10)
  const mark = (who: Planted, slot: string, state: 'present' | 'excused') =>
    db
      .insertInto('attendanceStates')
      .values({ registrationId: ids.get(who)!, slot, eventId: event.id, state, at: NOW, markId: newId(NOW) })
      .execute()
  await mark('alba', `half:${today}:am`, 'present')
  await mark('bruno', `half:${today}:am`, 'excused')
  await mark('celia', 'half:1999-01-01:am', 'present')
  expect(names(await read(event, { show: 'absent-today' }))).toEqual(planted('bruno', 'celia'))
  const session = await givenSession(event.id, null, 0, today)
  await mark('celia', `session:${session}`, 'present')
  expect(names(await read(event, { show: 'absent-today' }))).toEqual(planted('bruno'))
})

test('an address for instructors only of whom agreed to it, and no column where nobody was asked', async () => {
  const { event, questions } = await givenPlanted(db)
  const shared = await read(event, { role: 'instructor' })
  expect(shared.map(({ email }) => email)).toEqual([MARKERS.email('alba'), '', ''])
  await db.updateTable('questions').set({ meaning: '' }).where('id', '=', questions.get('share')!).execute()
  expect((await read(event, { role: 'instructor' }))[0]).not.toHaveProperty('email')
})

test('for the kitchen totals, per day where tickets have days, and nobody', async () => {
  const { event } = await givenPlanted(db)
  const all = await read(event, { role: 'front-desk', purpose: 'catering' })
  expect(all[0]).toEqual({ question: 'Everybody with a seat', answer: '', people: 3 })
  expect(all.filter(({ question }) => question === 'Question diet')).toEqual(
    (['alba', 'bruno', 'celia'] as const).map((who) => ({
      question: 'Question diet',
      answer: MARKERS.diet(who),
      people: 1,
    })),
  )
  // What was written for totals in own words is counted, not told.
  expect(all.filter(({ question }) => question === 'Question totals')).toEqual([
    { question: 'Question totals', answer: 'Answered', people: 3 },
  ])
  await db.insertInto('ticketTypeDays').values({ ticketTypeId: event.tickets[1]!.id, heldOn: '2027-06-15' }).execute()
  const [everybody] = await read(event, { role: 'front-desk', purpose: 'catering' })
  expect(everybody).toMatchObject({ people: 3, 'day:2027-06-14': 2, 'day:2027-06-15': 3, 'day:2027-06-18': 2 })
})

test('a list that is not for a reader is not read', async () => {
  const { event } = await givenPlanted(db)
  await expect(read(event, { role: 'observer' })).rejects.toThrow('Nothing of teaching')
  await expect(read(event, { role: 'instructor', purpose: 'catering' })).rejects.toThrow('Nothing of catering')
})

async function givenSession(eventId: string, trackId: string | null, takesSignUps: 0 | 1, heldOn = '2027-06-14') {
  const id = newId(NOW)
  await db
    .insertInto('sessions')
    .values({
      id,
      eventId,
      trackId,
      code: null,
      kind: 'workshop',
      title: 'A session',
      abstract: '',
      language: null,
      heldOn,
      startsTime: '09:00',
      endsTime: '10:00',
      startsAt: `${heldOn}T07:00:00.000Z`,
      endsAt: `${heldOn}T08:00:00.000Z`,
      room: null,
      isPublic: 1,
      isStreamed: 0,
      sequence: 0,
      updatedAt: NOW,
      takesSignUps,
    })
    .execute()
  return id
}

test('who may not see who came, or where, learns it from no filter either', async () => {
  const event = await givenEvent(db, { tickets: [{ seats: 60 }] })
  await givenParticipants(db, event, ROSTER)
  for (const filter of [{ show: 'absent-today' }, { sessionId: newId(NOW) }] as const) {
    expect(await read(event, { role: 'finance', purpose: 'finance', ...filter })).toHaveLength(ROSTER.length)
    if ('sessionId' in filter) expect(await read(event, filter)).toEqual([])
  }
})
