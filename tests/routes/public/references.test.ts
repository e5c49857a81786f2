import { afterEach, beforeEach, expect, test } from 'vitest'
import { applicationKey, refereeKey } from '#app/applications/application-key.ts'
import { startApplication } from '#app/applications/applying/start-application.server.ts'
import { withdrawApplication } from '#app/applications/applying/withdraw-application.server.ts'
import { askReferees } from '#app/applications/referees/ask-referees.server.ts'
import { nameReferees } from '#app/applications/referees/name-referees.server.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenCall } from '#tests/support/given-call.ts'
import { FIRST_FLIGHT, weightOf } from '#tests/support/weight.ts'

let app: Awaited<ReturnType<typeof testApp>>
let given: Awaited<ReturnType<typeof givenCall>>
let own: { applicationId: string; code: string; key: string }
let letter: { id: string; key: string }

beforeEach(async () => {
  app = await testApp()
  given = await givenCall(app.services, { refereesWanted: 1, isEmployerWanted: true })
  own = await draft('contohwati@example.org')
  letter = await asked(own.applicationId)
})

afterEach(() => app.close())

async function draft(email: string) {
  const actor = { kind: 'visitor' } as const
  const told = { fullName: 'Contohwati', email, language: 'en', residence: 'ID', birthYear: 1990, lastAward: null }
  const started = await startApplication(app.db, { call: given.call, formKey: email, ...told, now: NOW, actor })
  if (!started.ok) throw new Error('no draft')
  const { applicationId, code, keyVersion } = started.value
  const key = applicationKey(app.services.config.secret, { id: applicationId, keyVersion })
  return { applicationId, code, key }
}

async function asked(applicationId: string, kind: 'referee' | 'employer' = 'referee') {
  const referees = [{ kind, fullName: 'Grace Prototype', email: `${kind}@example.org`, language: 'en' }]
  await nameReferees(app.db, { applicationId, referees, now: NOW })
  await askReferees(app.db, { applicationId, now: NOW, actor: { kind: 'visitor' } })
  const { id } = await app.db
    .selectFrom('referees')
    .select('id')
    .where('applicationId', '=', applicationId)
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow()
  return { id, key: refereeKey(app.services.config.secret, { id, keyVersion: 1 }) }
}

const page = (more = '') => `/references/${letter.id}${more}?key=${letter.key}`

const stateOf = async () =>
  await app.db.selectFrom('referees').selectAll().where('id', '=', letter.id).executeTakeFirstOrThrow()

test('a letter is written by link alone: kept, handed in, changed, without an account or a script', async () => {
  const first = await app.get(page())
  expect(first.status).toBe(200)
  expect(first.headers.get('Cache-Control')).toBe('no-store')
  expect(first.headers.get('Referrer-Policy')).toBe('no-referrer')
  const html = await first.text()
  expect(html).toContain('Contohwati')
  expect(html).not.toContain('<script')
  expect(html).not.toContain('contohwati@example.org')
  const nothing = await app.post(page(), { letter: ' ' })
  expect(nothing.status).toBe(422)
  expect(await nothing.text()).toContain('Write your letter here, or choose a file.')
  expect((await app.post(page('/save'), { letter: 'Half' })).headers.get('Location')).toContain('done=saved')
  expect(await (await app.get(page())).text()).toContain('Half</textarea>')
  expect((await app.post(page(), { letter: 'Half a page.' })).headers.get('Location')).toContain('done=sent')
  expect(await stateOf()).toMatchObject({ state: 'answered', letter: 'Half a page.' })
  // The applicant sees that it came, and no word of it.
  const letters = await (await app.get(`/applications/${own.code}/letters?key=${own.key}`)).text()
  expect(letters).toContain('It has come')
  expect(letters).not.toContain('Half a page')
})

test('a file is judged by its content, and kept with the letter', async () => {
  const send = async (content: string | Uint8Array<ArrayBuffer>, name: string) => {
    const form = new FormData()
    form.set('letter', 'See the file.')
    form.set('file', new File([content], name))
    return await app.fetch(page(), { method: 'POST', body: form })
  }
  const lie = await send('<script>alert(1)</script>', 'letter.pdf')
  expect(lie.status).toBe(422)
  expect(await lie.text()).toContain('See the file.')
  expect((await send('%PDF-1.7\n%âãÏÓ\n1 0 obj\n', 'letter.pdf')).status).toBe(303)
  const { fileId } = await stateOf()
  const file = await app.db.selectFrom('files').selectAll().where('id', '=', fileId!).executeTakeFirstOrThrow()
  expect(file).toMatchObject({ purpose: 'letter', eraseAt: null })
})

test('an employer says yes or no, and who pays', async () => {
  letter = await asked((await draft('other@example.org')).applicationId, 'employer')
  expect((await app.post(page(), { letter: '' })).status).toBe(422)
  expect((await app.post(page(), { releases: 'yes', pays: 'The flight.' })).status).toBe(303)
  expect(JSON.parse((await stateOf()).facts)).toEqual({ releases: 'yes', pays: 'The flight.' })
})

test('who cannot write says so on a page of its own, and may change their mind', async () => {
  expect(await (await app.get(page('/decline'))).text()).toContain('Contohwati')
  expect((await app.post(page('/decline'), {})).status).toBe(303)
  expect((await stateOf()).state).toBe('declined')
  expect((await app.get(page('/decline'))).status).toBe(303)
  expect((await app.post(page(), { letter: 'After all.' })).status).toBe(303)
  expect((await stateOf()).state).toBe('answered')
})

test('too late, and withdrawn, are said, and take nothing any more', async () => {
  app.setNow(given.call.refereesUntilAt!)
  const late = await (await app.get(page())).text()
  expect(late).toContain('too late')
  expect(late).not.toContain('<textarea')
  expect((await app.post(page(), { letter: 'Late.' })).status).toBe(409)
  app.setNow(NOW)
  const actor = { kind: 'visitor' } as const
  await withdrawApplication(app.db, { applicationId: own.applicationId, now: NOW, actor })
  const over = await (await app.get(page())).text()
  expect(over).toContain('no longer needed')
  expect((await app.post(page(), { letter: 'Over.' })).status).toBe(409)
})

test('a key opens its own letter and nothing else', async () => {
  const other = await asked((await draft('other@example.org')).applicationId)
  const wrong = [
    `/references/${letter.id}`,
    `/references/${letter.id}?key=`,
    `/references/${letter.id}?key=${other.key}`,
    `/references/${other.id}?key=${letter.key}`,
    `/references/${letter.id}?key=${own.key}`,
    `/references/nobody?key=${letter.key}`,
    `/references/${letter.id}/decline?key=${other.key}`,
  ]
  const bodies = new Set<string>()
  for (const path of wrong) {
    const response = await app.get(path)
    expect(response.status, path).toBe(404)
    bodies.add((await response.text()).replaceAll(/[0-9a-f-]{36}|key=[\w-]*/g, ''))
    expect((await app.post(path, { letter: 'No.' })).status, path).toBe(404)
  }
  for (const path of [
    `/applications/${own.code}/letters?key=${letter.key}`,
    `/applications/${own.code}/letters`,
    `/applications/${own.code}/letters/${letter.id}/replace?key=${letter.key}`,
    `/applications/${own.code}/letters/${other.id}/replace?key=${own.key}`,
  ])
    expect((await app.get(path)).status, path).toBe(404)
  const remind = `/applications/${own.code}/letters/${other.id}/remind?key=${own.key}`
  expect((await app.post(remind, {})).status).toBe(404)
  expect((await stateOf()).letter).toBeNull()
})

test('an applicant asks before sending, reminds, and asks somebody else', async () => {
  const mine = await draft('third@example.org')
  const { applicationId } = mine
  const referees = [{ kind: 'referee' as const, fullName: 'Hone', email: 'hone@example.org', language: 'en' }]
  await nameReferees(app.db, { applicationId, referees, now: NOW })
  const letters = `/applications/${mine.code}/letters?key=${mine.key}`
  expect(await (await app.get(letters)).text()).toContain('Ask them now')
  expect((await app.post(letters, {})).headers.get('Location')).toContain('done=asked')
  const { id } = await app.db
    .selectFrom('referees')
    .select('id')
    .where('applicationId', '=', applicationId)
    .executeTakeFirstOrThrow()
  const replace = `/applications/${mine.code}/letters/${id}/replace?key=${mine.key}`
  const bad = await app.post(replace, { fullName: '', email: 'x' })
  expect(bad.status).toBe(422)
  const self = await app.post(replace, { fullName: 'Me', email: 'third@example.org', language: 'en' })
  expect(self.status).toBe(409)
  const done = await app.post(replace, { fullName: 'Grace', email: 'grace@example.org', language: 'fr' })
  expect(done.headers.get('Location')).toContain('done=replaced')
  expect(await (await app.get(letters)).text()).toContain('Grace')
})

test('the page is small', async () => {
  const html = await (await app.get(page())).text()
  expect(await weightOf(html)).toBeLessThanOrEqual(FIRST_FLIGHT)
})
