import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenAccount, givenSeries } from '#tests/support/given.ts'
import { broken, givenShop, givenUnpaidOrder } from '#tests/support/stripe/given-shop.ts'
import { beginSignIn } from '#app/people/begin-sign-in.server.ts'
import { nextPage } from '#tests/support/next-page.ts'

const open = () => givenShop(testApp)
let shop: Awaited<ReturnType<typeof open>>
let finance: string

beforeEach(async () => {
  shop = await open()
  finance = await signIn('finance@example.org', [{ role: 'finance', scope: 'installation' }])
})

afterEach(async () => {
  expect(await broken(shop.db)).toEqual([])
  await shop.close()
})

async function signIn(email: string, roles: Parameters<typeof givenAccount>[2]): Promise<string> {
  const { accountId } = await givenAccount(shop.db, email, roles)
  const token = await beginSignIn(shop.db, { accountId, userAgent: null, earlierToken: null, now: NOW })
  return `plenary_sign_in=${token}`
}

const get = (path: string, cookie = finance) => shop.get(path, { headers: { Cookie: cookie } })
const resolve = (entry: string, note = 'Returned by hand', cookie = finance) =>
  shop.fetch(`/finance/entries/${entry}/resolve`, {
    method: 'POST',
    body: new URLSearchParams({ note }),
    headers: { Cookie: cookie },
  })

/** An order that was paid; with a `total` of its own it is finance’s to look at. */
async function givenPaid(total?: number) {
  const order = await givenUnpaidOrder(shop.db)
  await shop.start(order.orderId)
  const { id } = shop.stripe.latest()
  if (total !== undefined) shop.stripe.alter(id, { amountTotal: total })
  shop.stripe.pay(id)
  await shop.settle((await shop.attempts(order.orderId))[0]!.id)
  return order
}

const entries = () => shop.db.selectFrom('financeEntries').selectAll().execute()

describe('finance’s screen', () => {
  it('says calmly that nothing waits', async () => {
    const html = await (await get('/finance')).text()
    expect(html).toContain('Every payment has found its place')
    expect(html).toContain('Nothing waits for you')
  })

  it('shows what waits by its kind: why, what came, what was expected, and the way to what solves it', async () => {
    const { code } = await givenPaid(9_000)
    const html = await (await get('/finance')).text()
    expect(html).toContain('1 thing needs you.')
    expect(html).toContain('Amounts that differ: 1')
    expect(html).toContain('$90')
    expect(html).toContain('$125')
    expect(html).toContain(code)
    const [entry] = await entries()
    expect(html).toContain(`href="/finance/entries/${entry!.id}"`)
    const page = await (await get(`/finance/entries/${entry!.id}`)).text()
    expect(page).toContain(`href="/finance/orders/${code}/refund"`)
    expect(page).toContain(`href="/finance/entries/${entry!.id}/resolve"`)
  })

  it('marks it as settled, once, with who, when and how', async () => {
    await givenPaid(9_000)
    const [entry] = await entries()
    const empty = await resolve(entry!.id, ' ')
    expect(empty.status).toBe(422)
    expect(await empty.text()).toContain('Error: Mark as settled')
    const answer = await resolve(entry!.id)
    expect(answer.headers.get('Location')).toBe('/finance?done=settled')
    expect((await resolve(entry!.id)).status).toBe(303)
    expect((await entries())[0]).toMatchObject({ resolvedAt: NOW, note: 'Returned by hand' })
    const audit = await shop.db
      .selectFrom('auditEntries')
      .select(['actorKind', 'objectId'])
      .where('action', '=', 'finance-entry.resolved')
      .execute()
    expect(audit).toEqual([{ actorKind: 'account', objectId: entry!.id }])
    expect(await (await get('/finance?done=settled')).text()).toContain('Marked as settled')
  })

  it('is for finance, within its reach; others find nothing', async () => {
    const { code } = await givenPaid(9_000)
    const [entry] = await entries()
    const other = await givenSeries(shop.db, 'inet', 'inet')
    const elsewhere = await signIn('elsewhere@example.org', [{ role: 'finance', scope: 'series', scopeId: other.id }])
    const organizer = await signIn('organizer@example.org', [{ role: 'organizer', scope: 'installation' }])
    for (const path of ['/finance', '/finance/orders', '/finance/payments', '/finance/ledger', '/finance/orders.csv']) {
      expect(await (await get(path, elsewhere)).text()).not.toContain(code)
      expect((await get(path, organizer)).status).toBe(404)
      expect((await get(path, 'none=1')).status).toBe(303)
    }
    for (const path of [`/finance/entries/${entry!.id}`, `/finance/orders/${code}`, `/finance/orders/${code}/refund`])
      expect((await get(path, elsewhere)).status).toBe(404)
    expect((await resolve(entry!.id, 'x', elsewhere)).status).toBe(404)
    expect((await resolve('nothing')).status).toBe(404)
    expect((await entries())[0]!.resolvedAt).toBeNull()
  })

  it('shows the oldest few of a kind and pages the rest; one and thirty take the same number of queries', async () => {
    const paths = ['/finance', '/finance/waiting/amount-differs', '/finance/orders', '/finance/payments']
    paths.push('/finance/ledger', '/finance/refunds', '/finance/events')
    const counts: number[][] = []
    for (const more of [1, 29]) {
      for (let number = 0; number < more; number++) await givenPaid(9_000)
      const of: number[] = []
      for (const path of paths) of.push(await queriesOf(path))
      counts.push(of)
    }
    expect(counts[1]).toEqual(counts[0])
    expect(await (await get('/finance')).text()).toContain('Show all 30')
    for (const path of ['/finance/waiting/amount-differs', '/finance/orders', '/finance/ledger']) {
      const next = nextPage(await (await get(path)).text())!
      expect(await (await get(next)).text()).toContain('rel="prev"')
      expect(await queriesOf(next)).toBeLessThanOrEqual((await queriesOf(path)) + 1)
    }
    expect((await get('/finance/payments?after=x&from=never&currency=dollars')).status).toBe(200)
    expect((await get('/finance/waiting/nothing')).status).toBe(404)
  })
})

async function queriesOf(path: string): Promise<number> {
  const own = shop.services.db
  let queries = 0
  shop.services.db = own.withPlugin({
    transformQuery: ({ node }) => {
      queries++
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  })
  expect((await get(path)).status).toBe(200)
  shop.services.db = own
  return queries
}
