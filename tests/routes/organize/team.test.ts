import { afterAll, beforeAll, expect, test } from 'vitest'
import { countQueries } from './count-queries.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { invitationToken } from '#app/people/team/invitation-key.ts'
import { readCsv } from '#tests/participants/read-csv.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenAccount, givenEvent, givenSeries } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'
import { nextPage } from '#tests/support/next-page.ts'

let app: Awaited<ReturnType<typeof testApp>>
let event: Awaited<ReturnType<typeof givenEvent>>
let base: string
const accounts = { series: '', event: '' }

beforeAll(async () => {
  app = await testApp()
  const seriesId = (await givenSeries(app.db)).id
  event = await givenEvent(app.db, { seriesId })
  base = `/organize/${event.slug}`
  const series = { role: 'organizer', scope: 'series', scopeId: seriesId } as const
  const own = { role: 'organizer', scope: 'event', scopeId: event.id } as const
  accounts.series = (await givenAccount(app.db, 'series@plenary.example', [series])).accountId
  accounts.event = (await givenAccount(app.db, 'event@plenary.example', [own])).accountId
})

afterAll(() => app.close())

const INVITE = { email: 'helper@chapter.example', role: 'front-desk', scope: 'event', language: 'en' }

async function be(accountId: string) {
  app.forgetCookies()
  await signInAs(app, accountId)
}

async function textOf(path: string): Promise<string> {
  const response = await app.get(path)
  expect(response.status, path).toBe(200)
  return await response.text()
}

test('an invitation by mail, opened by a stranger, makes them sign in with the role and nothing more', async () => {
  await be(accounts.event)
  const wrong = await app.post(`${base}/team/new`, { ...INVITE, email: 'nobody', role: 'administrator' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('value="nobody"')
  expect((await app.post(`${base}/team/new`, INVITE)).status).toBe(303)
  expect(await textOf(`${base}/team`)).toContain('helper@chapter.example')
  const { id } = await app.db.selectFrom('invitations').select('id').executeTakeFirstOrThrow()

  app.forgetCookies()
  const link = `/invitations/${invitationToken(app.services.config.secret, id)}`
  const shown = await app.get(link)
  expect(shown.headers.get('Referrer-Policy')).toBe('no-referrer')
  expect(await shown.text()).toContain('Front desk')
  expect((await app.get(`/invitations/${id}.${'x'.repeat(32)}`)).status).toBe(410)
  expect((await app.post(link, {})).status).toBe(303)
  expect((await app.get(`${base}/registrations`)).status).toBe(200)
  for (const page of ['team', 'log', 'details', 'tickets', 'cancel'])
    expect((await app.get(`${base}/${page}`)).status, page).toBe(404)
  expect((await app.get(link)).status).toBe(410)
})

test('only who organizes the series gives and takes roles on all of its events', async () => {
  await be(accounts.event)
  expect(await textOf(`${base}/team/new`)).not.toContain('value="series"')
  const wide = { ...INVITE, email: 'wide@chapter.example', scope: 'series' }
  expect((await app.post(`${base}/team/new`, wide)).status).toBe(404)
  const held = await app.db
    .selectFrom('roles')
    .select('id')
    .where('accountId', '=', accounts.series)
    .executeTakeFirstOrThrow()
  expect((await app.get(`${base}/team/roles/${held.id}/remove`)).status).toBe(404)
  expect((await app.post(`${base}/team/roles/${held.id}/remove`, {})).status).toBe(303)
  expect(await app.db.selectFrom('roles').select('id').where('id', '=', held.id).executeTakeFirst()).toBeDefined()
  await be(accounts.series)
  expect((await app.post(`${base}/team/new`, wide)).status).toBe(303)
  expect(await textOf(`${base}/team`)).toContain('wide@chapter.example')
})

test('the log tells who did what, narrowed by kind, person and day, page by page, and as a file', async () => {
  await be(accounts.event)
  const other = await givenEvent(app.db)
  const entry = (eventId: string, at: string, n: number) => ({
    at,
    entries: [
      {
        actor: { kind: 'account' as const, id: accounts.event },
        action: 'quota.changed',
        objectKind: 'quota',
        objectId: `quota-${n}`,
        eventId,
        before: { size: n },
        after: { size: n + 1, name: '=SUM(A1)' },
      },
    ],
  })
  for (let n = 0; n < 60; n++) {
    const { at, entries } = entry(event.id, `2027-01-${String(1 + (n % 28)).padStart(2, '0')}T10:00:00.000Z`, n)
    await recordAudit(app.db, at, entries)
  }
  const foreign = entry(other.id, NOW, 99)
  await recordAudit(app.db, foreign.at, foreign.entries)

  const first = await textOf(`${base}/log?kind=quota`)
  expect(first).toContain('Seats: changed')
  expect(first).not.toContain('quota-99')
  const seen = new Set([...first.matchAll(/object=(quota-\d+)/g)].map(([, id]) => id))
  const second = await textOf(nextPage(first)!)
  for (const [, id] of second.matchAll(/object=(quota-\d+)/g)) seen.add(id)
  expect(seen.size).toBe(60)
  expect(await textOf(`${base}/log?kind=quota&from=2027-02-01`)).toContain('Nothing was found')
  expect(await textOf(`${base}/log?by=nobody`)).toContain('Nothing was found')
  expect(await textOf(`${base}/log?object=quota-99`)).toContain('Nothing was found')

  const file = await app.get(`${base}/log.csv?kind=quota`)
  const rows = readCsv((await file.text()).replace('\uFEFF', ''))
  expect(rows).toHaveLength(61)
  expect(rows[1]!.join()).toContain('quota-')
})

test('one member or fifty, one entry or a page: the same number of queries', async () => {
  await be(accounts.event)
  const paths = [`${base}/team`, `${base}/log`]
  const before = await countQueries(app, paths)
  for (let n = 0; n < 50; n++)
    await givenAccount(app.db, `member-${n}@chapter.example`, [{ role: 'observer', scope: 'event', scopeId: event.id }])
  expect(await countQueries(app, paths)).toEqual(before)
})
