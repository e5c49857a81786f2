import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { countQueries } from './count-queries.ts'
import { applicationKey } from '#app/applications/application-key.ts'
import {
  ANYBODY,
  awardOf,
  givenAccepted,
  givenApplicant,
  givenPackage,
  SYSTEM,
} from '#tests/scholarships/given-award.ts'
import { componentOf, givenPurchase, givenReceipt } from '#tests/scholarships/given-payout.ts'
import { answerAward } from '#app/scholarships/awards/answer-award.server.ts'
import { offerAward } from '#app/scholarships/awards/offer-award.server.ts'
import { proposeAward } from '#tests/scholarships/propose-award.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'
import { broken } from '#tests/waiting-list/a-queue.ts'

let app: Awaited<ReturnType<typeof testApp>>
let given: Awaited<ReturnType<typeof givenAccepted>>
let organizer: string

beforeEach(async () => {
  app = await testApp()
  given = await givenAccepted(app.db, { budgetMinor: 100_000_000 })
  organizer = (
    await givenAccount(app.db, 'organizer@example.org', [{ role: 'organizer', scope: 'event', scopeId: given.eventId }])
  ).accountId
})

afterEach(async () => {
  expect(await broken(app.db)).toEqual([])
  await app.close()
})

const desk = () => `/organize/${given.event.slug}`

function own(page = '') {
  const { id, code } = given.application
  const key = applicationKey(app.services.config.secret, { id, keyVersion: 1 })
  return `/applications/${code}/award${page}?${new URLSearchParams({ key })}`
}

async function finance(): Promise<string> {
  const role = { role: 'finance', scope: 'event', scopeId: given.eventId } as const
  return (await givenAccount(app.db, 'finance@example.org', [role])).accountId
}

describe('the desk', () => {
  it('shows every page to its organizer', { timeout: 60_000 }, async () => {
    await signInAs(app, organizer)
    const payoutId = await givenReceipt(app.db, { awardId: given.awardId, amountMinor: 500 })
    const { slug } = await app.db
      .selectFrom('calls')
      .select('slug')
      .where('id', '=', given.callId)
      .executeTakeFirstOrThrow()
    const award = `/awards/${given.awardId}`
    const packages = `/calls/${slug}/packages`
    for (const page of [
      '/funds',
      '/funds/new',
      `/funds/${given.fundId}`,
      `/funds/${given.fundId}/report`,
      `/funds/${given.fundId}/remove`,
      `/funds/${given.fundId}/report.csv`,
      '/awards',
      '/awards.csv',
      award,
      `${award}/buy`,
      `${award}/return`,
      `${award}/fund`,
      `${award}/close`,
      '/payouts',
      '/payouts/stipends',
      `/payouts/${payoutId}`,
      `/payouts/${payoutId}/refuse`,
      packages,
      `${packages}/new`,
      `${packages}/${given.packageId}`,
      `${packages}/${given.packageId}/remove`,
    ])
      expect([page, (await app.get(desk() + page)).status]).toEqual([page, 200])
  })

  it('is closed to the front desk, to a reviewer, to finance, and to an organizer of another event', async () => {
    const foreign = await givenEvent(app.db)
    const others = [
      ['front-desk', given.eventId],
      ['reviewer', given.eventId],
      ['finance', given.eventId],
      ['organizer', foreign.id],
    ] as const
    for (const [role, scopeId] of others) {
      const email = `${role}-${scopeId}@example.org`
      await signInAs(app, (await givenAccount(app.db, email, [{ role, scope: 'event', scopeId }])).accountId)
      for (const page of [
        '/funds',
        `/funds/${given.fundId}/report.csv`,
        '/awards.csv',
        `/awards/${given.awardId}`,
        '/payouts/stipends',
      ]) {
        expect([role, page, (await app.get(desk() + page)).status]).toEqual([role, page, 404])
        const crossed = `/organize/${foreign.slug}${page}`
        if (page.includes(given.awardId) || page.includes(given.fundId))
          expect([crossed, (await app.get(crossed)).status]).toEqual([crossed, 404])
      }
    }
  })

  it('says why a purchase is refused, then takes it once', async () => {
    await signInAs(app, organizer)
    const component = await componentOf(app.db, given.awardId, 'travel')
    const form = { component, amount: '900', note: 'KGL', formKey: '0197a000-0000-7000-8000-000000000001' }
    const page = `${desk()}/awards/${given.awardId}`
    const refused = await app.post(`${page}/buy`, form)
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('This waits for the visa')
    const noted = await app.post(page, { visa: 'granted', isInHand: 'on', attended: 'unknown' })
    expect(noted.status).toBe(303)
    expect(await awardOf(app.db, given.awardId)).toMatchObject({ visa: 'granted', ticketInHandAt: NOW })
    for (let time = 0; time < 2; time++) expect((await app.post(`${page}/buy`, form)).status).toBe(303)
    expect(await app.db.selectFrom('payouts').select('state').execute()).toEqual([{ state: 'checked' }])
  })

  it('hands a stipend out once, however often the button is pressed', async () => {
    await signInAs(app, organizer)
    await app.post(`${desk()}/awards/${given.awardId}`, { visa: 'granted', isInHand: 'on', attended: 'yes' })
    const component = await componentOf(app.db, given.awardId, 'per-diem')
    const form = { award: given.awardId, component, reference: 'Sheet 1' }
    for (let time = 0; time < 2; time++) expect((await app.post(`${desk()}/payouts/stipends`, form)).status).toBe(303)
    expect(await app.db.selectFrom('payouts').select(['state', 'amountMinor']).execute()).toEqual([
      { state: 'paid', amountMinor: 22_500 },
    ])
  })

  it('asks the same number of queries for one award and for fifty, and gives a file that is safe to open', async () => {
    await signInAs(app, organizer)
    await countQueries(app, [`${desk()}/awards`])
    const before = await countQueries(app, [`${desk()}/awards`, `${desk()}/payouts`, `${desk()}/payouts/stipends`])
    for (let at = 0; at < 49; at++) {
      const { id } = await givenApplicant(app.db, given, { fullName: `=SUM(A${at}) Formula` })
      const ids = { eventId: given.eventId, callId: given.callId, packageId: given.packageId, applicationId: id }
      const input = { now: NOW, actor: SYSTEM }
      const awardId = await proposeAward(app.db, { ...ids, ...input, awardee: ANYBODY })
      await offerAward(app.db, { awardId, ...input })
      await answerAward(app.db, { awardId, accepted: ['lodging', 'per-diem'], ...input })
      await givenPurchase(app.db, { awardId, kind: 'lodging', amountMinor: 100 })
    }
    const after = await countQueries(app, Object.keys(before))
    expect(after[`${desk()}/awards`]).toBe(before[`${desk()}/awards`])
    // Without payouts their events have no texts to look for.
    expect(after[`${desk()}/payouts`]! - before[`${desk()}/payouts`]!).toBeLessThanOrEqual(1)
    expect(after[`${desk()}/payouts/stipends`]).toBe(before[`${desk()}/payouts/stipends`])
    const csv = await (await app.get(`${desk()}/awards.csv`)).text()
    expect(csv).toContain(`'=SUM(A1) Formula`)
    expect(csv).not.toMatch(/(^|,)"?=SUM/m)
  })

  it('marks who came and who did not, and shows the history of an award', { timeout: 60_000 }, async () => {
    await signInAs(app, organizer)
    const page = `${desk()}/awards/attendance`
    expect(await (await app.get(page)).text()).toContain(`value="${given.awardId}"`)
    const none = await app.post(page, {})
    expect(none.status).toBe(409)
    expect(await none.text()).toContain('Tick at least one person')
    expect((await app.post(`${page}/absent`, { awards: given.awardId })).status).toBe(303)
    expect(await awardOf(app.db, given.awardId)).toMatchObject({ attended: 'no' })
    expect((await app.post(page, { awards: given.awardId })).status).toBe(303)
    expect(await awardOf(app.db, given.awardId)).toMatchObject({ attended: 'yes' })
    expect(await (await app.get(`${page}?attended=no`)).text()).toContain('Nobody to mark')
    const award = await (await app.get(`${desk()}/awards/${given.awardId}`)).text()
    expect(award).toContain('What happened')
    expect(award).toContain('<b>Award: attendance noted</b><small><bdi>organizer</bdi></small>')
    expect((await app.get(`${desk()}/awards/${given.awardId}/give`)).status).toBe(404)
    expect((await app.get(`${desk()}/awards/${given.awardId}/drop`)).status).toBe(404)
  })

  it('adds a package, and refuses one that gives nothing', async () => {
    await signInAs(app, organizer)
    const { slug } = await app.db
      .selectFrom('calls')
      .select('slug')
      .where('id', '=', given.callId)
      .executeTakeFirstOrThrow()
    const page = `${desk()}/calls/${slug}/packages/new`
    const form = { code: 'partial', currency: 'USD', 'texts[0].language': 'en', 'texts[0].name': 'Partial' }
    const empty = { 'components[0].kind': 'travel', 'components[0].payout': 'organizer', 'components[0].amount': '' }
    expect((await app.post(page, { ...form, ...empty })).status).toBe(422)
    const whole = {
      ...empty,
      'components[0].amount': '1100',
      'components[0].isGiven': 'on',
      'components[0].isCap': 'on',
    }
    expect((await app.post(page, { ...form, ...whole })).status).toBe(303)
    const made = await app.db
      .selectFrom('awardPackageComponents as part')
      .innerJoin('awardPackages', 'awardPackages.id', 'part.packageId')
      .select(['part.kind', 'part.amountMinor', 'part.isCap'])
      .where('awardPackages.code', '=', 'partial')
      .execute()
    expect(made).toEqual([{ kind: 'travel', amountMinor: 110_000, isCap: 1 }])
  })
})

describe('finance', () => {
  it('agrees and pays within its reach only', async () => {
    const payoutId = await givenPurchase(app.db, { awardId: given.awardId, kind: 'lodging', amountMinor: 40_000 })
    const page = `/finance/payouts/${payoutId}`
    const foreign = await givenEvent(app.db)
    const role = { role: 'finance', scope: 'event', scopeId: foreign.id } as const
    await signInAs(app, (await givenAccount(app.db, 'foreign@example.org', [role])).accountId)
    expect((await app.get(page)).status).toBe(404)
    expect((await app.post(`${page}/approve`, {})).status).toBe(404)
    expect((await app.post(`${page}/pay`, { reference: 'X' })).status).toBe(404)
    await signInAs(app, await finance())
    expect(await (await app.get('/finance/payouts')).text()).toContain('Applicant')
    for (const path of [page, `${page}/approve`, `${page}/refuse`]) expect((await app.get(path)).status).toBe(200)
    expect((await app.post(`${page}/approve`, {})).status).toBe(303)
    expect((await app.get(`${page}/pay`)).status).toBe(200)
    expect((await app.post(`${page}/pay`, { reference: '' })).status).toBe(422)
    for (let time = 0; time < 2; time++)
      expect((await app.post(`${page}/pay`, { reference: 'SEPA 9' })).status).toBe(303)
    expect((await app.post(`${page}/refuse`, { reason: 'late' })).status).toBe(409)
  })
})

describe('the holder', () => {
  it('is nobody without the key', async () => {
    const wrong = own().replace(/key=.*/, 'key=wrong')
    for (const page of ['', '/receipts', '/report'])
      expect((await app.get(own(page).replace(/key=.*/, 'key=wrong'))).status).toBe(404)
    expect((await app.post(wrong, { visa: 'granted' })).status).toBe(404)
    expect((await app.post(own('/name').replace(/key=.*/, 'key=wrong'), { isPublic: 'yes' })).status).toBe(404)
  })

  it('hears nothing of an award that is only planned or offered', async () => {
    const { eventId, callId } = given
    const packageId = await givenPackage(app.db, callId, [{ kind: 'travel', amountMinor: 100 }], { code: 'small' })
    const { id, code } = await givenApplicant(app.db, given)
    const ids = { eventId, callId, packageId, applicationId: id, awardee: ANYBODY, now: NOW, actor: SYSTEM }
    const awardId = await proposeAward(app.db, ids)
    const key = applicationKey(app.services.config.secret, { id, keyVersion: 1 })
    const page = async () => await (await app.get(`/applications/${code}/award?key=${key}`)).text()
    expect(await page()).toContain('There is no scholarship')
    await offerAward(app.db, { awardId, now: NOW, actor: SYSTEM })
    expect(await page()).toContain('There is no scholarship')
  })

  it('tells of the visa, sends a receipt and the report, and may be named', async () => {
    expect((await app.post(own(), { visa: 'applied' })).status).toBe(303)
    expect(await (await app.get(own())).text()).toContain('Applied for')
    expect((await app.post(own(), { visa: 'letter-issued' })).status).toBe(422)
    const component = await componentOf(app.db, given.awardId, 'visa')
    const receipt = new FormData()
    const typed = { component, description: 'Visa fee', amount: '50', currency: 'usd' }
    for (const [name, value] of Object.entries({ ...typed, formKey: '0197a000-0000-7000-8000-000000000002' }))
      receipt.append(name, value)
    receipt.append('file', new File(['MZ not a paper'], 'receipt.pdf', { type: 'application/pdf' }))
    const lied = await app.fetch(own('/receipts'), { method: 'POST', body: receipt })
    expect(lied.status).toBe(422)
    expect(await lied.text()).toContain('Visa fee')
    receipt.set('file', new File(['%PDF-1.7 a paper'], 'receipt.pdf', { type: 'application/pdf' }))
    for (let time = 0; time < 2; time++)
      expect((await app.fetch(own('/receipts'), { method: 'POST', body: receipt })).status).toBe(303)
    expect(await app.db.selectFrom('payouts').select(['state', 'amountMinor']).execute()).toEqual([
      { state: 'claimed', amountMinor: 5000 },
    ])
    const report = new FormData()
    report.append('text', '')
    expect((await app.fetch(own('/report'), { method: 'POST', body: report })).status).toBe(409)
    report.set('text', 'I learned to route.')
    expect((await app.fetch(own('/report'), { method: 'POST', body: report })).status).toBe(303)
    expect((await app.post(own('/name'), { isPublic: 'yes' })).status).toBe(303)
    expect(await awardOf(app.db, given.awardId)).toMatchObject({ isPublic: 1, reportText: 'I learned to route.' })
    expect((await app.get(`/events/${given.event.slug}/awarded`)).status).toBe(200)
  })

  it('is found from the page of the event once somebody is named there', async () => {
    const { slug } = given.event
    const page = async () => await (await app.get(`/events/${slug}`)).text()
    expect((await app.post(own('/name'), { isPublic: 'yes' })).status).toBe(303)
    expect(await page()).not.toContain(`/events/${slug}/awarded`)
    await app.db
      .insertInto('decisionReleases')
      .values({
        id: given.callId,
        callId: given.callId,
        wave: 1,
        state: 'sent',
        count: 1,
        sendAt: NOW,
        createdBy: null,
        createdAt: NOW,
        undoneBy: null,
        undoneAt: null,
      })
      .execute()
    // The page of an event is kept until the event changes.
    expect((await app.post(own('/name'), { isPublic: 'no' })).status).toBe(303)
    expect((await app.post(own('/name'), { isPublic: 'yes' })).status).toBe(303)
    expect(await page()).toContain(`/events/${slug}/awarded`)
  })
})
