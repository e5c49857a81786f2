import { afterEach, beforeEach, expect, test } from 'vitest'
import { testApp } from '#tests/support/app.ts'
import { givenCall } from '#tests/support/given-call.ts'

let app: Awaited<ReturnType<typeof testApp>>
let given: Awaited<ReturnType<typeof givenCall>>
let base: string

beforeEach(async () => {
  app = await testApp()
  given = await givenCall(app.services, { sample: 'ntw' })
  const page = given.call.kind === 'scholarship' ? 'scholarship' : 'apply'
  base = `/events/${given.event.slug}/${page}`
})

afterEach(() => app.close())

const answered = (text: string, marker: string, answer: string) => {
  const arrow = text.indexOf('-->', text.indexOf(`[${marker}]`))
  return `${text.slice(0, arrow)}--> ${answer}${text.slice(arrow + 3)}`
}

async function filled() {
  const text = await (await app.get(`${base}.txt?call=${given.call.slug}`)).text()
  const named = answered(answered(text, 'form.name', 'نور تجريبي'), 'form.email', 'nour@example.org')
  return answered(named, 'you.residence', 'Rwonda')
}

const send = async (path: string, text: string, name = 'form.txt') => {
  const form = new FormData()
  form.set('formKey', 'one-form')
  form.set('file', new File([text], name))
  return await app.fetch(path, { method: 'POST', body: form })
}

const applications = async () => await app.db.selectFrom('applications').selectAll().execute()

test('the form is a text file in the language that is asked for', async () => {
  const response = await app.get(`${base}.txt?call=${given.call.slug}&lang=fr`)
  expect(response.status).toBe(200)
  expect(response.headers.get('Content-Type')).toBe('text/plain; charset=utf-8')
  expect(response.headers.get('Content-Disposition')).toContain('attachment')
  const text = await response.text()
  expect(text).toContain('Comment remplir ce formulaire')
  expect(text).toContain(`[form.id] ${given.event.slug}/${given.call.slug}/fr`)
  expect((await app.get(`${base}.txt?call=nothing`)).status).toBe(404)
  expect((await app.get('/events/nothing/apply.txt')).status).toBe(404)
})

test('what was not understood is listed, nothing is made, and the text stays', async () => {
  const response = await send(`${base}/text?call=${given.call.slug}`, await filled())
  expect(response.status).toBe(200)
  const html = await response.text()
  expect(html).toContain('Rwonda')
  expect(html).toContain('Rwanda')
  expect(html).toContain('نور تجريبي')
  expect(html).not.toContain('<script')
  expect(await applications()).toEqual([])
})

test('a draft is made of it, which continues on the page that checks it, once', async () => {
  const text = await filled()
  const begin = `${base}/text/begin?call=${given.call.slug}`
  const done = await send(begin, text)
  expect(done.status).toBe(303)
  expect(done.headers.get('Location')).toMatch(/^\/applications\/A[\w-]+\/check\?key=/)
  const [one] = await applications()
  expect(one).toMatchObject({ channel: 'text', state: 'draft' })
  expect(one!.note).toContain('Rwonda')
  expect((await app.get(done.headers.get('Location')!)).status).toBe(200)
  expect((await send(begin, text)).headers.get('Location')).toContain('/check')
  expect(await applications()).toHaveLength(1)
  // From elsewhere, with the same address: its link is mailed, and who sent it is not told where it is.
  const form = new FormData()
  form.set('formKey', 'another-form')
  form.set('text', text)
  const again = await app.fetch(begin, { method: 'POST', body: form })
  expect(again.headers.get('Location')).toContain('mailed=1')
  expect(await applications()).toHaveLength(1)
})

test('no file, another file, and a form without a name are told so', async () => {
  const path = `${base}/text?call=${given.call.slug}`
  const empty = new FormData()
  empty.set('text', ' ')
  expect((await app.fetch(path, { method: 'POST', body: empty })).status).toBe(422)
  expect((await send(path, 'Dear all,\nsee attachment.')).status).toBe(422)
  expect((await send(path, '\u0000\u0001binary')).status).toBe(422)
  expect((await send(path, 'x'.repeat(600_000))).status).toBe(422)
  const blank = await (await app.get(`${base}.txt?call=${given.call.slug}`)).text()
  const nameless = await send(`${base}/text/begin?call=${given.call.slug}`, blank)
  expect(nameless.status).toBe(422)
  expect(await nameless.text()).toContain('Write your full name behind [form.name].')
  expect(await applications()).toEqual([])
})

test('nothing is taken once the call has closed', async () => {
  app.setNow(given.call.closesAt!)
  const shut = await send(`${base}/text/begin?call=${given.call.slug}`, await filled())
  expect(shut.status).toBe(409)
  expect(await applications()).toEqual([])
})
