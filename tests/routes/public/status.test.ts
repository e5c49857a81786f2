import { afterEach, beforeEach, expect, test } from 'vitest'
import { addMinutes } from '#app/values/moment.ts'
import { anOrder, aPerson, placed } from '#tests/registrations/an-order.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

let app: Awaited<ReturnType<typeof testApp>>
let code: string

beforeEach(async () => {
  app = await testApp()
  const event = await givenEvent(app.db)
  const person = aPerson(event.tickets[0]!.id, { fullName: 'Adébáyọ̀ Ọlátúnjí', email: 'ade@example.org' })
  code = (await placed(app.db, anOrder(event, { people: [person] }))).code
})

afterEach(async () => {
  await app.close()
})

const ask = async (code: string, known: string) => await app.post('/status', { code, known })

const mails = async () => (await app.db.selectFrom('messages').select('occasion').execute()).length

test.each([
  ['the name', 'Adébáyọ̀ Ọlátúnjí'],
  ['the name without accents and case', ' adebayo olatunji '],
  ['the address', 'ADE@example.org'],
])('the code with %s shows where things stand, and mails the link', async (_name, known) => {
  const answer = await ask(code, known)
  const html = await answer.text()
  expect(answer.status).toBe(200)
  expect(html).toContain('Routing workshop: everything is confirmed.')
  expect(html).toContain('We have sent a fresh link')
  expect(html).not.toMatch(/ade@example|Ọlátúnjí|key=/)
  expect(await mails()).toBe(2)
})

test('the code is read as people type it', async () => {
  const answer = await ask(` ${code.toLowerCase().replace('-', ' ')} `, 'ade@example.org')
  expect(answer.status).toBe(200)
})

test('a link is mailed once an hour at most', async () => {
  for (let time = 0; time < 3; time++) await ask(code, 'ade@example.org')
  expect(await mails()).toBe(2)
  app.setNow(addMinutes(NOW, 61))
  await ask(code, 'ade@example.org')
  expect(await mails()).toBe(3)
})

test('an unknown code and a wrong name are answered alike', async () => {
  const typed = /value="[^"]*"/g
  const wrongName = await ask(code, 'Somebody Else')
  const wrongCode = await ask('PAAA-AAAA', 'Somebody Else')
  expect([wrongName.status, wrongCode.status]).toEqual([404, 404])
  const [one, other] = [(await wrongName.text()).replace(typed, ''), (await wrongCode.text()).replace(typed, '')]
  expect(one).toBe(other)
  expect(one).toContain('We find no order with this code')
  expect(await mails()).toBe(1)
})

test('what cannot be a code is named at its field', async () => {
  const answer = await ask('123', '')
  const html = await answer.text()
  expect(answer.status).toBe(422)
  expect(html).toContain('<title>Error: ')
  expect(html).toMatch(/#code">Enter the order code/)
  expect(html).toMatch(/#known">Enter your name/)
  expect(html).toContain('value="123"')
})

test('guessing ends after ten tries', async () => {
  for (let time = 0; time < 10; time++) expect((await ask(code, `guess ${time}`)).status).toBe(404)
  const answer = await ask(code, 'ade@example.org')
  expect(answer.status).toBe(429)
  expect(await answer.text()).toContain('That was tried too often')
  app.setNow(addMinutes(NOW, 16))
  expect((await ask(code, 'ade@example.org')).status).toBe(200)
})
