import { expect, test } from 'vitest'
import { BEFORE, FREEZE_AT, givenWorkshop, setState } from './a-roster.ts'
import { countChanges, listChanges } from '#app/participants/rosters/changes.server.ts'
import { decideRoster } from '#app/participants/rosters/decide-roster.server.ts'
import { findRoster } from '#app/participants/rosters/find-roster.server.ts'
import { followRosters } from '#app/participants/rosters/follow-rosters.server.ts'
import { freezeDue } from '#app/participants/rosters/freeze-due.server.ts'
import { freezeRoster } from '#app/participants/rosters/freeze-roster.server.ts'
import { knownRoster, rosterList } from '#app/participants/rosters/roster-list.server.ts'
import { saveRosterPlan } from '#app/participants/rosters/save-roster-plan.server.ts'
import { unfreezeRoster } from '#app/participants/rosters/unfreeze-roster.server.ts'
import { addMinutes } from '#app/values/moment.ts'
import { NOW, testServices } from '#tests/support/app.ts'

const system = { kind: 'system' } as const
const plan = (more: object) => ({ way: 'follow' as const, version: 1, ...more })

async function given() {
  const { db, close } = await testServices()
  const workshop = await givenWorkshop(db)
  const mails = async (template: string) =>
    await db
      .selectFrom('messages')
      .select(['recipientKey', 'occasion', 'dueAt', 'props'])
      .where('template', '=', template)
      .orderBy('recipientKey')
      .orderBy('occasion')
      .execute()
  return { db, close, mails, ...workshop }
}

test('a list is frozen when its day begins where the event is, and not a second before', async () => {
  const { db, close, event, people, mails, tracks } = await given()
  await people(['A', 'B'])
  await people(['C'], 1)
  expect(await freezeDue(db, { now: BEFORE })).toEqual({ frozen: 0 })
  expect(await freezeDue(db, { now: FREEZE_AT })).toEqual({ frozen: 1 })
  expect(await freezeDue(db, { now: FREEZE_AT })).toEqual({ frozen: 0 })
  const roster = await findRoster(db, event.id)
  expect(roster).toMatchObject({ day: '2027-05-31', at: FREEZE_AT, frozenAt: FREEZE_AT, frozenBy: null })
  const told = await mails('roster-frozen')
  expect(told.map(({ recipientKey, props }) => [recipientKey.split('@')[0], JSON.parse(props).trackIds])).toEqual([
    ['both', 'all'],
    ['first', tracks[0]],
    ['second', tracks[1]],
  ])
  const log = await db.selectFrom('auditEntries').select('after').where('action', '=', 'roster.frozen').execute()
  expect(log.map(({ after }) => JSON.parse(after))).toEqual([{ count: 3 }])
  await close()
})

test('an event of which only the month is known is not frozen, unless a day was set by hand', async () => {
  const { db, close, event, people } = await given()
  await people(['A'])
  await db.updateTable('events').set({ startsOn: '2027-06' }).where('id', '=', event.id).execute()
  expect(await freezeDue(db, { now: FREEZE_AT })).toEqual({ frozen: 0 })
  await db
    .insertInto('rosters')
    .values({
      eventId: event.id,
      freezeOn: '2027-05-20',
      frozenAt: null,
      frozenBy: null,
      decision: 'open',
      decidedBy: null,
      decidedAt: null,
      note: '',
      minimum: null,
      version: 1,
      updatedAt: NOW,
    })
    .execute()
  expect(await freezeDue(db, { now: FREEZE_AT })).toEqual({ frozen: 1 })
  await close()
})

test('the day follows the event when it moves, unless it was set by hand', async () => {
  const { db, close, event } = await given()
  const move = () =>
    db
      .updateTable('events')
      .set({ firstOn: '2027-07-14', lastOn: '2027-07-18', endsAt: '2027-07-19T00:00:00.000Z' })
      .where('id', '=', event.id)
      .execute()
  await move()
  expect((await findRoster(db, event.id)).day).toBe('2027-06-30')
  const late = { eventId: event.id, form: plan({ way: 'set', freezeOn: '2027-08-01' }), now: NOW, actor: system }
  expect(await saveRosterPlan(db, late)).toMatchObject({ ok: false, refusals: [{ code: 'roster-late' }] })
  const set = { ...late, form: plan({ way: 'set', freezeOn: '2027-05-01', minimum: 12 }) }
  expect(await saveRosterPlan(db, set)).toMatchObject({ ok: true })
  expect(await saveRosterPlan(db, set)).toMatchObject({ ok: false, refusals: [{ code: 'roster-stale' }] })
  expect(await findRoster(db, event.id)).toMatchObject({ day: '2027-05-01', minimum: 12 })
  expect(await freezeDue(db, { now: '2027-05-02T00:00:00.000Z' })).toEqual({ frozen: 1 })
  await close()
})

test('nothing is frozen of an event that is postponed, off, a draft or over', async () => {
  const { db, close, event } = await given()
  for (const change of [
    { postponedAt: NOW },
    { postponedAt: null, status: 'cancelled' as const },
    { status: 'draft' as const },
    { status: 'published' as const, endsAt: FREEZE_AT },
  ]) {
    await db.updateTable('events').set(change).where('id', '=', event.id).execute()
    expect(await freezeDue(db, { now: addMinutes(FREEZE_AT, 1) }), JSON.stringify(change)).toEqual({ frozen: 0 })
  }
  await close()
})

test('organizers are told once, two days before, of what may still fall away', async () => {
  const { db, close, people, mails } = await given()
  const [, unnamed] = await people(['A', 'B'])
  await db
    .updateTable('people')
    .set({ fullName: '' })
    .where('id', 'in', (query) => query.selectFrom('registrations').select('personId').where('id', '=', unnamed!))
    .execute()
  await freezeDue(db, { now: addMinutes(FREEZE_AT, -2 * 24 * 60 - 1) })
  expect(await mails('roster-soon')).toEqual([])
  await freezeDue(db, { now: addMinutes(FREEZE_AT, -2 * 24 * 60) })
  await freezeDue(db, { now: addMinutes(FREEZE_AT, -60) })
  expect((await mails('roster-soon')).map(({ props, ...mail }) => ({ ...mail, ...JSON.parse(props) }))).toMatchObject([
    { recipientKey: 'organizer@plenary.example', occasion: '2027-05-31', visa: 0, unpaid: 0, unnamed: 1 },
  ])
  await close()
})

test('who comes, leaves or changes the track is told to those whom it concerns, one mail a day at most', async () => {
  const { db, close, event, tracks, people, mails } = await given()
  const [a, b] = await people(['A', 'B'])
  const [c] = await people(['C'], 1)
  await freezeDue(db, { now: FREEZE_AT })
  const at = (minutes: number) => addMinutes(FREEZE_AT, minutes)
  expect(await followRosters(db, { now: at(1) })).toEqual({ changes: 0 })

  await setState(db, a!, 'cancelled')
  await people(['D'])
  expect(await followRosters(db, { now: at(10) })).toEqual({ changes: 2 })
  expect((await mails('roster-changed')).map(({ recipientKey }) => recipientKey.split('@')[0])).toEqual([
    'both',
    'first',
  ])

  // Later on the same day: whoever had a mail gets the next in the morning; the second track hears of it for the first time.
  await db.updateTable('registrations').set({ trackId: tracks[0] }).where('id', '=', c!).execute()
  expect(await followRosters(db, { now: at(20) })).toEqual({ changes: 1 })
  await setState(db, b!, 'cancelled')
  expect(await followRosters(db, { now: at(30) })).toEqual({ changes: 1 })
  expect(
    (await mails('roster-changed')).map(({ recipientKey, occasion, dueAt }) => [
      recipientKey.split('@')[0],
      occasion,
      dueAt,
    ]),
  ).toEqual([
    ['both', '2027-05-31', at(10)],
    ['both', '2027-06-01', '2027-06-01T04:00:00.000Z'],
    ['first', '2027-05-31', at(10)],
    ['first', '2027-06-01', '2027-06-01T04:00:00.000Z'],
    ['second', '2027-05-31', at(20)],
  ])

  // Each track's instructor reads their own side of it.
  const scope = { eventId: event.id, frozenAt: FREEZE_AT, page: 1 }
  const read = async (trackIds: string[] | 'all') =>
    (await listChanges(db, { ...scope, trackIds })).rows.map(({ kind, fullName, isMove }) => [kind, fullName, isMove])
  const ours = await read([tracks[0]])
  expect(ours.slice(0, 2)).toEqual([
    ['left', 'B', false],
    ['came', 'C', true],
  ])
  expect(new Set(ours.slice(2).map((row) => row.join(' ')))).toEqual(new Set(['came D false', 'left A false']))
  expect(await read([tracks[1]])).toEqual([['left', 'C', true]])
  expect((await read('all'))[1]).toEqual(['moved', 'C', true])
  const since = { eventId: event.id, frozenAt: FREEZE_AT, since: at(15) }
  expect(await countChanges(db, { ...since, trackIds: [tracks[0]] })).toEqual({ came: 1, left: 1, moved: 0 })
  expect(await countChanges(db, { ...since, trackIds: 'all' })).toEqual({ came: 0, left: 1, moved: 1 })

  const known = await knownRoster(db, { eventId: event.id, frozenAt: FREEZE_AT })
  const replayed = [...known].flatMap(([id, { trackId }]) => (trackId === null ? [] : [[id, trackId] as const]))
  expect(new Map(replayed)).toEqual(await rosterList(db, event.id))
  await close()
})

test('a list that was opened again is written down anew, and its old entries tell nothing', async () => {
  const { db, close, event, people } = await given()
  const [a] = await people(['A', 'B'])
  const freeze = { eventId: event.id, now: NOW, actor: system }
  expect(await freezeRoster(db, freeze)).toEqual({ ok: true, value: { count: 2 } })
  expect(await freezeRoster(db, freeze)).toMatchObject({ ok: false, refusals: [{ code: 'roster-frozen' }] })
  const open = { ...freeze, freezeOn: '2027-06-01' }
  expect(await unfreezeRoster(db, open)).toMatchObject({ ok: true })
  expect(await unfreezeRoster(db, open)).toMatchObject({ ok: false, refusals: [{ code: 'roster-open' }] })
  await setState(db, a!, 'cancelled')
  expect(await followRosters(db, { now: addMinutes(NOW, 5) })).toEqual({ changes: 0 })
  const again = addMinutes(NOW, 10)
  expect(await freezeRoster(db, { ...freeze, now: again })).toEqual({ ok: true, value: { count: 1 } })
  await setState(db, a!, 'confirmed')
  expect(await followRosters(db, { now: addMinutes(NOW, 15) })).toEqual({ changes: 1 })
  const scope = { eventId: event.id, frozenAt: again, trackIds: 'all' as const, page: 1 }
  expect((await listChanges(db, scope)).rows).toMatchObject([{ kind: 'came', fullName: 'A' }])
  await close()
})

test('go or no-go is written down; whoever decides otherwise says why; the event stays as it is', async () => {
  const { db, close, event } = await given()
  const decide = (form: { decision: 'go' | 'no-go'; note: string; version: number }) =>
    decideRoster(db, { eventId: event.id, form, now: NOW, actor: system })
  expect(await decide({ decision: 'go', note: '', version: 1 })).toMatchObject({ ok: true })
  expect(await decide({ decision: 'no-go', note: '', version: 2 })).toMatchObject({
    ok: false,
    refusals: [{ code: 'roster-reason', field: 'note' }],
  })
  expect(await decide({ decision: 'no-go', note: 'Too few', version: 1 })).toMatchObject({
    ok: false,
    refusals: [{ code: 'roster-stale' }],
  })
  expect(await decide({ decision: 'no-go', note: 'Too few', version: 2 })).toMatchObject({ ok: true })
  expect(await findRoster(db, event.id)).toMatchObject({ decision: 'no-go', note: 'Too few', frozenAt: null })
  const log = await db.selectFrom('auditEntries').selectAll().where('action', '=', 'roster.decided').execute()
  expect(log.map(({ before, after }) => [JSON.parse(before), JSON.parse(after)])).toEqual([
    [{ decision: 'open' }, { decision: 'go' }],
    [{ decision: 'go' }, { decision: 'no-go' }],
  ])
  const { status } = await db.selectFrom('events').select('status').where('id', '=', event.id).executeTakeFirstOrThrow()
  expect(status).toBe('published')
  await close()
})
