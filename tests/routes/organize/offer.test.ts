import { afterEach, beforeEach, expect, test } from 'vitest'
import { testApp } from '#tests/support/app.ts'
import { givenAccount, givenEvent, givenSeries } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'
import { nextPage } from '#tests/support/next-page.ts'

let app: Awaited<ReturnType<typeof testApp>>
let event: Awaited<ReturnType<typeof givenEvent>>
let base: string

beforeEach(async () => {
  app = await testApp()
  const series = await givenSeries(app.db)
  event = await givenEvent(app.db, { seriesId: series.id, tickets: [{ seats: 20, price: 45_000 }] })
  base = `/organize/${event.slug}`
  const organizer = await givenAccount(app.db, 'organizer@plenary.example', [
    { role: 'organizer', scope: 'series', scopeId: series.id },
  ])
  await signInAs(app, organizer.accountId)
})
afterEach(() => app.close())

async function textOf(path: string): Promise<string> {
  const response = await app.get(path)
  expect(response.status, path).toBe(200)
  return await response.text()
}

function hidden(page: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
}

test('a ticket whose price closes anywhere on earth shows that zone again, and two who save at once are told', async () => {
  const address = `${base}/tickets/${event.tickets[0]!.id}`
  const page = await textOf(address)
  const form = {
    seen: hidden(page, 'seen'),
    textLanguage: 'en',
    name: 'Full pass',
    code: 'FULL',
    attendance: 'onsite',
    admission: 'open',
    audience: 'student',
    scope: 'week',
    eligibility: 'student',
    proof: 'upload',
    minPerOrder: '0',
    maxPerOrder: '4',
    quotaIds: event.tickets[0]!.quotaIds,
    'currencies[0]': 'USD',
    'currencies[1]': 'RWF',
    'steps[0].kind': 'early',
    'steps[0].endsAt': '2027-03-31T23:59',
    'steps[0].zone': 'aoe',
    'steps[0].amounts[0]': '1 250,50',
    'steps[0].amounts[1]': '252 000',
  }
  expect((await app.post(address, form)).status).toBe(303)
  const again = await textOf(address)
  expect(again).toContain('value="2027-03-31T23:59"')
  expect(again).toContain('value="AoE"')
  expect(again).toContain('value="1250.50"')
  expect(await textOf(`${base}/tickets`)).toContain('Anywhere on Earth')

  const stale = await app.post(address, { ...form, name: 'Mine' })
  expect(stale.status).toBe(409)
  const told = await stale.text()
  expect(told).toContain('Somebody else saved this')
  expect(told).toContain('value="Mine"')
  const decided = await app.post(address, { ...form, name: 'Mine', seen: hidden(told, 'seen') })
  expect(decided.status).toBe(303)
})

test('an amount that is none is refused at its place, in a sentence of its currency', async () => {
  const response = await app.post(`${base}/tickets/new`, {
    textLanguage: 'en',
    name: 'Pass',
    code: 'P',
    attendance: 'onsite',
    admission: 'open',
    minPerOrder: '0',
    maxPerOrder: '4',
    'currencies[0]': 'JPY',
    'steps[0].amounts[0]': '12,5',
  })
  expect(response.status).toBe(422)
  const page = await response.text()
  expect(page).toContain('Enter an amount of JPY without decimals')
  expect(page).toContain('value="12,5"')
  expect(page).toContain('href="#steps-0-amounts-0"')
})

test('from a block to codes that draw on it, and to the file with them', async () => {
  const quotaId = event.tickets[0]!.quotaIds[0]!
  const block = { name: 'Speakers', 'seats[0].quotaId': quotaId, 'seats[0].size': '5' }
  expect((await app.post(`${base}/blocks/new`, block)).status).toBe(303)
  expect(await textOf(`${base}/blocks`)).toContain('5 of 5 left')
  expect(await textOf(`${base}/tickets`)).toContain('set aside: 5')
  const { id: blockId } = await app.db.selectFrom('reservations').select('id').executeTakeFirstOrThrow()

  const campaign = {
    name: '=Speakers',
    effect: 'access',
    appliesTo: 'person',
    opensHidden: 'on',
    blockId,
    ticketTypeIds: event.tickets[0]!.id,
  }
  const made = await app.post(`${base}/vouchers/new`, campaign)
  expect(made.status).toBe(303)
  const codes = made.headers.get('Location')!.replace(/^\/en/, '')
  expect(await textOf(codes)).toContain('No codes yet')
  const emails = 'One <one@plenary.example>\ntwo@plenary.example; one@plenary.example'
  const bulk = await app.post(`${codes}/new`, { emails, prefix: 'SPK', maximumUses: '1' })
  expect(bulk.headers.get('Location')).toContain('made=2')
  const wrong = await app.post(`${codes}/new`, { emails: 'nobody', count: '5', maximumUses: '1' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('“nobody” is not an email address')
  expect((await app.post(`${codes}/new`, { count: '30', maximumUses: '2', note: '=1+1' })).status).toBe(303)
  const second = await textOf(nextPage(await textOf(codes))!)
  expect(second).toContain('rel="prev"')
  expect(second).not.toContain('rel="next"')
  expect(await textOf(`${codes}?q=two%40plenary`)).toContain('two@plenary.example')
  expect(await textOf(`${codes}?q=nothing`)).toContain('No code fits this search')

  const file = await app.get(`${codes.replace('/codes', '')}.csv`)
  expect(file.headers.get('Content-Type')).toContain('text/csv')
  expect(file.headers.get('Cache-Control')).toBe('private, no-store')
  const csv = await file.text()
  expect(csv).toContain("'=1+1")
  expect(csv.split('\r\n')).toHaveLength(34)

  expect(await textOf(`${base}/blocks/${blockId}/release`)).toContain('5 seats that are left')
  expect((await app.post(`${base}/blocks/${blockId}/release`, {})).status).toBe(303)
  expect(await textOf(`${base}/blocks`)).toContain('Released')
})

test('refund rules show what somebody gets back, and an empty form takes none away', async () => {
  const address = `${base}/rules/refunds`
  const seen = hidden(await textOf(address), 'seen')
  const form = {
    seen,
    'rules[0].reason': 'any',
    'rules[0].untilAt': '2027-05-01T00:00',
    'rules[0].percent': '100',
    'rules[0].fee': '25',
    'rules[0].feeCurrency': 'USD',
    'rules[1].reason': 'any',
    'rules[1].untilAt': '2027-06-01T00:00',
    'rules[1].percent': '50',
  }
  expect((await app.post(address, form)).status).toBe(303)
  const page = await textOf(`${base}/rules`)
  for (const amount of ['US$425', 'US$225', '30 April 2027, 23:59']) expect(page).toContain(amount)
  expect((await app.post(address, {})).status).toBe(422)
  expect(await textOf(`${base}/rules`)).toContain('US$425')
})

test('bundles, taxes, changes and ways to pay are set on pages of their own', async () => {
  const [type] = event.tickets
  const group = { name: 'Five', kind: 'group', minimum: '5', percentOff: '12,5', 'parts[0].ids': type!.id }
  expect((await app.post(`${base}/rules/prices/new`, group)).status).toBe(303)
  const tax = { name: 'VAT', rate: '5,5', isInclusive: 'yes', isDefault: 'on' }
  expect((await app.post(`${base}/rules/taxes/new`, tax)).status).toBe(303)
  const changes = { substitution: 'approval', refundAsks: 'finance', editUntilAt: '2027-06-01T00:00' }
  expect((await app.post(`${base}/rules/changes`, changes)).status).toBe(303)
  const terms = { isOffered: 'on', confirmsOn: 'payment', dueDays: '14', instructions: 'To account 1' }
  expect((await app.post(`${base}/rules/payment/bank-transfer`, terms)).status).toBe(303)
  const page = await textOf(`${base}/rules`)
  for (const text of ['12.5 % off', '5.5 %', 'when an organizer agrees', '14 days to pay']) expect(page).toContain(text)
  expect((await app.get(`${base}/rules/payment/gold`)).status).toBe(404)
  const last = await app.post(`${base}/rules/payment/card`, { confirmsOn: 'payment' })
  expect(last.status).toBe(303)
  expect((await app.post(`${base}/rules/payment/bank-transfer`, { confirmsOn: 'payment' })).status).toBe(409)
})

test('nobody else sees any of it', async () => {
  await app.post(`${base}/vouchers/new`, { name: 'C', effect: 'access', appliesTo: 'person' })
  const { id } = await app.db.selectFrom('voucherCampaigns').select('id').executeTakeFirstOrThrow()
  const stranger = await givenAccount(app.db, 'stranger@plenary.example', [])
  await signInAs(app, stranger.accountId)
  for (const page of ['blocks', 'vouchers', `vouchers/${id}`, `vouchers/${id}/codes`, `vouchers/${id}.csv`, 'rules'])
    expect((await app.get(`${base}/${page}`)).status, page).toBe(404)
  expect((await app.post(`${base}/vouchers/${id}/codes/new`, { count: '5' })).status).toBe(404)
})
