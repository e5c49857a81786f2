import { afterEach, beforeEach, expect, test } from 'vitest'
import { changeEvent, previewOf } from './change-event.ts'
import { givenParticipants } from '#tests/participants/given-participants.ts'
import { givenIssuer } from '#tests/payments/given-order-by.ts'
import { countQueries } from '#tests/routes/organize/count-queries.ts'
import { testApp } from '#tests/support/app.ts'
import { givenAccount, givenEvent, givenSeries } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'

let app: Awaited<ReturnType<typeof testApp>>
let seriesId: string

beforeEach(async () => {
  app = await testApp()
  seriesId = (await givenSeries(app.db)).id
  const organizer = await givenAccount(app.db, 'organizer@plenary.example', [
    { role: 'organizer', scope: 'series', scopeId: seriesId },
  ])
  await signInAs(app, organizer.accountId)
})

afterEach(() => app.close())

const NEW_EVENT = {
  title: 'Routing in practice',
  language: 'en',
  startsOn: '2027-07-13',
  endsOn: '2027-07-17',
  zone: 'Europe/Paris',
  format: 'onsite',
  country: 'FR',
  city: 'Lyon',
  summary: 'Five days of practice.',
  admission: 'registration',
}

async function textOf(path: string): Promise<string> {
  const response = await app.get(path)
  expect(response.status, path).toBe(200)
  return await response.text()
}

/** The value of a hidden field of a page. */
function hidden(page: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
}

/** Every field of the details form as a browser would send it. */
function detailsForm(page: string, change: Record<string, string> = {}) {
  return {
    ...NEW_EVENT,
    version: hidden(page, 'version'),
    seen: hidden(page, 'seen'),
    textLanguage: 'en',
    slug: 'routing-in-practice',
    'languages[0]': 'en',
    contactEmail: 'organizer@plenary.example',
    accessNote: 'Step-free.',
    ...change,
  }
}

test('from nothing to a published workshop, without script: draft, details, seats, ticket, question, publish', async () => {
  const created = await app.post('/organize/new', { seriesId, ...NEW_EVENT })
  expect([created.status, created.headers.get('Location')]).toEqual([303, '/organize/routing-in-practice'])
  const base = '/organize/routing-in-practice'
  expect((await app.get('/events/routing-in-practice')).status).toBe(404)
  expect(await textOf(`${base}/preview`)).toContain('Routing in practice')

  const page = await textOf(`${base}/details`)
  expect((await app.post(`${base}/details?text=en`, detailsForm(page, { 'languages[1]': 'fr' }))).status).toBe(303)
  expect((await app.post(`${base}/publish`, {})).status).toBe(409)

  expect((await app.post(`${base}/seats/new`, { name: 'Lab', size: '24' })).status).toBe(303)
  const quota = await app.db.selectFrom('quotas').select('id').executeTakeFirstOrThrow()
  const ticket = {
    textLanguage: 'en',
    name: 'Participant',
    code: 'P',
    attendance: 'onsite',
    admission: 'open',
    minPerOrder: '0',
    maxPerOrder: '4',
    quotaIds: quota.id,
    'steps[0].kind': 'only',
    'currencies[0]': 'EUR',
    'steps[0].amounts[0]': '120',
    'steps[1].amounts[0]': '',
  }
  expect((await app.post(`${base}/tickets/new`, ticket)).status).toBe(303)
  const question = {
    textLanguage: 'en',
    label: 'What do you run?',
    kind: 'text',
    isAsked: 'on',
    purpose: 'So that the labs fit',
    audience: 'instructors',
  }
  expect((await app.post(`${base}/questions/new`, question)).status).toBe(303)
  expect(await textOf(`${base}/questions`)).toContain('What do you run?')
  // Something costs money: who takes it, and what comes back.
  expect((await app.post(`${base}/publish`, {})).status).toBe(409)
  await givenIssuer(app.db)
  const seen = hidden(await textOf(`${base}/rules/refunds`), 'seen')
  const rule = { seen, 'rules[0].reason': 'any', 'rules[0].percent': '100' }
  expect((await app.post(`${base}/rules/refunds`, rule)).status).toBe(303)
  expect((await app.post(`${base}/publish`, {})).status).toBe(303)
  app.forgetCookies()
  expect(await textOf('/events/routing-in-practice')).toContain('Routing in practice')
})

test('a form with errors comes back as typed, each error at its field', async () => {
  const response = await app.post('/organize/new', {
    seriesId,
    ...NEW_EVENT,
    title: '',
    endsOn: '2027-07-01',
    city: '',
  })
  expect(response.status).toBe(422)
  const page = await response.text()
  expect(page).toContain('<title>Error: New event')
  expect(page).toContain('href="#title"')
  expect(page).toContain('href="#endsOn"')
  expect(page).toContain('href="#city"')
  expect(page).toContain('Five days of practice.')
})

test('a stale save shows what was saved and what was typed, and a second save keeps the latter', async () => {
  const event = await givenEvent(app.db, { status: 'draft', publishedAt: null, slug: 'routing-in-practice', seriesId })
  const base = `/organize/${event.slug}`
  const page = await textOf(`${base}/details`)
  expect((await app.post(`${base}/details`, detailsForm(page, { city: 'Grenoble' }))).status).toBe(303)
  const stale = await app.post(`${base}/details`, detailsForm(page, { city: 'Marseille' }))
  expect(stale.status).toBe(409)
  const shown = await stale.text()
  expect(shown).toContain('Grenoble')
  expect(shown).toContain('value="Marseille"')
  const again = detailsForm(shown, { city: 'Marseille' })
  expect(again.version).not.toBe(detailsForm(page).version)
  expect((await app.post(`${base}/details`, again)).status).toBe(303)
  const saved = await app.db.selectFrom('events').select('city').where('id', '=', event.id).executeTakeFirstOrThrow()
  expect(saved.city).toBe('Marseille')
})

test('cancelling says first how many will be told, and tells them', async () => {
  const event = await givenEvent(app.db, { seriesId, tickets: [{ seats: 5 }] })
  await givenParticipants(app.db, event, [{ fullName: 'A' }, { fullName: 'B' }])
  const base = `/organize/${event.slug}`
  expect(await previewOf(app, event.slug, 'cancel')).toContain('Cancel the event and tell 2 people')
  expect(await textOf(`${base}/unpublish`)).toContain('2 people are registered')
  expect((await app.post(`${base}/unpublish`, {})).status).toBe(409)
  expect((await changeEvent(app, event.slug, 'cancel')).status).toBe(303)
  const told = await app.db.selectFrom('messages').select('id').where('template', '=', 'event-cancelled').execute()
  expect(told).toHaveLength(2)
  expect((await changeEvent(app, event.slug, 'cancel')).status).toBe(409)
})

test('every page of an event opens in English and French', async () => {
  const event = await givenEvent(app.db, { seriesId, tickets: [{ seats: 5, price: 1000 }] })
  const pages = [
    '',
    '/details',
    '/details?text=fr',
    '/tracks',
    '/tracks/new',
    '/people',
    '/people/new',
    '/team/new',
    '/tickets',
    '/tickets/new',
    '/seats/new',
    '/questions',
    '/questions/new',
    '/registrations',
    '/publish',
    '/unpublish',
    '/cancel',
    '/preview',
    `/tickets/${event.tickets[0]!.id}`,
    `/tickets/${event.tickets[0]!.id}/remove`,
    `/seats/${event.tickets[0]!.quotaIds[0]!}`,
  ]
  for (const prefix of ['', '/fr'])
    for (const page of pages) {
      const text = await textOf(`${prefix}/organize/${event.slug}${page}`)
      expect(text, page).not.toMatch(/organize\.[a-z]+[A-Z.]/)
      expect(text, page).not.toMatch(/<script(?! src="\/scripts\/)/)
    }
})

test('something of another event cannot be opened, changed or removed under this one', async () => {
  const [mine, other] = [await givenEvent(app.db, { seriesId }), await givenEvent(app.db, { seriesId })]
  const type = other.tickets[0]!
  for (const path of [
    `/tickets/${type.id}`,
    `/tickets/${type.id}/remove`,
    `/seats/${type.quotaIds[0]!}`,
    '/tracks/none',
    '/questions/none',
  ])
    expect((await app.get(`/organize/${mine.slug}${path}`)).status, path).toBe(404)
  await app.post(`/organize/${mine.slug}/tickets/${type.id}/remove`, {})
  expect(await app.db.selectFrom('ticketTypes').select('id').where('id', '=', type.id).execute()).toHaveLength(1)
})

test('the list finds by title, knows its pages and says when nothing fits', async () => {
  for (let at = 0; at < 26; at++) await givenEvent(app.db, { seriesId, title: `Workshop ${at}` })
  const first = await textOf('/organize')
  expect(first).toContain('26 events')
  expect(first).toContain('page=2')
  const beyond = await textOf('/organize?page=99')
  expect(beyond).toContain('Workshop')
  expect(beyond).toContain('<b aria-current="page"><span class="vh">Page </span>2</b>')
  expect(await textOf('/organize?q=WORKSHOP+25')).toContain('One event')
  expect(await textOf('/organize?q=100%25')).toContain('No event of yours has')
})

test('1 row and 50 rows take the same number of queries', async () => {
  const one = await givenEvent(app.db, { seriesId, tickets: [{ seats: 100, price: 1000 }] })
  const registered = (count: number) =>
    givenParticipants(
      app.db,
      one,
      Array.from({ length: count }, (_, at) => ({ fullName: `P ${at}` })),
    )
  const givenPerson = (at: number) =>
    app.post(`/organize/${one.slug}/people/new`, { fullName: `Teacher ${at}`, role: 'instructor' })
  await registered(1)
  const lists = [
    '/organize',
    `/organize/${one.slug}`,
    `/organize/${one.slug}/registrations`,
    `/organize/${one.slug}/tickets`,
    `/organize/${one.slug}/people`,
  ]
  await givenPerson(0)
  const few = await countQueries(app, lists)
  await registered(49)
  for (let at = 1; at < 50; at++) await givenPerson(at)
  for (let at = 0; at < 49; at++) await givenEvent(app.db, { seriesId })
  expect(await countQueries(app, lists)).toEqual(few)
})

test('whatever is sent gets a page that says what to do, never a failure of ours', async () => {
  const event = await givenEvent(app.db, { seriesId, tickets: [{ seats: 5 }] })
  const forms: Record<string, string>[] = [
    {},
    { steps: 'x', options: 'x', languages: 'fr', quotaIds: '', topics: 'nowhere' },
    {
      'steps[0]': 'x',
      'options[0]': 'x',
      'languages[0]': 'qq',
      'steps[9999].amount': '1',
      'seats[0]': 'x',
      'rules[0]': 'x',
      'parts[0].ids': 'x',
      'amounts[0]': 'x',
    },
    {
      startsOn: '2027-99-99',
      endsOn: 'x',
      startsTime: '99:99',
      endsTime: '24:00',
      zone: 'Nowhere/Land',
      version: '-1',
    },
    {
      ...NEW_EVENT,
      startsTime: '02:30',
      startsOn: '2027-03-28',
      zone: 'Mars',
      seriesId: 'x'.repeat(500),
      title: 'x'.repeat(5000),
    },
    {
      size: '1e9',
      name: '\u0000',
      trackId: 'none',
      code: '=1',
      'currencies[0]': 'USD',
      'steps[0].amounts[0]': '9'.repeat(40),
      kind: 'bundle',
      effect: 'amount',
      'amounts[0].amount': 'a lot',
      count: '5001',
    },
  ]
  const paths = [
    '/organize/new',
    ...[
      'details',
      'tracks/new',
      'tickets/new',
      `tickets/${event.tickets[0]!.id}`,
      'seats/new',
      'questions/new',
      'tracks/x',
      'tracks/x/remove',
      'seats/x',
      'questions/x/remove',
      'people/new',
      'people/x',
      'people/x/remove',
      'team/new',
      'team/roles/x/remove',
      'blocks/new',
      'blocks/x',
      'blocks/x/release',
      'vouchers/new',
      'vouchers/x',
      'vouchers/x/remove',
      'vouchers/x/codes/new',
      'vouchers/x/codes/y',
      'rules/prices/new',
      'rules/prices/x',
      'rules/prices/x/remove',
      'rules/taxes/new',
      'rules/taxes/x/remove',
      'rules/refunds',
      'rules/changes',
      'rules/payment/card',
    ].map((page) => `/organize/${event.slug}/${page}`),
  ]
  for (const path of paths)
    for (const form of forms) {
      const { status } = await app.post(path, form)
      const isRemoval = path.endsWith('/remove')
      expect(isRemoval ? [303, 400] : [400, 404, 409, 422], `${path} ${JSON.stringify(form).slice(0, 80)}`).toContain(
        status,
      )
    }
  // A hundred pages: on a busy machine more than the usual time.
}, 60_000)

test('what was typed about something that somebody else removed comes back as something new', async () => {
  const event = await givenEvent(app.db, { seriesId })
  const base = `/organize/${event.slug}`
  const track = { textLanguage: 'en', code: 'T2', title: 'Routing', language: 'en' }
  await app.post(`${base}/tracks/new`, track)
  const { id } = await app.db.selectFrom('tracks').select('id').executeTakeFirstOrThrow()
  expect((await app.post(`${base}/tracks/${id}/remove`, {})).status).toBe(303)
  expect((await app.post(`${base}/tracks/${id}/remove`, {})).headers.get('Location')).toBe(`${base}/tracks`)

  const stale = await app.post(`${base}/tracks/${id}`, { ...track, title: 'Routing in depth' })
  expect(stale.status).toBe(409)
  const shown = await stale.text()
  expect(shown).toContain('somebody removed it')
  expect(shown).toContain('value="Routing in depth"')
  expect(shown).toContain(`action="${base}/tracks/new"`)
})
