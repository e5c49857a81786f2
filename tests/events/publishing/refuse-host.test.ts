import { afterEach, beforeEach, expect, test } from 'vitest'
import { createEvent } from '#app/events/create-event.server.ts'
import { newEventSchema } from '#app/events/new-event-form.ts'
import { publishEvent } from '#app/events/publishing/publish-event.server.ts'
import { refuseHost } from '#app/events/publishing/refuse-host.server.ts'
import { newId } from '#app/values/id.ts'
import { transact } from '#db/transact.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'

let test_: Awaited<ReturnType<typeof testServices>>
let event: Awaited<ReturnType<typeof givenEvent>>
const [chapter, office] = [newId(NOW), newId(NOW)]

beforeEach(async () => {
  test_ = await testServices()
  for (const [id, slug, kind] of [
    [chapter, 'rwanda', 'chapter'],
    [office, 'office', 'office'],
  ] as const)
    await test_.db.insertInto('hosts').values({ id, slug, name: slug, kind, country: null, url: null }).execute()
  event = await givenEvent(test_.db, { status: 'draft', publishedAt: null, hostId: chapter })
})
afterEach(() => test_.close())

const ownSeries = () => test_.db.updateTable('series').set({ hostId: chapter }).execute()

async function change(accountId: string, before: string | null | undefined, hostId: string | null) {
  const actor = { kind: 'account' as const, id: accountId }
  const given = { seriesId: event.seriesId, hostId, actor, ...(before === undefined ? {} : { before }) }
  const result = await transact<void, string>(test_.db, (db) => refuseHost(db, given))
  return result.ok ? 'ok' : result.refusals[0]!.code
}

test('a chapter’s series has its own host and no other, whoever asks', async () => {
  await ownSeries()
  const roles = [{ role: 'administrator' as const, scope: 'installation' as const }]
  const { accountId } = await givenAccount(test_.db, 'admin@plenary.example', roles)
  expect(await change(accountId, chapter, office)).toBe('host-of-series')
  expect(await change(accountId, chapter, null)).toBe('host-of-series')
  expect(await change(accountId, null, chapter)).toBe('ok')
  expect(await change(accountId, undefined, office)).toBe('host-of-series')
  expect(await change(accountId, undefined, chapter)).toBe('ok')
})

test('whoever organizes the event alone does not change its host, and saves what stays', async () => {
  const only = [{ role: 'organizer' as const, scope: 'event' as const, scopeId: event.id }]
  const { accountId } = await givenAccount(test_.db, 'ada@plenary.example', only)
  expect(await change(accountId, chapter, office)).toBe('host-not-yours')
  expect(await change(accountId, chapter, null)).toBe('host-not-yours')
  expect(await change(accountId, chapter, chapter)).toBe('ok')
  const whole = [{ role: 'organizer' as const, scope: 'series' as const, scopeId: event.seriesId }]
  const other = await givenAccount(test_.db, 'ben@plenary.example', whole)
  expect(await change(other.accountId, chapter, office)).toBe('ok')
})

test('a new event of the series has the host from the beginning', async () => {
  await ownSeries()
  const form = newEventSchema.parse({
    seriesId: event.seriesId,
    title: 'Routing',
    language: 'en',
    startsOn: '2027-06-14',
    endsOn: '2027-06-14',
    zone: 'Africa/Kigali',
    format: 'online',
    admission: 'none',
  })
  const actor = { kind: 'account' as const, id: 'an-account' }
  const names = { pool: 'Seats', ticket: 'Participant' }
  const given = { form, names, seriesIds: [event.seriesId], contactEmail: 'desk@plenary.example', now: NOW, actor }
  const created = await createEvent(test_.db, given)
  if (!created.ok) throw new Error(JSON.stringify(created))
  const { id } = created.value
  const row = await test_.db.selectFrom('events').select('hostId').where('id', '=', id).executeTakeFirstOrThrow()
  expect(row.hostId).toBe(chapter)
})

test('under another name it is not published', async () => {
  await ownSeries()
  await test_.db.updateTable('eventTexts').set({ accessNote: 'Step-free.' }).execute()
  await test_.db.updateTable('events').set({ hostId: office }).execute()
  const publish = () => publishEvent(test_.db, { eventId: event.id, now: NOW, actor: { kind: 'system' } })
  expect(await publish()).toMatchObject({ ok: false, refusals: [{ code: 'not-ready', details: { count: 1 } }] })
  await test_.db.updateTable('events').set({ hostId: chapter }).execute()
  expect(await publish()).toMatchObject({ ok: true })
})
