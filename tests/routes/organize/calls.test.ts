import { afterEach, beforeEach, expect, test } from 'vitest'
import { countQueries } from './count-queries.ts'
import { listCalls } from '#app/applications/calls/find-call.server.ts'
import { listCriteria } from '#app/applications/calls/list-criteria.server.ts'
import { readCall } from '#app/applications/calls/read-call.server.ts'
import { saveCallQuestion } from '#app/applications/calls/save-call-question.server.ts'
import { givenDraft, givenSection, made, questionForm } from '#tests/applications/calls/a-call.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { givenCall } from '#tests/support/given-call.ts'
import { signInAs } from '#tests/support/signed-in.ts'

let app: Awaited<ReturnType<typeof testApp>>
let event: Awaited<ReturnType<typeof givenEvent>>
let base: string

beforeEach(async () => {
  app = await testApp()
  event = await givenEvent(app.db)
  base = `/en/organize/${event.slug}/calls`
  const roles = [{ role: 'organizer' as const, scope: 'event' as const, scopeId: event.id }]
  await signInAs(app, (await givenAccount(app.db, 'wanjiku@example.org', roles)).accountId)
})

afterEach(() => app.close())

const html = async (path: string, status = 200) => {
  const response = await app.get(path)
  expect([path, response.status]).toEqual([path, status])
  return (await response.text()).replace(/[\u2068\u2069]/g, '')
}

/** Sends a form as its page offers it, with these fields typed in. */
async function send(path: string, typed: Record<string, string | string[]>, at = path) {
  const page = await html(path)
  const seen = /name="seen"[^>]*value="([^"]*)"/.exec(page)?.[1] ?? ''
  return await app.post(at, { seen, textLanguage: 'en', ...typed })
}

const DETAILS = {
  title: 'Admission 2027',
  slug: 'admission-2027',
  kind: 'admission',
  graceMinutes: '60',
  refereesWanted: '0',
  choicesMaximum: '1',
  reviewersEach: '2',
  offerHours: '168',
  promotion: 'by-hand',
  visaDays: '60',
}

test('a call is made, filled in on its pages, and opened; the event says until when', async () => {
  expect(await html(base)).toContain('An application never takes a seat')
  const made = await app.post(`${base}/new`, { title: 'Admission 2027', kind: 'admission', textLanguage: 'en' })
  expect(made.headers.get('Location')).toBe(`${base}/admission-2027/details`)
  const call = `${base}/admission-2027`
  const bare = await html(`${call}/details/status`)
  expect(bare).toContain('What is needed is not all there')
  expect(bare).not.toContain('Open the call')
  expect((await app.post(`${call}/details/status`, {})).status).toBe(409)

  const dates = { closesZone: 'AoE', closesAt: '2027-02-26T23:59' }
  expect((await send(`${call}/details`, { ...DETAILS, ...dates })).status).toBe(303)
  const details = await html(`${call}/details`)
  expect(details).toContain('value="2027-02-26T23:59"')
  expect(details).toContain('27 February 2027, 14:00')
  const place = `event:${event.id}`
  const ticketTypeId = event.tickets[0]!.id
  expect((await send(`${call}/details/choices/new`, { code: 'W', name: 'Workshop', place, ticketTypeId })).status).toBe(
    303,
  )
  expect((await send(`${call}/form/sections/new`, { title: 'About you' })).status).toBe(303)
  const [head] = await listCalls(app.db, { eventId: event.id, language: 'en' })
  const read = async () => (await readCall(app.db, { callId: head!.id, language: 'en' }))!
  const sectionId = (await read()).sections[0]!.id
  const question = {
    sectionId,
    label: 'Why?',
    kind: 'longtext',
    maximum: '250',
    isInWords: 'on',
    isAsked: 'on',
    purpose: 'To choose',
  }
  expect((await send(`${call}/form/questions/new`, question)).status).toBe(303)
  expect((await send(`${call}/rubric/new`, { label: 'Need', maximum: '5', weight: '10' })).status).toBe(303)
  expect((await send(`${call}/details/eligibility`, { lists: ['africa'], minimumAge: '18' })).status).toBe(303)
  expect(await html(`${call}/details/eligibility`)).toContain('at least 18')
  expect((await read()).sections[0]!.questions[0]).toMatchObject({ maximum: 250, isInWords: true })
  expect(await html(`${call}/form/preview`)).toContain('Why?')

  expect(await html(`${call}/details/status`)).toContain('Open the call')
  expect((await app.post(`${call}/details/status`, {})).status).toBe(303)
  expect(await html(base)).toContain('26 February 2027, 23:59')
  const stored = await app.db
    .selectFrom('events')
    .select(['applyFromAt', 'applyUntilAt'])
    .where('id', '=', event.id)
    .executeTakeFirstOrThrow()
  expect(stored).toEqual({ applyFromAt: NOW, applyUntilAt: '2027-02-27T12:00:00.000Z' })
  const earlier = await app.post(`${call}/details/status/extend`, { closesAt: '2027-02-01T12:00' })
  expect(earlier.status).toBe(409)
  expect(await earlier.text()).toContain('value="2027-02-01T12:00"')
  expect((await app.post(`${call}/details/status/extend`, { closesAt: '2027-03-05T23:59' })).status).toBe(303)
  expect((await app.post(`${call}/details/status/close`, {})).status).toBe(303)
  expect(await html(`${call}/details/status`)).toContain('Closed: it takes no more applications')
  expect((await app.post(`${call}/details/status/cancel`, {})).status).toBe(303)
})

test('forms come back as they were typed, with each error at its field and in the summary', async () => {
  await app.post(`${base}/new`, { title: 'Admission 2027', kind: 'admission', textLanguage: 'en' })
  const call = `${base}/admission-2027`
  const wrong = await send(`${call}/details`, {
    ...DETAILS,
    title: '',
    summary: 'Typed with care',
    opensAt: '2027-03-01T09:00',
    closesAt: '2027-02-01T09:00',
    numberPrefix: 'S-!',
  })
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  for (const text of [
    'Typed with care',
    'It has to close after it opens',
    'up to four letters',
    'Letters before the numbers',
    '2027-03-01T09:00',
  ])
    expect(page).toContain(text)
  const skipped = await send(`${call}/details`, {
    ...DETAILS,
    closesZone: 'Europe/Zurich',
    closesAt: '2027-10-31T02:30',
  })
  expect(await skipped.text()).toContain('closesAt-reading')
  const criterion = await send(`${call}/rubric/new`, {
    label: 'Need',
    maximum: '5',
    weight: '10',
    'anchors[0].score': '9',
    'anchors[0].text': 'Too much',
  })
  expect(criterion.status).toBe(422)
  expect(await criterion.text()).toContain('Anchor 1')
  const options = await send(`${call}/form/questions/new`, {
    sectionId: 'x',
    label: 'Diet',
    kind: 'choice',
    isAsked: 'on',
    purpose: 'Food',
    'options[0].label': 'Halal',
  })
  expect(options.status).toBe(422)
  expect(await options.text()).toContain('value="Halal"')
  const waves = await send(`${call}/details/waves`, { 'waves[0].startsAt': '2027-03-22T09:00' })
  expect(waves.status).toBe(422)
  expect(await waves.text()).toContain('Wave 1')
  const rules = await send(`${call}/details/eligibility`, { countries: 'Kenya', minimumAge: '40', maximumAge: '30' })
  expect(await rules.text()).toContain('value="Kenya"')
})

test('who saves over another one’s words is shown both', async () => {
  await app.post(`${base}/new`, { title: 'Admission 2027', kind: 'admission', textLanguage: 'en' })
  const call = `${base}/admission-2027`
  expect((await send(`${call}/details`, { ...DETAILS, summary: 'First' })).status).toBe(303)
  const late = await app.post(`${call}/details`, {
    ...DETAILS,
    seen: 'x'.repeat(32),
    textLanguage: 'en',
    summary: 'Second',
  })
  expect(late.status).toBe(409)
  const page = await late.text()
  expect(page).toContain('Second')
  expect(page).toContain('First')
})

test('order and removal: a button each, with a page that asks once more', async () => {
  const { event: place, call: read } = await givenCall(app.services, { sample: 'inet' })
  const roles = [{ role: 'organizer' as const, scope: 'event' as const, scopeId: place.id }]
  app.forgetCookies()
  await signInAs(app, (await givenAccount(app.db, 'other@example.org', roles)).accountId)
  const call = `/en/organize/${place.slug}/calls/${read.slug}`
  const [first, second] = read.criteria
  expect((await app.post(`${call}/order/criteria/${second!.id}/up`, {})).headers.get('Location')).toBe(`${call}/rubric`)
  expect((await listCriteria(app.db, read.id, 'en')).slice(0, 2).map(({ id }) => id)).toEqual([second!.id, first!.id])
  expect(await html(`${call}/remove/criteria/${first!.id}`)).toContain('Remove this criterion?')
  expect((await app.post(`${call}/remove/criteria/${first!.id}`, {})).status).toBe(303)
  expect((await listCriteria(app.db, read.id, 'en')).length).toBe(read.criteria.length - 1)
  for (const address of ['order/criteria/none/up', 'order/nothing/none/up', `order/criteria/${second!.id}/sideways`])
    expect([address, (await app.post(`${call}/${address}`, {})).status]).toEqual([address, 404])
  await html(`${call}/remove/nothing/x`, 404)
  await html(`${call}/remove/choices/x`, 404)
})

test('strangers, other organizers and calls of other events find nothing there', async () => {
  const other = await givenCall(app.services, { sample: 'ndss' })
  const theirs = other.call
  const pages = [
    '',
    '/details',
    '/details/choices',
    '/details/eligibility',
    '/details/waves',
    '/details/status',
    '/form',
    '/form/preview',
    '/rubric',
  ]
  for (const page of pages) {
    await html(`/en/organize/${other.event.slug}/calls/${theirs.slug}${page}`, 404)
    await html(`${base}/${theirs.slug}${page}`, 404)
  }
  expect((await app.post(`${base}/${theirs.slug}/details/status/close`, {})).status).toBe(404)
  const mine = await givenDraft(app.db, event.id, 'Mine')
  for (const page of [
    `details/choices/${theirs.choices[0]!.id}`,
    `form/sections/${theirs.sections[0]!.id}`,
    `form/questions/${theirs.sections[0]!.questions[0]!.id}`,
    `rubric/${theirs.criteria[0]!.id}`,
  ])
    await html(`${base}/${mine.slug}/${page}`, 404)
  const copied = await app.post(`${base}/new`, { title: 'Copied', textLanguage: 'en', copyOf: theirs.id })
  expect(copied.status).toBe(409)
  app.forgetCookies()
  expect((await app.get(`${base}/${mine.slug}/details`)).status).toBe(303)
})

test('one call or many, one question or fifty: as many queries', async () => {
  const { slug, change } = await givenDraft(app.db, event.id, 'Mine')
  const sectionId = await givenSection(app.db, change)
  const ask = async () =>
    made(await saveCallQuestion(app.db, { ...change, questionId: null, form: questionForm({ sectionId }) }))
  await ask()
  const pages = [base, `${base}/${slug}/form`, `${base}/${slug}/form/preview`]
  await countQueries(app, pages)
  const few = await countQueries(app, pages)
  for (let more = 0; more < 49; more++) await ask()
  for (let more = 0; more < 9; more++) await givenDraft(app.db, event.id, 'More')
  expect(await countQueries(app, pages)).toEqual(few)
})
