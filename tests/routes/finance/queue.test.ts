import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenAccount, givenSeries } from '#tests/support/given.ts'
import { broken, givenShop, givenUnpaidOrder } from '#tests/support/stripe/given-shop.ts'
import { beginSignIn } from '#app/people/begin-sign-in.server.ts'

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
const resolve = (entry: string, cookie = finance) =>
  shop.fetch('/finance', { method: 'POST', body: new URLSearchParams({ entry }), headers: { Cookie: cookie } })

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
    expect(html).toContain('No payments yet')
  })

  it('shows what waits, why, what came and what was expected, with the order', async () => {
    const { code } = await givenPaid(9_000)
    const html = await (await get('/finance')).text()
    expect(html).toContain('1 payment needs you.')
    expect(html).toContain('Not the amount that the order asks for')
    expect(html).toContain('$90')
    expect(html).toContain('$125')
    expect(html).toMatch(new RegExp(`href="/orders/${code}\\?key=[\\w-]{32}"`))
  })

  it('marks it as settled, once, with who and when', async () => {
    await givenPaid(9_000)
    const [entry] = await entries()
    const answer = await resolve(entry!.id)
    expect(answer.headers.get('Location')).toBe('/finance?done=settled')
    expect((await resolve(entry!.id)).status).toBe(303)
    expect((await entries())[0]).toMatchObject({ resolvedAt: NOW })
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
    expect(await (await get('/finance', elsewhere)).text()).not.toContain(code)
    expect((await resolve(entry!.id, elsewhere)).status).toBe(404)
    expect((await resolve('nothing')).status).toBe(404)
    expect((await get('/finance', organizer)).status).toBe(404)
    expect((await get('/finance', 'none=1')).status).toBe(303)
    expect((await entries())[0]!.resolvedAt).toBeNull()
  })

  it('pages a long list, and one row and thirty take the same number of queries', async () => {
    const counts: number[] = []
    for (const more of [1, 29]) {
      for (let number = 0; number < more; number++) await givenPaid(9_000)
      counts.push(await queriesOf('/finance'))
    }
    expect(counts[0]).toBeGreaterThan(3)
    expect(counts[1]).toBe(counts[0])
    const second = await (await get('/finance?page=2')).text()
    expect(second).toContain('aria-current="page"')
    expect((await get('/finance?page=x&queue=-1')).status).toBe(200)
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
