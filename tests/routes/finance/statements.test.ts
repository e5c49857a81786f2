import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenAccount, givenSeries } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'
import { camt } from '#tests/support/statements/camt.ts'
import { givenDesk } from '#tests/support/statements/given-desk.ts'
import { broken } from '#tests/support/stripe/given-shop.ts'
import { addAdjustment } from '#app/payments/changes/add-adjustment.server.ts'
import { addFinanceEntry } from '#app/payments/finance/add-finance-entry.server.ts'
import { WAITING_KINDS } from '#app/payments/finance/finance-kinds.ts'
import { requestRefund } from '#app/payments/refunds/request-refund.server.ts'
import { importStatements } from '#app/payments/statements/import-statements.server.ts'

const open = () => givenDesk(testApp)
let desk: Awaited<ReturnType<typeof open>>

beforeEach(async () => {
  desk = await open()
  await signInAs(desk, desk.accountId)
})

afterEach(async () => {
  expect(await broken(desk.db)).toEqual([])
  await desk.close()
})

const send = (content: string, issuer = desk.issuer.id) => {
  const body = new FormData()
  body.set('issuer', issuer)
  body.set('file', new File([content], 'november.csv'))
  return desk.fetch('/finance/statements/new', { method: 'POST', body })
}
const html = async (path: string) => {
  const response = await desk.get(path)
  expect(response.status).toBe(200)
  return await response.text()
}
const work = async () => {
  while ((await importStatements(desk.db, { now: NOW })).worked);
}

describe('importing a statement', () => {
  it('takes a CAMT.053, shows how far it is without a script, and what became of its lines', async () => {
    const { code } = await desk.order()
    const sent = await send(
      camt([
        { amount: '125.00', text: code, payer: 'Wulandari' },
        { amount: '7.00', payer: 'Bank' },
      ]),
    )
    const address = sent.headers.get('Location')!
    expect(address).toMatch(/^\/finance\/statements\/[0-9a-f-]{36}$/)
    const before = await html(address)
    expect(before).toContain('http-equiv="refresh"')
    expect(before).toContain('0 of 2 lines are done')
    await work()
    const after = await html(address)
    expect(after).not.toContain('http-equiv="refresh"')
    expect(after).toContain('Wulandari')
    expect(await html(`${address}?state=unmatched`)).not.toContain('Wulandari')
    expect(await html('/finance')).toContain('Bank transfers without an order: 1')
    expect(await html('/finance/statements')).toContain('november')
    const again = await send(
      camt([
        { amount: '125.00', text: code, payer: 'Wulandari' },
        { amount: '7.00', payer: 'Bank' },
      ]),
    )
    expect(await html(again.headers.get('Location')!)).toContain('The same file was imported before')
  })

  it('asks what the columns of a table mean, shows how it would be read, and remembers it', async () => {
    const { code, orderId } = await desk.order()
    const table = (day: string) => `Konto;1;;\nDatum;Name;Text;Betrag\n${day};Müller;${code};125,00\n;;Total;125,00\n`
    const sent = await send(table('20.11.2026'))
    const address = sent.headers.get('Location')!
    expect(address).toMatch(/\/columns$/)
    const page = await html(address)
    expect(page).toContain('As it would be read')
    expect(page).toContain('Müller')
    expect(page).toContain('Import 1 line')
    const fields = new URLSearchParams(
      [...page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
        name!,
        value!,
      ]),
    )
    const wrong = await html(`${address}?${new URLSearchParams({ ...Object.fromEntries(fields), decimal: 'point' })}`)
    expect(wrong).toContain('Rows that cannot be read: 1')
    const bad = await desk.post(address, new URLSearchParams({ ...Object.fromEntries(fields), day: '' }))
    expect(bad.status).toBe(422)
    expect(await bad.text()).toContain('Error: What the columns mean')
    const good = await desk.post(address, fields)
    expect(good.status).toBe(303)
    await work()
    expect(await desk.statesOf(orderId)).toEqual(['confirmed'])
    const next = await send(table('21.11.2026'))
    expect(await html(next.headers.get('Location')!)).toContain('As you explained this account’s last table')
    expect((await desk.get(address)).headers.get('Location')).toBe(address.replace('/columns', ''))
  })

  it('answers clearly to a file that is none, and keeps nothing of it', async () => {
    const answer = await send('<html><body>Sign in</body></html>')
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Error: Import a statement')
    expect(page).toContain('This is another kind of file')
    expect((await send(camt([{ amount: '1.00' }]), 'nobody')).status).toBe(422)
    expect(await desk.db.selectFrom('files').selectAll().execute()).toEqual([])
  })
})

describe('a line that names no order', () => {
  async function givenLine() {
    await desk.importEntries([{ amount: '125.00', text: 'conference', payer: 'Wulandari' }])
    return (await desk.lines())[0]!
  }

  it('is shown with the orders that it may be for, and matched by a page', async () => {
    const { code, orderId } = await desk.order()
    const line = await givenLine()
    const page = await html(`/finance/lines/${line.id}`)
    expect(page).toContain('the same amount is due')
    expect(page).toContain(`/finance/lines/${line.id}/match?code=${code}`)
    expect(await html(`/finance/lines/${line.id}/match?code=${code}`)).toContain(`value="${code}"`)
    const address = `/finance/lines/${line.id}/match`
    const wrong = await desk.post(address, { 'share[0].code': 'P222-2222', 'share[0].amount': '125' })
    expect(wrong.status).toBe(409)
    expect(await wrong.text()).toContain('value="P222-2222"')
    const comma = await desk.post(address, { 'share[0].code': code, 'share[0].amount': 'a lot' })
    expect(await comma.text()).toContain('Enter an amount above zero')
    const done = await desk.post(address, { 'share[0].code': code.toLowerCase(), 'share[0].amount': '' })
    expect(done.headers.get('Location')).toBe(`/finance/lines/${line.id}?done=line`)
    expect(await desk.statesOf(orderId)).toEqual(['confirmed'])
    const [payment] = await desk.payments()
    const undo = `/finance/lines/${line.id}/undo/${payment!.id}`
    expect(await html(undo)).toContain(code)
    expect(await html('/finance/payments')).toContain(`href="/finance/lines/${line.id}"`)
    expect((await desk.post(undo, {})).status).toBe(303)
    expect(await html(`/finance/orders/${code}`)).toContain('Taken back')
    expect(await html(`/finance/ledger?text=${code}`)).toContain('Payment taken back')
  })

  it('is set aside and taken up again, with a word on why', async () => {
    const line = await givenLine()
    expect((await desk.post(`/finance/lines/${line.id}/set-aside`, { note: '' })).status).toBe(422)
    expect((await desk.post(`/finance/lines/${line.id}/set-aside`, { note: 'Interest' })).status).toBe(303)
    expect(await html(`/finance/lines/${line.id}`)).toContain('Interest')
    expect((await desk.post(`/finance/lines/${line.id}/take-up`, {})).status).toBe(303)
    expect((await desk.post(`/finance/lines/${line.id}/send-back`, { note: 'B-77' })).status).toBe(303)
    expect(await html('/finance/lines?state=sent-back&text=wulan')).toContain('Wulandari')
  })

  it('is not for finance of another series', async () => {
    const line = await givenLine()
    const other = await givenSeries(desk.db, 'inet', 'inet')
    const role = { role: 'finance' as const, scope: 'series' as const, scopeId: other.id }
    const { accountId } = await givenAccount(desk.db, 'elsewhere@example.org', [role])
    await signInAs(desk, accountId)
    expect((await desk.get(`/finance/lines/${line.id}`)).status).toBe(404)
    expect((await desk.get(`/finance/statements/${line.statementId}`)).status).toBe(404)
    expect((await desk.post(`/finance/lines/${line.id}/set-aside`, { note: 'x' })).status).toBe(404)
    expect(await html('/finance/statements')).toContain('There is no account yet')
    expect(await html('/finance')).toContain('Nothing waits for you')
  })
})

describe('what waits', () => {
  it('of every kind has its words in every language, its place, and a way out', async () => {
    const { orderId, code } = await desk.order()
    const kinds = WAITING_KINDS.filter((kind) => kind !== 'line')
    for (const kind of kinds)
      await addFinanceEntry(desk.db, { kind, subject: `about ${kind}`, orderId, eventId: desk.event.id, now: NOW })
    for (const prefix of ['', '/fr', '/ar']) {
      const page = await html(`${prefix}/finance`)
      expect(page).not.toContain('finance.')
      for (const { id, kind } of await desk.entries()) {
        const hasOwnPage = kind === 'claim' || kind.startsWith('refund-')
        const place = hasOwnPage ? encodeURI(`about ${kind}`) : `${prefix}/finance/entries/${id}`
        expect(decodeURI(page)).toContain(decodeURI(place))
        const entry = await html(`${prefix}/finance/entries/${id}`)
        expect(entry).not.toContain('finance.')
        expect(entry).toContain(`/finance/orders/${code}`)
      }
    }
    await desk.db.updateTable('financeEntries').set({ resolvedAt: NOW }).execute()
    await desk.db.deleteFrom('financeEntries').where('kind', '=', 'late-money').execute()
  })
})

describe('a refund that waits for finance', () => {
  async function givenAsked() {
    const { code, orderId } = await desk.order()
    await desk.importEntries([{ amount: '125.00', text: code, bankId: code }])
    const asked = await requestRefund(desk.db, desk.services.gateways, {
      orderId,
      amount: { amountMinor: 5000, currency: 'USD' },
      cause: 'cancelled',
      needsApproval: true,
      now: NOW,
      actor: { kind: 'visitor' },
    })
    if (!asked.ok) throw new Error('refused')
    await addAdjustment(desk.db, { orderId, amountMinor: -5000, currency: 'USD', now: NOW })
    return asked.value.attemptIds[0]!
  }

  it('is agreed to, then sent by hand, by pages', async () => {
    const id = await givenAsked()
    expect(await html(`/finance/refunds/${id}`)).toContain(`/finance/refunds/${id}/agree`)
    expect((await desk.get(`/finance/refunds/${id}/sent`)).status).toBe(404)
    expect((await desk.post(`/finance/refunds/${id}/agree`, {})).status).toBe(303)
    expect(await html(`/finance/refunds/${id}?done=decided`)).toContain(`/finance/refunds/${id}/sent`)
    expect((await desk.post(`/finance/refunds/${id}/agree`, {})).status).toBe(409)
    expect((await desk.post(`/finance/refunds/${id}/sent`, { reference: 'B-9' })).status).toBe(303)
    expect(await html('/finance/refunds?state=done')).toContain('Gone back')
  })

  it('is refused with a reason', async () => {
    const id = await givenAsked()
    expect((await desk.post(`/finance/refunds/${id}/refuse`, { note: '' })).status).toBe(422)
    expect((await desk.post(`/finance/refunds/${id}/refuse`, { note: 'Too late' })).status).toBe(303)
    expect(await html(`/finance/refunds/${id}`)).toContain('Too late')
  })
})

describe('the money of an order', () => {
  it('takes a small difference as bank charges, by a page', async () => {
    const { code, orderId } = await desk.order()
    await desk.importEntries([{ amount: '118.00', text: code }])
    expect(await html(`/finance/orders/${code}`)).toContain(`/finance/orders/${code}/charges`)
    expect((await desk.post(`/finance/orders/${code}/charges`, { reason: 'SHA' })).status).toBe(303)
    expect(await desk.statesOf(orderId)).toEqual(['confirmed'])
    expect(await html(`/finance/orders/${code}?done=charges`)).toContain('Difference taken as bank charges')
  })

  it('goes back: what was too much first, by hand, noted once', async () => {
    const { code } = await desk.order()
    await desk.importEntries([{ amount: '150.00', text: code }])
    expect(await html('/finance')).toMatch(/\$25\.00/)
    expect(await html('/finance')).not.toMatch(/\$150/)
    const address = `/finance/orders/${code}/refund`
    expect(await html(address)).toContain('value="25.00"')
    expect((await desk.post(address, { amount: '400', way: 'as-paid', note: 'x' })).status).toBe(409)
    expect((await desk.post(address, { amount: '25', way: 'as-paid', note: 'Too much' })).status).toBe(303)
    const [attempt] = await desk.db.selectFrom('refundAttempts').selectAll().execute()
    expect(attempt).toMatchObject({ state: 'manual', amountMinor: 2500, reason: 'overpaid' })
    expect(await html('/finance')).toContain(`/finance/refunds/${attempt!.id}`)
    const sent = `/finance/refunds/${attempt!.id}/sent`
    expect((await desk.post(sent, { reference: '' })).status).toBe(422)
    expect((await desk.post(sent, { reference: 'B-1' })).status).toBe(303)
    expect((await desk.post(sent, { reference: 'B-2' })).status).toBe(409)
    expect(await desk.db.selectFrom('refunds').select('amountMinor').execute()).toEqual([{ amountMinor: 2500 }])
  })

  it('adds up for its event, and leaves as files that a spreadsheet cannot run', async () => {
    const { code } = await desk.order({ fullName: '=1+1' })
    await desk.importEntries([{ amount: '100.00', text: code }])
    const page = await html(`/finance/events/${desk.event.slug}`)
    for (const sum of ['$125', '$100', '$25']) expect(page).toContain(sum)
    const orders = await html('/finance/orders.csv')
    expect(orders).toContain(`'=1+1`)
    expect(orders).toMatch(/USD,125\.00,100\.00,0\.00,25\.00/)
    expect(await html('/finance/ledger.csv')).toContain('USD,-100.00,25.00')
    expect(await html('/finance/payments.csv?method=card')).not.toContain(code)
    expect(await html('/finance/refunds.csv')).toMatch(/^\uFEFF?refund,at,event/)
    const downloads = await desk.db.selectFrom('downloads').select(['kind', 'rowCount']).orderBy('id').execute()
    expect(downloads).toEqual([
      { kind: 'finance-orders.csv', rowCount: 1 },
      { kind: 'finance-ledger.csv', rowCount: 2 },
      { kind: 'finance-payments.csv', rowCount: 0 },
      { kind: 'finance-refunds.csv', rowCount: 0 },
    ])
  })

  it('says so where nobody pays anything', async () => {
    const { orderId } = await desk.order()
    await desk.db.deleteFrom('orderLines').where('orderId', '=', orderId).execute()
    await desk.db.updateTable('orders').set({ currency: null }).where('id', '=', orderId).execute()
    expect(await html(`/finance/events/${desk.event.slug}`)).toContain('No money yet')
    for (const list of ['/finance/events', '/finance/orders']) expect(await html(list)).toContain('Free')
  })

  it('is narrowed by state, method, event, day and text', async () => {
    const [paid, owing] = [await desk.order({ fullName: 'Æsa' }), await desk.order()]
    await desk.importEntries([{ amount: '125.00', text: paid.code }])
    const shows = async (query: string) => {
      const page = await html(`/finance/orders?${query}`)
      return [paid.code, owing.code].map((code) => page.includes(code))
    }
    expect(await shows('state=paid')).toEqual([true, false])
    expect(await shows('state=owing')).toEqual([false, true])
    expect(await shows('text=aesa')).toEqual([true, false])
    expect(await shows(`text=${owing.code}`)).toEqual([false, true])
    expect(await shows('method=card')).toEqual([false, false])
    expect(await shows(`event=${desk.event.slug}&from=2026-11-21&to=2026-11-21`)).toEqual([true, true])
    expect(await shows('to=2026-11-20')).toEqual([false, false])
    expect(await shows('currency=EUR')).toEqual([false, false])
  })
})
