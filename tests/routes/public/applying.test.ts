import { afterEach, beforeEach, expect, test } from 'vitest'
import { formOf, textOf } from './form-of.ts'
import { givenCall } from '#tests/support/given-call.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { FIRST_FLIGHT, weightOf } from '#tests/support/weight.ts'
import { addMinutes } from '#app/values/moment.ts'

let app: Awaited<ReturnType<typeof testApp>>

beforeEach(async () => {
  app = await testApp()
})

afterEach(async () => await app.close())

const html = async (address: string) => await (await app.get(address)).text()

const TOLD = { residence: 'RW', birthYear: '1994', award: 'none' }
const ME = { fullName: 'نور تجريبي', email: 'nour@example.org', language: 'en' }

async function begin(base: string, more: Record<string, string> = {}) {
  const checked = await (await app.post(base, TOLD)).text()
  const answer = await app.post(`${base}/begin`, formOf(checked, { ...ME, ...more }))
  return answer
}

/** Sends a page of the form as a browser does, with files. */
async function send(address: string, typed: Record<string, string | File>) {
  const page = await html(address)
  const body = new FormData()
  for (const [name, value] of formOf(page)) body.append(name, value)
  for (const [name, value] of Object.entries(typed)) body.set(name, value)
  return await app.fetch(address, { method: 'POST', body })
}

test('somebody reads a call, learns whether they may apply, applies, and is told where they stand', async () => {
  const { event, call } = await givenCall(app.services, { sample: 'inet' })
  const base = `/events/${event.slug}/scholarship`
  expect((await app.get(`/events/${event.slug}/apply`)).status).toBe(404)
  const page = await html(base)
  expect(textOf(page)).toContain(call.title)
  for (const { label } of call.criteria) expect(textOf(page)).toContain(label)
  expect(page).not.toContain('<script')
  expect(await weightOf(page)).toBeLessThanOrEqual(FIRST_FLIGHT)

  // Nobody is let on in vain, and the reason is named.
  const recent = await app.post(base, { ...TOLD, award: NOW.slice(0, 4) })
  const told = textOf(await recent.text())
  expect(told).toContain('This call is not for you, by its rules.')
  expect(told).toContain('You had no award from us')
  const sneaked = await app.post(`${base}/begin`, { ...TOLD, award: NOW.slice(0, 4), ...ME, formKey: 'k'.repeat(24) })
  expect(sneaked.status).toBe(409)
  expect(await app.db.selectFrom('applications').select('id').execute()).toEqual([])

  const begun = await begin(base)
  expect(begun.status).toBe(303)
  const first = begun.headers.get('Location')!
  expect(first).toMatch(/^\/applications\/A\w{3}-\w{4}\/form\/[\w-]+\?key=/)
  const address = (to: string) => first.replace(/\/form\/[^?]+/, to)
  const form = await html(first)
  expect(form).not.toContain('<script')
  expect(await weightOf(form)).toBeLessThanOrEqual(FIRST_FLIGHT)

  // Every page of the form can be opened and saved as it is.
  let next = first
  for (let at = 0; at < 20 && next.includes('/form/'); at++) {
    const saved = await send(next, {})
    expect(saved.status, next).toBe(303)
    next = saved.headers.get('Location')!
  }
  expect(next).toContain('/check?')
  const check = await html(next)
  expect(textOf(check)).toContain('Still missing')
  expect(await weightOf(check)).toBeLessThanOrEqual(FIRST_FLIGHT)

  const status = await html(address(''))
  expect(textOf(status)).toContain('Your application is not sent yet')
  expect((await app.post(address('/send'), {})).headers.get('Location')).toContain('done=sent')
  expect((await app.post(address('/send'), {})).headers.get('Location')).toContain('done=sent')
  const sent = await html(address(''))
  expect(textOf(sent)).toContain('Sent, and something is missing')
  expect(sent).not.toContain('<script')
  expect(await weightOf(sent)).toBeLessThanOrEqual(FIRST_FLIGHT)

  // Without the key there is nothing, whether the code is one or not.
  const code = /A\w{3}-\w{4}/.exec(first)![0]
  for (const stranger of [
    `/applications/${code}`,
    `/applications/${code}?key=${'x'.repeat(32)}`,
    '/applications/AAAA-AAAA',
  ]) {
    const answer = await app.get(stranger)
    expect(answer.status).toBe(404)
    expect(textOf(await answer.text())).toContain('This link does not open an application')
  }

  await app.post(address('/withdraw'), {})
  expect(textOf(await html(address('')))).toContain('You have taken this application back')
  expect(textOf(await html(address('')))).toContain('Apply again')
})

test('a decision is not seen in any way before its mails leave', async () => {
  const { event, call } = await givenCall(app.services, { sample: 'inet' })
  const first = (await begin(`/events/${event.slug}/scholarship`)).headers.get('Location')!
  const address = first.replace(/\/form\/[^?]+/, '')
  await app.post(first.replace(/\/form\/[^?]+/, '/send'), {})
  app.setNow(addMinutes(call.closesAt!, 60 * 24))
  const before = await html(address)
  const { id } = await app.db.selectFrom('applications').select('id').executeTakeFirstOrThrow()
  await app.db
    .insertInto('decisions')
    .values({
      applicationId: id,
      callId: call.id,
      kind: 'accept',
      choiceId: null,
      packageId: null,
      place: null,
      reason: 'A reason that nobody may read yet',
      note: 'a note',
      refusal: '',
      decidedBy: null,
      decidedAt: NOW,
      version: 1,
      releaseId: null,
      releasedAt: null,
    })
    .execute()
  expect(await html(address)).toBe(before)
})

test('an address that has an application is mailed its link, and no page says where it is', async () => {
  const { event } = await givenCall(app.services, { sample: 'inet' })
  const base = `/events/${event.slug}/scholarship`
  await begin(base)
  app.forgetCookies()
  const again = await begin(base, { fullName: 'Somebody Else' })
  expect(again.status).toBe(303)
  expect(again.headers.get('Location')).toMatch(/\/scholarship\?call=[\w-]+&mailed=1$/)
  const page = await html(again.headers.get('Location')!)
  expect(textOf(page)).toContain('We have written to you')
  expect(page).not.toMatch(/key=[\w-]{32}/)
  const mails = await app.db
    .selectFrom('messages')
    .select('recipientEmail')
    .where('template', '=', 'application-saved')
    .execute()
  expect(mails.map(({ recipientEmail }) => recipientEmail)).toEqual(['nour@example.org', 'nour@example.org'])
})

test('a file that lies about its type and one that is too large are refused, and the rest of the page is kept', async () => {
  const { event, call } = await givenCall(app.services, { sample: 'ndss' })
  const first = (await begin(`/events/${event.slug}/scholarship`)).headers.get('Location')!
  const section = call.sections.find(({ questions }) => questions.some(({ kind }) => kind === 'file'))!
  const paper = section.questions.find(({ kind }) => kind === 'file')!
  const page = first.replace(/\/form\/[^?]+/, `/form/${section.code}`)
  const field = `answers.${paper.code}`
  const other = section.questions.find(({ kind }) => kind === 'text' || kind === 'longtext')
  const typed = other ? { [`answers.${other.code}`]: 'Kept' } : {}
  const lying = await send(page, { ...typed, [field]: new File(['MZ this is a program'], 'cv.pdf') })
  expect(lying.status).toBe(422)
  expect(textOf(await lying.text())).toContain('Everything else on this page is saved.')
  const answers = await app.db.selectFrom('applicationAnswers').select('value').execute()
  if (other) expect(answers.map(({ value }) => value)).toContain('Kept')
  const huge = await send(page, { ...typed, [field]: new File([new Uint8Array(50 * 1024 * 1024)], 'scan.pdf') })
  expect(huge.status).toBe(422)
  expect(textOf(await huge.text())).toMatch(/5 MB/)
  const good = await send(page, { ...typed, [field]: new File(['%PDF-1.7\n%%EOF'], 'cv.pdf') })
  expect(good.status).toBe(303)
  const files = first.replace(/\/form\/[^?]+/, `/files/${paper.code}`)
  const read = await app.get(files)
  expect(read.headers.get('Content-Disposition')).toContain('attachment')
  expect((await app.get(files.replace(/key=.*/, 'key=nothing'))).status).toBe(404)
})

test('the link comes again to who knows code and address, and the status form tells nobody else anything', async () => {
  const { event } = await givenCall(app.services, { sample: 'inet' })
  const first = (await begin(`/events/${event.slug}/scholarship`)).headers.get('Location')!
  const code = /A\w{3}-\w{4}/.exec(first)![0]
  const count = async () =>
    (await app.db.selectFrom('messages').select('id').where('template', '=', 'application-saved').execute()).length
  const ask = async (typed: Record<string, string>) =>
    textOf(await (await app.post('/applications/continue', typed)).text())
  const wrong = await ask({ code, email: 'other@example.org' })
  expect(await count()).toBe(1)
  const right = await ask({ code: code.toLowerCase(), email: 'NOUR@example.org' })
  expect(await count()).toBe(2)
  expect(right).toBe(wrong)
  app.setNow(addMinutes(NOW, 61))
  const known = await app.post('/status', { code, known: 'نور تجريبي' })
  expect(textOf(await known.text())).toContain('The link to it has been mailed')
  expect(await count()).toBe(3)
  expect((await app.post('/status', { code, known: 'Nobody' })).status).toBe(404)
  for (let at = 0; at < 12; at++) await app.post('/applications/continue', { code, email: 'x@example.org' })
  expect((await app.post('/applications/continue', { code, email: 'x@example.org' })).status).toBe(429)
})

test('the page of an event leads to its call, in every language', async () => {
  const { event } = await givenCall(app.services, { sample: 'ntw' })
  for (const language of ['en', 'fr', 'ar']) {
    const page = await html(`/${language}/events/${event.slug}`)
    expect(page).toContain(`/${language}/events/${event.slug}/apply`)
    expect((await app.get(`/${language}/events/${event.slug}/apply`)).status).toBe(200)
  }
})

test('two devices on one page: the second is shown both, and keeps what it wants', async () => {
  const { event, call } = await givenCall(app.services, { sample: 'inet' })
  const first = (await begin(`/events/${event.slug}/scholarship`)).headers.get('Location')!
  const section = call.sections.find(({ questions }) => questions.some(({ kind }) => kind === 'longtext'))!
  const question = section.questions.find(({ kind }) => kind === 'longtext')!
  const page = first.replace(/\/form\/[^?]+/, `/form/${section.code}`)
  const field = `answers.${question.code}`
  const [one, other] = [formOf(await html(page)), formOf(await html(page))]
  one.set(field, 'From the telephone')
  other.set(field, 'From the desk')
  expect((await app.post(page.replace('?', '/later?'), one)).status).toBe(303)
  const refused = await app.post(page, other)
  expect(refused.status).toBe(409)
  const both = await refused.text()
  expect(textOf(both)).toContain('Somebody saved this page on another device')
  expect(textOf(both)).toContain('From the telephone')
  expect(textOf(both)).toContain('From the desk')
  const again = formOf(both)
  again.set(field, 'From both')
  expect((await app.post(page, again)).status).toBe(303)
  expect(await html(page)).toContain('From both')
})
