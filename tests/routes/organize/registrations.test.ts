import { afterEach, beforeEach, expect, test } from 'vitest'
import { countQueries } from './count-queries.ts'
import { givenCrowd, type Seated } from '#tests/participants/selection/given-crowd.ts'
import { readCsv } from '#tests/participants/read-csv.ts'
import { givenQuestion } from '#tests/registrations/questions/a-question.ts'
import { testApp } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'

let app: Awaited<ReturnType<typeof testApp>>
let event: Awaited<ReturnType<typeof givenEvent>>
let base: string

beforeEach(async () => {
  app = await testApp()
  event = await givenEvent(app.db, {
    tickets: [
      { seats: 99, name: 'Full' },
      { seats: 9, name: 'Student' },
    ],
  })
  base = `/organize/${event.slug}/registrations`
  await be('organizer')
})

afterEach(() => app.close())

async function be(role: 'organizer' | 'front-desk' | 'observer' | 'programme', eventId = event.id): Promise<string> {
  app.forgetCookies()
  const email = `${role}-${eventId.slice(-6)}@plenary.example`
  const known = await app.db.selectFrom('accounts').select('id').where('email', '=', email).executeTakeFirst()
  const accountId =
    known?.id ?? (await givenAccount(app.db, email, [{ role, scope: 'event', scopeId: eventId }])).accountId
  await signInAs(app, accountId)
  return accountId
}

async function html(path: string): Promise<string> {
  const response = await app.get(path)
  expect(response.status, path).toBe(200)
  return await response.text()
}

const full = () => event.tickets[0]!.id

function people(...given: Partial<Seated>[]): Promise<string[]> {
  return givenCrowd(
    app.db,
    event.id,
    given.map((one) => ({ ticketTypeId: full(), ...one })),
  )
}

test('a filter is an address, its parts can be taken away one by one, and what is chosen goes to the runs', async () => {
  await people(
    { fullName: 'Ana', country: 'KE' },
    { fullName: 'Bo', state: 'held' },
    { fullName: 'Cem', state: 'held' },
  )
  const page = await html(`${base}?state=held&q=bo`)
  expect(page).toContain('>Bo<')
  expect(page).not.toContain('>Ana<')
  expect(page).not.toContain('>Cem<')
  expect(page).toContain(`href="${base}?q=bo"`)
  expect(page).toContain(`href="${base}?state=held"`)
  expect(page).toContain(`action="/organize/${event.slug}/runs/new"`)
  expect(page).toContain('name="chosen"')
  expect(page).toContain(`/runs/new?all=1&amp;q=bo&amp;state=held`)
  expect(page).toContain(`/messages/new?q=bo&amp;state=held`)
  expect(await html(`${base}?q=nobody`)).toContain('Nobody fits this filter')
})

test('columns are chosen in the address, and an answer is shown to those who may read it', async () => {
  const diet = await givenQuestion(app.db, event.id, { label: 'Diet' })
  const passport = await givenQuestion(app.db, event.id, { label: 'Passport number', audience: 'visa-desk' })
  await people({ fullName: 'Ana', answers: { [diet]: 'Vegan', [passport]: 'P-123-456' } })
  expect(await html(base)).not.toContain('Vegan')
  const wanted = `columns=code&columns=answer-${diet}&columns=answer-${passport}`
  const page = await html(`${base}?${wanted}`)
  expect(page).toContain('Vegan')
  expect(page).not.toContain('P-123-456')
  expect(page).not.toContain('Passport number')
  await be('front-desk')
  const desk = await html(`${base}?${wanted}`)
  expect(desk).toContain('>Ana<')
  expect(desk).not.toContain('Vegan')
  expect(desk).not.toContain('name="chosen"')
  expect((await app.get(`/organize/${event.slug}/registrations.csv`)).status).toBe(404)
})

test('who answered so is told only to those who may read it', async () => {
  const visa = await givenQuestion(app.db, event.id, { label: 'Visa', kind: 'yesno' })
  await people({ fullName: 'Ana', answers: { [visa]: 'yes' } }, { fullName: 'Bo' })
  expect(await html(`${base}?answer=${visa}:yes`)).not.toContain('>Bo<')
  await be('front-desk')
  expect(await html(`${base}?answer=${visa}:yes`)).toContain('>Bo<')
})

test('the file has the list as it is filtered, whole and once, and says who took it', async () => {
  const accountId = await be('organizer')
  await people(...Array.from({ length: 1203 }, (_, at) => ({ fullName: `P ${at % 7}`, ago: at % 5 })), {
    fullName: '=1+1',
    state: 'cancelled',
  })
  for (const sort of ['name', 'newest']) {
    const file = await app.get(`/organize/${event.slug}/registrations.csv?state=confirmed&columns=code&sort=${sort}`)
    const rows = readCsv(await file.text())
    expect(rows[0]).toEqual(['Name', 'Email address', 'Code'])
    expect(rows).toHaveLength(1204)
    expect(new Set(rows.map(([, , code]) => code)).size).toBe(1204)
  }
  const all = await app.get(`/organize/${event.slug}/registrations.csv?state=cancelled`)
  expect(await all.text()).toContain(`'=1+1`)
  const downloads = await app.db.selectFrom('downloads').select(['accountId', 'kind', 'rowCount']).execute()
  expect(downloads).toContainEqual({ accountId, kind: 'registrations.csv', rowCount: 1203 })
})

test('observers, makers of the programme and other events’ organizers find nothing here', async () => {
  const [id] = await people({ fullName: 'Ana' })
  const other = await givenEvent(app.db)
  for (const role of ['observer', 'programme'] as const) {
    await be(role)
    for (const path of [base, `${base}/new`, `${base}/${id}`, `/organize/${event.slug}/seats`])
      expect((await app.get(path)).status, `${role} ${path}`).toBe(404)
  }
  await be('organizer', other.id)
  const pages = ['', '/note', '/details', '/ticket', '/cancel', '/confirm']
  for (const page of pages) {
    expect((await app.get(`${base}/${id}${page}`)).status).toBe(404)
    expect((await app.get(`/organize/${other.slug}/registrations/${id}${page}`)).status, page).toBe(404)
    expect((await app.post(`/organize/${other.slug}/registrations/${id}${page}`, {})).status, page).toBeGreaterThan(400)
  }
  expect((await app.post(`/organize/${other.slug}/registrations/${id}/resend`, {})).status).toBe(404)
})

test('one row or fifty take the same number of queries, with answers, segments and all', async () => {
  const diet = await givenQuestion(app.db, event.id, { label: 'Diet', isRequired: true })
  await people({ fullName: 'Ana', answers: { [diet]: 'Vegan' } })
  const paths = [base, `${base}?columns=answer-${diet}&columns=money`, `${base}?money=free`]
  const one = await countQueries(app, paths)
  await people(...Array.from({ length: 60 }, (_, at) => ({ answers: { [diet]: `Diet ${at}` }, billed: 100 })))
  expect(await countQueries(app, paths)).toEqual(one)
})
