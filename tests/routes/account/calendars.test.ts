import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { MOST_FEEDS } from '#app/calendar/feeds/most-feeds.ts'
import { erasePerson } from '#app/people/erase-person.server.ts'
import { newFeedToken } from '#app/calendar/feeds/feed-token.ts'
import { hashOf } from '#app/values/secret.ts'
import { newId } from '#app/values/id.ts'
import { addMinutes } from '#app/values/moment.ts'
import { anOrder, aPerson, placed } from '#tests/registrations/an-order.ts'
import { countQueries } from '#tests/routes/organize/count-queries.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { icalFaults } from '#tests/support/ical-checker.ts'
import { interruptedBefore } from '#tests/support/interrupted-queries.ts'
import { signInAs } from '#tests/support/signed-in.ts'

let app: Awaited<ReturnType<typeof testApp>>

beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())
beforeEach(() => {
  app.forgetCookies()
  app.setNow(NOW)
})

let number = 0

async function somebody() {
  const email = `person-of-feeds-${++number}@example.org`
  const account = await givenAccount(app.db, email)
  return { ...account, email }
}

const form = (given: Record<string, string> = {}) => ({
  id: newId(NOW),
  name: 'My phone',
  shows: 'events',
  deadlines: 'on',
  work: 'on',
  ...given,
})

const addressIn = (html: string) => /http:\/\/plenary\.test(\/calendar\/[\w-]+\.ics)/.exec(html)?.[1] ?? ''

async function makeOne(given: Record<string, string> = {}) {
  const response = await app.post('/me/calendars', form(given))
  const html = await response.text()
  return { response, html, path: addressIn(html) }
}

async function feedsOf(accountId: string) {
  return await app.db.selectFrom('calendarFeeds').selectAll().where('accountId', '=', accountId).orderBy('id').execute()
}

/** As a program asks: without cookies. */
async function fetchFeed(path: string, headers: Record<string, string> = {}, method = 'GET') {
  if (path === '') throw new Error('No address was shown.')
  app.forgetCookies()
  const response = await app.get(path, { method, headers })
  return { response, status: response.status, body: await response.text() }
}

describe('making one', () => {
  test('shows the address once, and a program reads the calendar at it without signing in', async () => {
    const { accountId, email } = await somebody()
    const event = await givenEvent(app.db)
    await placed(app.db, anOrder(event, { people: [aPerson(event.tickets[0]!.id, { email })] }))
    await signInAs(app, accountId)
    expect(await (await app.get('/me/calendars')).text()).toContain('No calendar yet')
    const { response, html, path } = await makeOne()
    expect(response.status).toBe(200)
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect(response.headers.get('Referrer-Policy')).toBe('no-referrer')
    expect(path).toMatch(/^\/calendar\/[\w-]{43}\.ics$/)
    const token = path.slice('/calendar/'.length, -'.ics'.length)
    // The encrypted address comes first, `webcal:` last.
    expect(html.indexOf('cid=http%3A')).toBeGreaterThan(0)
    expect(html.indexOf('webcal://')).toBeGreaterThan(html.indexOf('outlook.live.com'))
    const [stored] = await feedsOf(accountId)
    expect(stored).toMatchObject({ tokenHash: hashOf(token), name: 'My phone', language: 'en', fetchedAt: null })
    const list = await (await app.get('/me/calendars')).text()
    expect(list).toContain('Never fetched yet')
    expect(list).not.toContain(token)

    const feed = await fetchFeed(path, { 'User-Agent': 'Google-Calendar-Importer' })
    expect(feed.status).toBe(200)
    expect(icalFaults(feed.body)).toEqual([])
    expect(feed.body).toContain(`UID:event-${event.id}@`)
    expect(feed.body).toContain('REFRESH-INTERVAL')
    // Whoever gets the file does not get the feed.
    expect(feed.body).not.toContain(token)
    const { headers } = feed.response
    expect(headers.get('Content-Type')).toBe('text/calendar; charset=utf-8')
    expect(headers.get('Cache-Control')).toBe('private, max-age=900')
    expect(headers.get('Referrer-Policy')).toBe('no-referrer')
    expect(headers.get('Content-Disposition')).toBe('inline; filename="plenary.ics"')
    expect(headers.getSetCookie()).toEqual([])
    await signInAs(app, accountId)
    expect(await (await app.get('/me/calendars')).text()).toContain('Google Calendar')
    const tables = await app.db.introspection.getTables()
    for (const { name } of tables) {
      const rows = await app.db
        .selectFrom(name as 'people')
        .selectAll()
        .execute()
      expect(JSON.stringify(rows)).not.toContain(token)
    }
  })

  test('twice by the same form makes one; without a name none; more than there can be none', async () => {
    const { accountId } = await somebody()
    await signInAs(app, accountId)
    const id = newId(NOW)
    expect((await makeOne({ id })).path).not.toBe('')
    const again = await makeOne({ id })
    expect([again.response.status, again.response.headers.get('Location')]).toEqual([303, '/me/calendars?news=made'])
    expect(await (await app.get('/me/calendars?news=made')).text()).toContain('This calendar was made already')
    const unnamed = await makeOne({ name: ' ' })
    expect([unnamed.response.status, unnamed.html.includes('Give the calendar a name.')]).toEqual([422, true])
    for (let made = 1; made < MOST_FEEDS; made++) await makeOne({ name: `Feed ${made}` })
    const tooMany = await makeOne()
    expect([tooMany.response.status, tooMany.path]).toEqual([409, ''])
    expect(tooMany.html).toContain('as many calendars as there can be')
    expect(await feedsOf(accountId)).toHaveLength(MOST_FEEDS)
    expect(await (await app.get('/me/calendars')).text()).toContain('You have 20 calendars')
    const [some] = await feedsOf(accountId)
    await app.post(`/me/calendars/${some!.id}/revoke`, {})
    expect((await makeOne()).response.status).toBe(200)
  })

  test('by a stranger leads to signing in, and makes none', async () => {
    const before = await app.db.selectFrom('calendarFeeds').select('id').execute()
    for (const path of ['/me/calendars', `/me/calendars/${newId(NOW)}/revoke`]) {
      expect((await app.get(path)).headers.get('Location')).toMatch(/^\/signin\?to=/)
      expect((await app.post(path, form())).headers.get('Location')).toMatch(/^\/signin\?to=/)
    }
    expect(await app.db.selectFrom('calendarFeeds').select('id').execute()).toEqual(before)
  })

  test('keeps the language of the page that it was made on, whatever its readers ask', async () => {
    const { accountId, email } = await somebody()
    const event = await givenEvent(app.db, { format: 'online' })
    await placed(app.db, anOrder(event, { people: [aPerson(event.tickets[0]!.id, { email })] }))
    await signInAs(app, accountId)
    const html = await (await app.post('/fr/me/calendars', form())).text()
    const path = addressIn(html)
    const [plain, asked] = [await fetchFeed(path), await fetchFeed(path, { 'Accept-Language': 'ar' })]
    expect(plain.body).toContain('LOCATION:En ligne')
    expect(asked.body).toBe(plain.body)
    expect(plain.response.headers.get('Content-Language')).toBe('fr')
    expect(plain.response.headers.get('Vary')).toBe('Accept-Encoding')
  })
})

describe('fetching', () => {
  test('again gives the same bytes and 304, HEAD the same headers; the next day another tag (54)', async () => {
    const { accountId } = await somebody()
    await signInAs(app, accountId)
    const { path } = await makeOne()
    const [one, two] = [await fetchFeed(path), await fetchFeed(path)]
    const etag = one.response.headers.get('ETag')!
    expect(two.body).toBe(one.body)
    expect(two.response.headers.get('ETag')).toBe(etag)
    const known = await fetchFeed(path, { 'If-None-Match': etag })
    expect([known.status, known.body, known.response.headers.get('Cache-Control')]).toEqual([
      304,
      '',
      'private, max-age=900',
    ])
    const head = await fetchFeed(path, {}, 'HEAD')
    expect([head.status, head.body, head.response.headers.get('ETag')]).toEqual([200, '', etag])
    app.setNow(addMinutes(NOW, 24 * 60))
    const tomorrow = await fetchFeed(path, { 'If-None-Match': etag })
    expect([tomorrow.status, tomorrow.body]).toEqual([200, one.body])
  })

  test('is noted with the kind of program, at most every five minutes', async () => {
    const { accountId } = await somebody()
    await signInAs(app, accountId)
    const { path } = await makeOne()
    const noted = async () => (await feedsOf(accountId)).map(({ fetchedAt, client }) => [fetchedAt, client])
    await fetchFeed(path, { 'User-Agent': 'vdirsyncer/0.19.2' })
    app.setNow(addMinutes(NOW, 4))
    await fetchFeed(path, { 'User-Agent': 'Evolution/3.46.4' })
    expect(await noted()).toEqual([[NOW, 'vdirsyncer']])
    app.setNow(addMinutes(NOW, 5))
    await fetchFeed(path, { 'User-Agent': 'Evolution/3.46.4' })
    expect(await noted()).toEqual([[addMinutes(NOW, 5), 'evolution']])
  })

  test('does not fail when it cannot be noted', async () => {
    const { accountId } = await somebody()
    await signInAs(app, accountId)
    const { path } = await makeOne()
    const { db } = app.services
    app.services.db = withoutUpdates(db)
    const feed = await fetchFeed(path)
    app.services.db = db
    expect(feed.status).toBe(200)
    expect((await feedsOf(accountId))[0]!.fetchedAt).toBeNull()
  })

  test('two people’s calendars never mix', async () => {
    const people = [await somebody(), await somebody()]
    const found = []
    for (const { accountId, email } of people) {
      const event = await givenEvent(app.db)
      await placed(app.db, anOrder(event, { people: [aPerson(event.tickets[0]!.id, { email, fullName: email })] }))
      app.forgetCookies()
      await signInAs(app, accountId)
      const { path } = await makeOne()
      // A cookie of somebody else changes nothing.
      await signInAs(app, people[0]!.accountId)
      found.push({ event, body: await (await app.get(path)).text() })
    }
    for (const [at, { body }] of found.entries()) {
      expect(body).toContain(found[at]!.event.id)
      expect(body).not.toContain(found[1 - at]!.event.id)
      expect(body).not.toContain(people[1 - at]!.email)
    }
  })
})

/** A database that writes nothing. */
function withoutUpdates(db: typeof app.db): typeof app.db {
  return db.withPlugin({
    transformQuery: ({ node }) => {
      if (node.kind === 'UpdateQueryNode') throw new Error('the disk is full')
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  })
}

describe('unknown feed 404; revoked 410 (A.7 #56)', () => {
  test('revoked, renewed, disabled and erased answer 410, without a body, for ever', async () => {
    const { accountId, email } = await somebody()
    await signInAs(app, accountId)
    const [one, two] = [(await makeOne()).path, (await makeOne()).path]
    const ids = (await feedsOf(accountId)).map(({ id }) => id)
    const sure = await (await app.get(`/me/calendars/${ids[0]}/revoke`)).text()
    expect(sure).toContain('End this calendar?')
    expect((await fetchFeed(one)).status).toBe(200)
    await signInAs(app, accountId)
    const revoked = await app.post(`/me/calendars/${ids[0]}/revoke`, {})
    expect([revoked.status, revoked.headers.get('Location')]).toEqual([303, '/me/calendars?news=ended'])
    const list = await (await app.get('/me/calendars?news=ended')).text()
    expect(list).toContain('The calendar is ended.')
    const again = await app.post(`/me/calendars/${ids[0]}/revoke`, {})
    expect(again.headers.get('Location')).toBe('/me/calendars?news=over')
    const renewed = await app.post(`/me/calendars/${ids[1]}/renew`, {})
    const three = addressIn(await renewed.text())
    expect(renewed.status).toBe(200)
    expect(three).not.toBe(two)
    const statuses = async () => {
      const found = []
      for (const path of [one, two, three]) {
        const { status, body, response } = await fetchFeed(path)
        found.push(status)
        if (status === 200) continue
        expect(body).toBe('')
        expect(response.headers.get('Location')).toBeNull()
        expect(response.headers.get('Cache-Control')).toBe('no-store')
      }
      return found
    }
    expect(await statuses()).toEqual([410, 410, 200])
    await app.db.updateTable('accounts').set({ isDisabled: 1 }).where('id', '=', accountId).execute()
    expect(await statuses()).toEqual([410, 410, 410])
    await app.db.updateTable('accounts').set({ isDisabled: 0 }).where('id', '=', accountId).execute()
    expect(await statuses()).toEqual([410, 410, 200])
    await erasePerson(app.db, { email, actor: { kind: 'operator' }, now: NOW })
    expect(await statuses()).toEqual([410, 410, 410])
    expect((await feedsOf(accountId)).map(({ name, fetchedAt }) => [name, fetchedAt])).toEqual([
      ['', null],
      ['', null],
      ['', null],
    ])
    app.setNow('2036-01-01T00:00:00.000Z')
    expect(await statuses()).toEqual([410, 410, 410])
  })

  test('nobody ends or renews what is somebody else’s', async () => {
    const [theirs, ours] = [await somebody(), await somebody()]
    await signInAs(app, theirs.accountId)
    const { path } = await makeOne()
    const [feed] = await feedsOf(theirs.accountId)
    app.forgetCookies()
    await signInAs(app, ours.accountId)
    for (const page of ['renew', 'revoke']) {
      const shown = await app.get(`/me/calendars/${feed!.id}/${page}`)
      expect(await shown.text()).not.toContain('My phone')
      const done = await app.post(`/me/calendars/${feed!.id}/${page}`, {})
      expect(done.headers.get('Location')).toBe('/me/calendars?news=over')
    }
    expect(await feedsOf(theirs.accountId)).toEqual([feed])
    expect((await fetchFeed(path)).status).toBe(200)
  })

  test('what was never a feed is 404, never a page to sign in; too many guesses are told so', async () => {
    const { accountId } = await somebody()
    await signInAs(app, accountId)
    const { path } = await makeOne()
    const token = path.slice('/calendar/'.length, -'.ics'.length)
    const guesses = [
      newFeedToken(),
      token.slice(0, -1),
      `${token}A`,
      token.toUpperCase(),
      token.toLowerCase(),
      hashOf(token),
      '%00',
      "' or 1=1 --",
    ]
    for (const guess of guesses) {
      const { status, body, response } = await fetchFeed(`/calendar/${encodeURIComponent(guess)}.ics`)
      expect([guess, status, body, response.headers.get('Location')]).toEqual([guess, 404, '', null])
    }
    const statuses = new Set<number>()
    for (let tried = 0; tried < 100; tried++) statuses.add((await fetchFeed(`/calendar/${newFeedToken()}.ics`)).status)
    expect([...statuses]).toEqual([404, 429])
    // Many people share an address, as those who ask by way of one provider do.
    expect((await fetchFeed(path)).status).toBe(200)
  })

  test('with the database down it is 503, without a body', async () => {
    const { accountId } = await somebody()
    await signInAs(app, accountId)
    const { path } = await makeOne()
    const { db } = app.services
    app.services.db = interruptedBefore(db, 'each', () => Promise.reject(new Error('the database is down'))).db
    const { status, body, response } = await fetchFeed(path)
    app.services.db = db
    expect([status, body]).toEqual([503, ''])
    expect(Number(response.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect((await fetchFeed(path)).status).toBe(200)
  })
})

test('the list takes as many queries for many calendars as for none, in every language', async () => {
  const { accountId } = await somebody()
  await signInAs(app, accountId)
  const none = await countQueries(app, ['/me/calendars'])
  for (let made = 0; made < 15; made++) await makeOne({ name: `Feed ${made}` })
  for (const { id } of (await feedsOf(accountId)).slice(0, 5)) await app.post(`/me/calendars/${id}/revoke`, {})
  expect(await countQueries(app, ['/me/calendars'])).toEqual(none)
  expect(await (await app.get('/fr/me/calendars')).text()).toContain('Pas encore lu')
  expect(await (await app.get('/ar/me/calendars')).text()).toContain('لم يُقرأ بعد')
  const entries = await app.db
    .selectFrom('auditEntries')
    .select(['action', 'actorId'])
    .where('objectKind', '=', 'calendar-feed')
    .where('actorId', '=', accountId)
    .execute()
  expect(entries).toHaveLength(20)
})
