import { afterEach, beforeEach, expect, test } from 'vitest'
import { countQueries } from './count-queries.ts'
import { testApp } from '#tests/support/app.ts'
import { givenAccount } from '#tests/support/given.ts'
import { callPlan, givenApplications, givenCall } from '#tests/support/given-call.ts'
import { signInAs } from '#tests/support/signed-in.ts'

let app: Awaited<ReturnType<typeof testApp>>

beforeEach(async () => {
  app = await testApp()
})
afterEach(() => app.close())

async function signInTo(eventId: string, role: 'organizer' | 'reviewer' = 'organizer') {
  const email = `${role}-${eventId.slice(-6)}@example.org`
  const { accountId } = await givenAccount(app.db, email, [{ role, scope: 'event', scopeId: eventId }])
  app.forgetCookies()
  await signInAs(app, accountId)
}

async function textOf(path: string): Promise<string> {
  const response = await app.get(path)
  expect([path, response.status]).toEqual([path, 200])
  return await response.text()
}

test('the home of a call is for its organizers alone, and another event’s call is nobody’s', async () => {
  const { event, call } = await givenCall(app, { sample: 'inet' })
  const other = await givenCall(app, { sample: 'ndss' })
  await signInTo(event.id)
  const path = `/organize/${event.slug}/calls/${call.slug}`
  expect(await textOf(path)).toContain('Nobody has applied yet')
  expect((await app.get(`/organize/${event.slug}/calls/${other.call.slug}`)).status).toBe(404)
  expect((await app.get(`/organize/${other.event.slug}/calls/${other.call.slug}`)).status).toBe(404)
  await signInTo(event.id, 'reviewer')
  expect((await app.get(path)).status).toBe(404)
})

test(
  'a draft says what it lacks; with applications it tells who they are, and every figure leads to a list',
  { timeout: 60_000 },
  async () => {
    const draft = await givenCall(app, { sample: 'inet', status: 'draft' })
    await signInTo(draft.event.id)
    expect(await textOf(`/organize/${draft.event.slug}/calls/fellowship`)).toContain('Publish the call')
    const { event, call } = await givenCall(app, { sample: 'ntw' })
    await givenApplications(app, { call, count: 40, state: 'mixed', withReviews: 2 })
    await signInTo(event.id)
    const base = `/organize/${event.slug}/calls/${call.slug}`
    for (const language of ['en', 'fr', 'ar']) {
      const page = await textOf(`/${language}${base}`)
      for (const code of callPlan('ntw').choices.map((choice) => choice.code)) expect(page).toContain(`choice=${code}`)
      const lists = [...page.matchAll(/href="([^"]*\/applications\?[^"]*)"/g)].map(([, to]) =>
        to!.replaceAll('&amp;', '&'),
      )
      expect(lists.length).toBeGreaterThan(10)
      if (language === 'en') for (const to of new Set(lists)) await textOf(to)
    }
  },
)

test('what its list shows is what the home counts', async () => {
  const { event, call } = await givenCall(app, { sample: 'ntw' })
  await givenApplications(app, { call, count: 30, state: 'mixed' })
  await signInTo(event.id)
  const base = `/organize/${event.slug}/calls/${call.slug}`
  const { count } = await app.db
    .selectFrom('applications')
    .select((row) => row.fn.countAll().as('count'))
    .where('state', '=', 'draft')
    .executeTakeFirstOrThrow()
  expect(Number(count)).toBeGreaterThan(0)
  expect(await textOf(base)).toMatch(new RegExp(`Drafts</dt><dd><a href="[^"]*state=draft[^"]*">${Number(count)}</a>`))
})

test('one application and three hundred take the same number of queries', async () => {
  const few = await givenCall(app, { sample: 'ntw' })
  const many = await givenCall(app, { sample: 'ntw' })
  await givenApplications(app, { call: few.call, count: 1, withReviews: 1 })
  await givenApplications(app, { call: many.call, count: 300, withReviews: 2, seed: 'many' })
  const counts: number[] = []
  for (const { event, call } of [few, many]) {
    await signInTo(event.id)
    const path = `/organize/${event.slug}/calls/${call.slug}`
    counts.push((await countQueries(app, [path]))[path]!)
  }
  expect(counts[1]).toBe(counts[0])
})

test('the event’s own home says what is late at its calls', async () => {
  const { event, call } = await givenCall(app, {
    sample: 'ntw',
    opensAt: '2026-09-01T00:00:00.000Z',
    closesAt: '2026-10-01T00:00:00.000Z',
    refereesUntilAt: '2026-10-08T00:00:00.000Z',
    reviewUntilAt: '2026-11-01T00:00:00.000Z',
  })
  await givenApplications(app, { call, count: 4, withReviews: 1 })
  await app.db.updateTable('reviews').set({ state: 'assigned' }).execute()
  await signInTo(event.id)
  const page = await textOf(`/organize/${event.slug}`)
  expect(page).toContain('4 reviews of a call are late')
  expect(page).toContain(`/calls/${call.slug}/reviews`)
  expect(await textOf(`/organize/${event.slug}/calls/${call.slug}`)).toContain('4 reviews missing since 31 October')
})
