import { afterEach, beforeEach, expect, test } from 'vitest'
import { seatKey } from '#app/registrations/order-key.ts'
import { saveStages } from '#app/registrations/questions/save-stages.server.ts'
import { givenParticipants } from '#tests/participants/given-participants.ts'
import { givenQuestion, YES_NO } from '#tests/registrations/questions/a-question.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

let app: Awaited<ReturnType<typeof testApp>>
let event: Awaited<ReturnType<typeof givenEvent>>
let address: string

const STAGE = { stage: 'before-event' } as const

beforeEach(async () => {
  app = await testApp()
  event = await givenEvent(app.db)
  const [id] = await givenParticipants(app.db, event, [{ fullName: 'نور تجريبي' }])
  const seat = await app.db
    .selectFrom('registrations')
    .innerJoin('orders', 'orders.id', 'registrations.orderId')
    .select(['registrations.id', 'registrations.code', 'registrations.personId', 'orders.keyVersion'])
    .where('registrations.id', '=', id!)
    .executeTakeFirstOrThrow()
  address = `/en/registrations/${seat.code}/questions/before-event?key=${seatKey(app.services.config.secret, seat)}`
})

afterEach(() => app.close())

async function codeOf(questionId: string): Promise<string> {
  const row = await app.db.selectFrom('questions').select('code').where('id', '=', questionId).executeTakeFirstOrThrow()
  return `answers.${row.code}`
}

async function page() {
  const response = await app.get(address)
  return { response, html: (await response.text()).replace(/[\u2068\u2069]/g, '') }
}

function send(fields: Record<string, string | Blob | [Blob, string]>) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields))
    if (Array.isArray(value)) body.append(name, value[0], value[1])
    else body.append(name, value)
  return app.fetch(address, { method: 'POST', body })
}

const answers = () => app.db.selectFrom('answers').select(['questionId', 'value']).orderBy('questionId').execute()

test('without its key a page says nothing, and the page is kept nowhere', async () => {
  await givenQuestion(app.db, event.id, { label: 'Arrival', ...STAGE })
  const { response, html } = await page()
  expect(response.status).toBe(200)
  expect(html).toContain('Arrival')
  expect(response.headers.get('Cache-Control')).toBe('no-store')
  expect(response.headers.get('Referrer-Policy')).toBe('no-referrer')
  expect(html).not.toContain('<script')
  const stranger = await app.get(address.replace(/(.)$/, (last) => (last === '_' ? '-' : '_')))
  expect(stranger.status).toBe(404)
  expect(await stranger.text()).not.toContain('Arrival')
  const nowhere = await app.get('/en/registrations/TAAA-AAAA/questions/before-event?key=x')
  expect(nowhere.status).toBe(404)
})

test('a required question that hangs on another is asked when that was answered so', async () => {
  const visa = await givenQuestion(app.db, event.id, { kind: 'yesno', label: 'Visa?', ...STAGE })
  const shownWhen = { questionId: visa, value: 'yes' }
  const passport = await givenQuestion(app.db, event.id, { label: 'Passport', isRequired: true, shownWhen, ...STAGE })
  const [visaField, passportField] = [await codeOf(visa), await codeOf(passport)]
  expect((await page()).html).toContain('Only if your answer to “Visa?” is “Yes”.')

  const missing = await send({ [visaField]: 'yes', [passportField]: '' })
  expect(missing.status).toBe(422)
  const html = await missing.text()
  expect(html).toContain('<title>Error:')
  expect(html).toContain('>\u2068Passport\u2069: Fill in this field</a>')
  expect(html).toMatch(/value="yes" selected|<option selected="" value="yes"/)

  expect((await send({ [visaField]: 'no', [passportField]: 'X123' })).status).toBe(303)
  expect(await answers()).toEqual([{ questionId: visa, value: 'no' }])
  const saved = await send({ [visaField]: 'yes', [passportField]: 'X123' })
  expect(saved.status).toBe(303)
  expect(saved.headers.get('Location')).toContain('saved=1')
  expect(await answers()).toHaveLength(2)
  expect((await page()).html).toContain('X123')
})

test('a 6 MB file is refused in words and what was typed stays; one that was taken need not be chosen again', async () => {
  const paper = await codeOf(await givenQuestion(app.db, event.id, { kind: 'file', label: 'CV', ...STAGE }))
  const name = await codeOf(await givenQuestion(app.db, event.id, { label: 'Arrival', isRequired: true, ...STAGE }))

  const large = await send({ [name]: 'On Monday', [paper]: new File([new Uint8Array(6 * 1024 * 1024)], 'cv.pdf') })
  expect(large.status).toBe(422)
  const refused = await large.text()
  expect(refused).toContain('Send one of 5 MB at most')
  expect(refused).toContain('value="On Monday"')

  const html = await send({ [name]: 'On Monday', [paper]: new File(['<html><script>'], 'cv.pdf') })
  expect(await html.text()).toContain('We take PDF, JPEG and PNG files')

  const kept = await send({ [name]: '', [paper]: new File(['%PDF-1.7'], '../سيرة.pdf') })
  expect(kept.status).toBe(422)
  const shown = await kept.text()
  expect(shown).toContain('سيرة.pdf')
  const token = /type="hidden" name="answers\.[^"]+" value="([^"]+)"/.exec(shown)![1]!
  const body = new FormData()
  body.append(name, 'On Monday')
  body.append(paper, token)
  body.append(paper, new File([], ''))
  expect((await app.fetch(address, { method: 'POST', body })).status).toBe(303)
  const [file] = await app.db.selectFrom('files').select(['id', 'name']).execute()
  expect((await answers()).map(({ value }) => value).toSorted()).toEqual([file!.id, 'On Monday'].toSorted())
  // Saved again without choosing: the same file.
  const again = (await page()).html
  const riding = /type="hidden" name="answers\.[^"]+" value="([^"]+)"/.exec(again)![1]!
  expect((await send({ [name]: 'On Tuesday', [paper]: riding })).status).toBe(303)
  expect(await app.db.selectFrom('files').select('erasedAt').execute()).toEqual([{ erasedAt: null }])
})

test('levels of languages and several choices come back as they were chosen', async () => {
  const options = [{ value: 'en', label: 'English' }]
  const spoken = await givenQuestion(app.db, event.id, { kind: 'languages', options, label: 'Languages', ...STAGE })
  const diet = await givenQuestion(app.db, event.id, { kind: 'choices', options: YES_NO, ...STAGE })
  const field = await codeOf(spoken)
  const levels = { listening: '4', reading: '3', speaking: '2', writing: '1' }
  const fields = Object.fromEntries(
    Object.entries(levels).map(([skill, level]) => [`${field}.o1.${skill}`.replace('.o1.', '.en.'), level]),
  )
  const sent = await send({ ...fields, [await codeOf(diet)]: 'o2' })
  expect(sent.status).toBe(303)
  expect(await answers()).toEqual([
    { questionId: spoken, value: '["en:4321"]' },
    { questionId: diet, value: '["o2"]' },
  ])
  const { html } = await page()
  expect(html).toMatch(/<option value="3" selected="">|<option selected="" value="3">/)
  expect((await send({ [`${field}.en.reading`]: '3' })).status).toBe(422)
})

test('before it opens and after its deadline the page says when, and takes nothing', async () => {
  await givenQuestion(app.db, event.id, { label: 'Arrival', ...STAGE })
  const dates = { opensAt: '2027-05-01T07:00:00.000Z', deadlineAt: '2027-05-31T21:59:00.000Z', remindAt: null }
  const stages = [{ ...STAGE, ...dates }]
  await saveStages(app.db, { eventId: event.id, stages, now: NOW, actor: { kind: 'system' } })
  app.setNow('2027-04-01T00:00:00.000Z')
  const early = (await page()).html
  expect(early).toContain('1 May 2027, 09:00 (UTC+2)')
  expect(early).not.toContain('Arrival')
  app.setNow('2027-06-01T00:00:00.000Z')
  const late = (await page()).html
  expect(late).toContain('31 May 2027, 23:59 (UTC+2)')
  const sent = await send({ 'answers.x': 'y' })
  expect(sent.status).toBe(409)
  expect(await sent.text()).toContain('These questions are closed')
})

test('in French and in Arabic', async () => {
  await givenQuestion(app.db, event.id, { kind: 'languages', options: YES_NO, label: 'Langues', ...STAGE })
  for (const language of ['fr', 'ar']) {
    const response = await app.get(address.replace('/en/', `/${language}/`))
    expect(response.status).toBe(200)
    expect(await response.text()).toContain(language === 'fr' ? 'Écouter' : 'الاستماع')
  }
})
