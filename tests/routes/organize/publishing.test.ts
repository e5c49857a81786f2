import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { countQueries } from './count-queries.ts'
import { loggablePath } from '#app/http/loggable-path.ts'
import { feedAddress } from '#app/events/feed-address.ts'
import { givenSession } from '#tests/events/event-samples.ts'
import { testApp } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'

let app: Awaited<ReturnType<typeof testApp>>
let event: Awaited<ReturnType<typeof givenEvent>>
const accounts: Record<string, string> = {}

beforeEach(async () => {
  app = await testApp()
  event = await givenEvent(app.db, { status: 'draft', publishedAt: null })
  await app.db.updateTable('eventTexts').set({ accessNote: 'Step-free.' }).execute()
  const add = async (name: string, scope: 'event' | 'series', scopeId: string) => {
    const roles = [{ role: 'organizer' as const, scope, scopeId }]
    accounts[name] = (await givenAccount(app.db, `${name}@plenary.example`, roles)).accountId
  }
  await add('ada', 'event', event.id)
  await add('cleo', 'series', event.seriesId)
  await be('ada')
})
afterEach(() => app.close())

async function be(name: string) {
  app.forgetCookies()
  await signInAs(app, accounts[name]!)
}

const desk = (page: string) => `/organize/${event.slug}/${page}`
const textOf = async (path: string) => await (await app.get(path)).text()
const row = () => app.db.selectFrom('events').selectAll().where('id', '=', event.id).executeTakeFirstOrThrow()
const requests = () => app.db.selectFrom('publishRequests').selectAll().execute()

describe('the page for publishing', () => {
  test('lists what stops and what is advised, each with the way to it, and publishes at once', async () => {
    await app.db.updateTable('events').set({ contactEmail: null }).execute()
    const shown = await textOf(desk('publish'))
    expect(shown).toContain(desk('details#contactEmail'))
    expect(shown).toContain('Something is still needed')
    expect((await app.post(desk('publish'), {})).status).toBe(409)
    await app.db.updateTable('events').set({ contactEmail: 'desk@plenary.example' }).execute()
    expect((await app.post(desk('publish'), { how: 'now' })).headers.get('Location')).toBe(`/organize/${event.slug}`)
    expect((await row()).status).toBe('published')
  })

  test('takes a time on the clock of the event, and asks where that clock shows it twice', async () => {
    await app.db.updateTable('events').set({ zone: 'Europe/Paris' }).execute()
    const none = await app.post(desk('publish'), { how: 'later' })
    expect([none.status, await none.text()]).toEqual([422, expect.stringContaining('Enter when it is to be published')])
    const skipped = await app.post(desk('publish'), { how: 'later', publishAt: '2027-03-28T02:30' })
    expect([skipped.status, await skipped.text()]).toEqual([422, expect.stringContaining('does not exist')])
    const past = await app.post(desk('publish'), { how: 'later', publishAt: '2026-11-21T12:59' })
    expect([past.status, await past.text()]).toEqual([409, expect.stringContaining('This time is over')])
    expect((await app.post(desk('publish'), { how: 'later', publishAt: '2026-12-01T09:00' })).status).toBe(303)
    expect(await requests()).toMatchObject([{ state: 'agreed', publishAt: '2026-12-01T08:00:00.000Z' }])
    const waits = await textOf(desk('publish'))
    expect(waits).toContain('It waits for its time')
    expect(waits).not.toContain('name="how"')
    const [{ id } = { id: '' }] = await requests()
    expect((await app.post(desk(`publish/${id}/withdraw`), {})).status).toBe(303)
    expect(await textOf(desk('publish'))).toContain('Taken back')
  })

  test('of a time that comes twice asks which is meant', async () => {
    await app.db.updateTable('events').set({ zone: 'America/New_York' }).execute()
    const twice = { how: 'later', publishAt: '2027-11-07T01:30' }
    await app.db
      .updateTable('events')
      .set({ startsOn: '2027-12-01', endsOn: '2027-12-02', lastOn: '2027-12-02', endsAt: '2027-12-03T05:00:00.000Z' })
      .execute()
    const asked = await app.post(desk('publish'), twice)
    const shown = await asked.text()
    expect([asked.status, shown]).toEqual([422, expect.stringContaining('comes twice')])
    const second = '2027-11-07T06:30:00.000Z'
    expect(shown).toContain(second)
    expect((await app.post(desk('publish'), { ...twice, 'publishAt-reading': second })).status).toBe(303)
    expect(await requests()).toMatchObject([{ publishAt: second }])
  })

  test('in a series that wants it asks another organizer, who agrees or says what is missing', async () => {
    await app.db.updateTable('series').set({ needsReview: 1 }).execute()
    expect(await textOf(desk('publish'))).toContain('In this series another organizer agrees')
    expect((await app.post(desk('publish'), { how: 'now', note: 'Ready, I think.' })).headers.get('Location')).toBe(
      desk('publish'),
    )
    const [{ id } = { id: '' }] = await requests()
    expect(await textOf(desk('publish'))).not.toContain(`${id}/agree`)
    expect((await app.post(desk(`publish/${id}/agree`), {})).status).toBe(409)
    await be('cleo')
    const shown = await textOf(desk('publish'))
    expect(shown).toContain('Ready, I think.')
    expect(shown).toContain(`${id}/agree`)
    expect((await app.post(desk(`publish/${id}/refuse`), {})).status).toBe(409)
    expect((await app.post(desk(`publish/${id}/refuse`), { answer: 'Prices?' })).status).toBe(303)
    expect(await textOf(desk('publish'))).toContain('Prices?')
    await be('ada')
    await app.post(desk('publish'), { isReviewed: 'on' })
    const open = (await requests()).find(({ state }) => state === 'asked')!
    expect((await app.post(desk(`publish/${open.id}/agree`), {})).status).toBe(409)
    expect((await row()).status).toBe('draft')
  })

  test('organizers of the series ask for that rule, administrators alone lift it, others do neither', async () => {
    const needed = async () =>
      (await app.db.selectFrom('series').select('needsReview').executeTakeFirstOrThrow()).needsReview
    expect((await app.post(desk('publish/review'), {})).status).toBe(404)
    await be('cleo')
    expect([(await app.post(desk('publish/review'), {})).status, await needed()]).toEqual([303, 1])
    expect([(await app.post(desk('publish/review'), {})).status, await needed()]).toEqual([404, 1])
    const roles = [{ role: 'administrator' as const, scope: 'installation' as const }]
    accounts['admin'] = (await givenAccount(app.db, 'admin@plenary.example', roles)).accountId
    await be('admin')
    expect([(await app.post(desk('publish/review'), {})).status, await needed()]).toEqual([303, 0])
  })

  test('takes the same number of queries with one ticket and with thirty', async () => {
    const path = desk('publish')
    const [one] = [(await countQueries(app, [path]))[path]]
    const many = await givenEvent(app.db, {
      status: 'draft',
      publishedAt: null,
      tickets: Array.from({ length: 30 }, () => ({ seats: 1, price: 100 })),
    })
    await app.db.updateTable('roles').set({ scopeId: many.id }).where('scope', '=', 'event').execute()
    const other = `/organize/${many.slug}/publish`
    expect((await countQueries(app, [other]))[other]).toBe(one)
  })
})

describe('the link for colleagues', () => {
  const linkIn = (page: string) =>
    /href="http:\/\/plenary\.test(\/events\/[^"]*preview\?key=[^"]*)"/.exec(page)?.[1] ?? ''
  const versionIn = (page: string) => /name="seen" value="([^"]*)"/.exec(page)![1]!

  async function make(address = 'preview/link') {
    const seen = versionIn(await textOf(desk(address)))
    return await app.post(desk(address), { seen })
  }

  test('shows the page to whoever has it, with a note, for no cache and no other page', async () => {
    expect(linkIn(await textOf(desk('preview/link')))).toBe('')
    await givenSession(app.db, event.id, { day: '2027-06-14', from: '09:00', to: '10:00', title: 'The very first lab' })
    await make()
    const link = linkIn(await textOf(desk('preview/link')))
    app.forgetCookies()
    const answer = await app.get(link)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect(answer.headers.get('Referrer-Policy')).toBe('no-referrer')
    expect(answer.headers.get('X-Robots-Tag')).toBe('noindex')
    const shown = await answer.text()
    expect(shown).toContain('This page is not public yet')
    expect(shown).toContain('Routing workshop')
    expect(shown).toContain('The very first lab')
    expect((await app.get(link.replace('/events', '/fr/events'))).status).toBe(200)
    expect((await app.get(`/events/${event.slug}`)).status).toBe(404)
  })

  test('a wrong, an old or an ended one leads nowhere, and an ended one never comes back', async () => {
    await make()
    const first = linkIn(await textOf(desk('preview/link')))
    await make()
    const second = linkIn(await textOf(desk('preview/link')))
    expect(second).not.toBe(first)
    const wrong = [
      first,
      `/events/${event.slug}/preview`,
      `/events/${event.slug}/preview?key=${'x'.repeat(32)}`,
      '/events/none/preview?key=x',
    ]
    for (const address of wrong) {
      const answer = await app.get(address)
      expect([address, answer.status]).toEqual([address, 404])
      expect(answer.headers.get('Referrer-Policy')).toBe('no-referrer')
    }
    expect((await app.get(second)).status).toBe(200)
    await make('preview/link/end')
    expect((await app.get(second)).status).toBe(404)
    await make()
    for (const address of [first, second]) expect((await app.get(address)).status).toBe(404)
    expect((await app.get(linkIn(await textOf(desk('preview/link'))))).status).toBe(200)
  })

  test('of one event opens no other, and none before there is a link', async () => {
    const other = await givenEvent(app.db, { status: 'draft', publishedAt: null })
    await make()
    const link = linkIn(await textOf(desk('preview/link')))
    expect((await app.get(link.replace(event.slug, other.slug))).status).toBe(404)
  })

  test('leads to the page itself once that is public', async () => {
    await make()
    const link = linkIn(await textOf(desk('preview/link')))
    await app.post(desk('publish'), {})
    const answer = await app.get(link)
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, `/events/${event.slug}`])
  })

  test('two who renew it at once make one link', async () => {
    await make()
    const seen = versionIn(await textOf(desk('preview/link')))
    const both = await Promise.all([1, 2].map(() => app.post(desk('preview/link'), { seen })))
    expect(both.map(({ status }) => String(status)).toSorted()).toEqual(['303', '409'])
  })

  test('is no kept answer, and its key is in no log', () => {
    const address = `/events/${event.slug}/preview?key=${'k'.repeat(32)}`
    expect(feedAddress(address)).toBeNull()
    expect(loggablePath(address)).not.toContain('kkk')
  })
})
