import { afterEach, beforeEach, expect, test } from 'vitest'
import { countQueries } from './count-queries.ts'
import { readSheet } from '#app/files/sheets/read-sheet.ts'
import { testApp } from '#tests/support/app.ts'
import { givenAccount } from '#tests/support/given.ts'
import { givenApplications, givenCall } from '#tests/support/given-call.ts'
import { signInAs } from '#tests/support/signed-in.ts'

let app: Awaited<ReturnType<typeof testApp>>
let given: Awaited<ReturnType<typeof givenCall>>
let base: string
let organizerId: string

beforeEach(async () => {
  app = await testApp()
  given = await givenCall(app.services, { sample: 'ntw' })
  base = `/organize/${given.event.slug}/calls/${given.call.slug}/applications`
  const role = { role: 'organizer', scope: 'event', scopeId: given.event.id } as const
  organizerId = (await givenAccount(app.db, 'organizer@example.org', [role])).accountId
  await signInAs(app, organizerId)
})

afterEach(() => app.close())

const oneOf = async (state: 'draft' | 'submitted' = 'submitted') =>
  await app.db.selectFrom('applications').selectAll().where('state', '=', state).executeTakeFirstOrThrow()

async function html(path: string): Promise<string> {
  const response = await app.get(path)
  expect(response.status, path).toBe(200)
  return await response.text()
}

test('the list takes as many queries for one as for fifty', async () => {
  await givenApplications(app.services, { call: given.call, count: 1, seed: 'one' })
  const questions = given.call.sections.flatMap((section) => section.questions)
  const wide = `${base}?columns=state&columns=answer.${questions[0]!.id}`
  const few = await countQueries(app, [base, wide])
  await givenApplications(app.services, { call: given.call, count: 60, seed: 'many' })
  expect(await countQueries(app, [base, wide])).toEqual(few)
})

test('a filter is an address, and a file has what the page shows', async () => {
  await givenApplications(app.services, { call: given.call, count: 30, state: 'mixed', seed: 'files' })
  const one = await oneOf()
  await app.db
    .updateTable('people')
    .set({ fullName: '=SUM(A1) Formula', sortKey: '=sum(a1) formula' })
    .where('id', '=', one.personId)
    .execute()
  expect(await html(`${base}?q=formula`)).toContain('=SUM(A1) Formula')
  expect(await html(`${base}?q=nobody-at-all`)).toContain('No application fits')
  const csv = await app.get(`${base}.csv?q=formula`)
  const rows = (await csv.text()).trim().split('\r\n')
  expect(rows).toHaveLength(2)
  expect(rows[1]).toContain("'=SUM(A1) Formula")
  const xlsx = await app.get(`${base}.xlsx?all=1`)
  const sheet = await readSheet(new Uint8Array(await xlsx.arrayBuffer()), { rows: 100, columns: 200 })
  expect(sheet.rows).toHaveLength(31)
  expect(sheet.rows[0]!.length).toBeGreaterThan(30)
  const downloads = await app.db.selectFrom('downloads').select(['kind', 'rowCount', 'accountId']).execute()
  expect(downloads.toSorted((a, b) => a.rowCount - b.rowCount)).toEqual([
    { kind: 'applications.csv', rowCount: 1, accountId: organizerId },
    { kind: 'applications.xlsx', rowCount: 30, accountId: organizerId },
  ])
})

test('one page has everything, and each act answers', async () => {
  await givenApplications(app.services, { call: given.call, count: 10, state: 'mixed', seed: 'page' })
  const one = await oneOf()
  const page = `${base}/${one.id}`
  const shown = await html(page)
  expect(shown).toContain(one.code)
  for (const section of given.call.sections.slice(0, 3)) expect(shown).toContain(section.title)
  const { seen } = /name="seen" value="(?<seen>\w+)"/.exec(await html(`${page}/note`))!.groups as { seen: string }
  const noted = await app.post(`${page}/note`, { note: 'Ask Grace.', seen })
  expect(noted.headers.get('Location')).toContain('done=noted')
  expect((await app.post(`${page}/note`, { note: 'Mine.', seen })).status).toBe(409)
  expect(await html(page)).toContain('Ask Grace.')
  const judge = await app.post(`${page}/eligibility`, { verdict: 'ineligible', reason: '', seen: '1' })
  expect(judge.status).toBe(422)
  const version = String(one.version)
  const judged = await app.post(`${page}/eligibility`, {
    verdict: 'ineligible',
    reason: 'Lives elsewhere.',
    seen: version,
  })
  expect(judged.headers.get('Location')).toContain('done=judged')
  expect(await html(page)).toContain('Lives elsewhere.')
  expect((await app.post(`${page}/link`, {})).headers.get('Location')).toContain('done=linked')
  expect((await app.post(`${page}/withdraw`, { reason: '' })).status).toBe(422)
  expect((await app.post(`${page}/withdraw`, { reason: 'She called.' })).headers.get('Location')).toContain('withdrawn')
  expect((await app.get(`${page}/withdraw`)).status).toBe(303)
  const draft = await oneOf('draft')
  await html(`${base}/${draft.id}/submit`)
  expect((await app.post(`${base}/${draft.id}/submit`, {})).headers.get('Location')).toContain('done=submitted')
})

test('a form that came by mail is entered for its applicant, who gets the link', async () => {
  const empty = await (await app.get(`/events/${given.event.slug}/apply.txt?call=${given.call.slug}`)).text()
  const arrow = empty.indexOf('-->', empty.indexOf('[form.name]'))
  const text = `${empty.slice(0, arrow)}--> Þóra Dæmisdóttir${empty.slice(arrow + 3)}`
  const send = async (path: string, fields: Record<string, string>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    return await app.fetch(path, { method: 'POST', body: form })
  }
  expect(await html(`${base}/new`)).toContain('Enter an application')
  const look = await send(`${base}/new`, { text })
  expect(look.status).toBe(200)
  expect(await look.text()).toContain('Þóra Dæmisdóttir')
  const nobody = await send(`${base}/new/enter`, { text, formKey: 'k1' })
  expect(nobody.status).toBe(422)
  // It may be late: the call has closed.
  app.setNow(given.call.closesAt!)
  await signInAs(app, organizerId)
  const done = await send(`${base}/new/enter`, { text, email: 'thora@example.org', formKey: 'k1' })
  expect(done.status).toBe(303)
  const [one] = await app.db.selectFrom('applications').selectAll().execute()
  expect(one).toMatchObject({ channel: 'on-behalf', state: 'draft' })
  const mail = await app.db.selectFrom('messages').select(['template', 'recipientEmail']).execute()
  expect(mail).toEqual([{ template: 'application-link', recipientEmail: 'thora@example.org' }])
  const log = await app.db
    .selectFrom('auditEntries')
    .select(['action', 'actorId'])
    .where('objectId', '=', one!.id)
    .execute()
  expect(log).toContainEqual({ action: 'application.entered', actorId: organizerId })
  const again = await send(`${base}/new/enter`, { email: 'thora@example.org', fullName: 'Þóra', formKey: 'k2' })
  expect(again.status).toBe(409)
})

test('strangers, other roles and other calls find nothing', async () => {
  await givenApplications(app.services, { call: given.call, count: 1, seed: 'fence' })
  const one = await oneOf()
  const other = await givenCall(app.services, { sample: 'inet' })
  const foreign = `/organize/${other.event.slug}/calls/${other.call.slug}/applications`
  const pages = [
    '',
    '/new',
    `/${one.id}`,
    `/${one.id}/note`,
    `/${one.id}/eligibility`,
    `/${one.id}/submit`,
    `/${one.id}/withdraw`,
  ]
  for (const page of [...pages, '.csv', '.xlsx', `/${one.id}/files/${one.id}`])
    expect((await app.get(`${foreign}${page}`)).status, page).toBe(404)
  expect((await app.get(`/organize/${given.event.slug}/calls/${other.call.slug}/applications/${one.id}`)).status).toBe(
    404,
  )
  expect((await app.get(`${base}/${one.id}/files/${one.id}`)).status).toBe(404)
  app.forgetCookies()
  for (const page of [...pages, '.csv'])
    expect([302, 303, 404], page).toContain((await app.get(`${base}${page}`)).status)
  const role = { role: 'instructor', scope: 'event', scopeId: given.event.id } as const
  await signInAs(app, (await givenAccount(app.db, 'instructor@example.org', [role])).accountId)
  for (const page of [...pages, '.csv', '.xlsx']) expect((await app.get(`${base}${page}`)).status, page).toBe(404)
  for (const page of pages) expect((await app.post(`${base}${page}`, {})).status, page).toBeGreaterThanOrEqual(404)
})
