import { afterAll, beforeAll, expect, test } from 'vitest'
import { minimal } from './event-documents.ts'
import { readDocuments, readPublicDocument } from '#app/events/document/read-documents.server.ts'
import { importEvents } from '#app/events/import-events.server.ts'
import { newId } from '#app/values/id.ts'
import { NOW, testServices } from '#tests/support/app.ts'

let services: Awaited<ReturnType<typeof testServices>>
beforeAll(async () => {
  services = await testServices()
})
afterAll(() => services.close())

const person = { role: 'chair' as const, fullName: 'Ngozi Muster', latinName: null, affiliation: null }
const session = {
  code: 'OPEN',
  kind: 'plenary' as const,
  title: 'Opening',
  abstract: '',
  heldOn: '2027-06-14',
  startsTime: '09:00',
  endsTime: '10:00',
  room: 'Hall A',
  language: 'en',
  interpretation: ['fr', 'ar'],
  isStreamed: true,
  streamUrl: 'https://stream.example.org/secret',
  takesSignUps: true,
  capacity: 25,
  people: [{ ...person, email: 'ngozi@example.org' }],
}
const dates = { startsOn: '2027-06-14', endsOn: '2027-06-18', zone: 'Africa/Kigali' }
const whole = minimal({
  slug: 'with-sessions',
  dates,
  sessions: [session],
  private: { rooms: [{ name: 'Hall B', seats: 250 }] },
})
const send = (document: object) =>
  importEvents(services.db, { documents: [document], now: NOW, actor: { kind: 'operator' } })
const ids = async () =>
  (await services.db.selectFrom('events').select('id').where('slug', '=', 'with-sessions').execute()).map(
    ({ id }) => id,
  )

test('rooms, interpretation, streams, sign-ups and addresses go out and come in again, and the public learns no secret', async () => {
  expect(await send(whole)).toMatchObject({ ok: true })
  const [exported] = await readDocuments(services.db, { eventIds: await ids(), isPrivate: true })
  expect(exported?.sessions).toMatchObject([{ ...session, interpretation: ['ar', 'fr'] }])
  expect(exported?.private?.rooms).toEqual([
    { name: 'Hall B', seats: 250 },
    { name: 'Hall A', seats: null },
  ])
  expect(await send(exported!)).toMatchObject({ ok: true, value: { unchanged: ['with-sessions'] } })
  expect(await send(whole)).toMatchObject({ ok: true, value: { unchanged: ['with-sessions'] } })
  const open = (await readPublicDocument(services.db, 'with-sessions'))!
  expect(JSON.stringify(open)).not.toMatch(/stream\.example|ngozi@|"private"/)
  // What the public was given leaves the secrets as they are.
  const changed = { ...open, sessions: [{ ...open.sessions[0]!, title: 'Welcome' }] }
  expect(await send(changed)).toMatchObject({ ok: true })
  const [after] = await readDocuments(services.db, { eventIds: await ids(), isPrivate: true })
  expect(after?.sessions).toMatchObject([{ ...session, title: 'Welcome', interpretation: ['ar', 'fr'] }])
})

test('a document takes away no session that has materials', async () => {
  const { id } = await services.db
    .selectFrom('sessions')
    .select('id')
    .where('code', '=', 'OPEN')
    .executeTakeFirstOrThrow()
  const material = { id: newId(NOW), sessionId: id, position: 0, title: 'Slides', url: 'https://example.org/' }
  await services.db
    .insertInto('sessionMaterials')
    .values({ ...material, fileId: null, audience: 'public', createdAt: NOW })
    .execute()
  expect(await send({ ...whole, sessions: [] })).toMatchObject({ ok: false })
  expect(await services.db.selectFrom('sessions').select('id').where('code', '=', 'OPEN').execute()).toHaveLength(1)
})
