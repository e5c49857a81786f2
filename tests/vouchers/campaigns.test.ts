import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CampaignForm } from '#app/vouchers/campaigns/campaign-form.ts'
import type { MakeForm } from '#app/vouchers/campaigns/make-form.ts'
import { makeVouchers } from '#app/vouchers/campaigns/make-vouchers.server.ts'
import { listCampaigns, listVouchers, seenOfCampaign } from '#app/vouchers/campaigns/queries.server.ts'
import { removeCampaign } from '#app/vouchers/campaigns/remove-campaign.server.ts'
import { saveCampaign } from '#app/vouchers/campaigns/save-campaign.server.ts'
import { saveVoucher } from '#app/vouchers/campaigns/save-voucher.server.ts'
import { vouchersFile } from '#app/vouchers/campaigns/vouchers-file.server.ts'
import { voucherCode } from '#app/vouchers/voucher-code.ts'
import { END } from '#app/values/cursor.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

let run: Awaited<ReturnType<typeof testServices>>
let event: Awaited<ReturnType<typeof givenEvent>>

beforeEach(async () => {
  run = await testServices()
  event = await givenEvent(run.db)
})
afterEach(() => run.close())

const at = { now: NOW, actor: { kind: 'account', id: 'an-account' } } as const

const CAMPAIGN: CampaignForm = {
  name: 'Members',
  effect: 'amount',
  percentOff: 0,
  amounts: [{ currency: 'USD', amountMinor: 5000 }],
  appliesTo: 'person',
  opensHidden: false,
  isCombinable: false,
  isDisabled: false,
  organization: 'Example Networks',
  startsAt: null,
  endsAt: null,
  ticketTypeIds: [],
}

const MAKE: MakeForm = { count: 0, addresses: [], prefix: '', code: null, maximumUses: 1, note: '' }

async function givenCampaign(): Promise<string> {
  const made = await saveCampaign(run.db, { eventId: event.id, campaignId: null, form: CAMPAIGN, ...at })
  if (!made.ok) throw new Error(JSON.stringify(made.refusals))
  return made.value.id
}

function make(campaignId: string, form: Partial<MakeForm>) {
  return makeVouchers(run.db, { eventId: event.id, campaignId, form: { ...MAKE, ...form }, ...at })
}

async function codesOf(campaignId: string) {
  return await run.db.selectFrom('vouchers').selectAll().where('campaignId', '=', campaignId).execute()
}

test('five thousand codes are made at once, all different, readable, and as they are compared', async () => {
  const campaignId = await givenCampaign()
  expect(await make(campaignId, { count: 5000, prefix: 'NDSS' })).toEqual({ ok: true, value: 5000 })
  const codes = (await codesOf(campaignId)).map(({ code }) => code)
  expect(new Set(codes).size).toBe(5000)
  for (const code of codes) {
    expect(code).toMatch(/^NDSS[ABCDEFGHJKMNPQRSTVWXYZ2-9]{12}$/)
    expect(voucherCode(code)).toBe(code)
  }
  expect(await listCampaigns(run.db, event.id)).toMatchObject([{ issued: 5000, possible: 5000, used: 0 }])
})

test('each address of a list gets one code of its own, however often the list comes', async () => {
  const campaignId = await givenCampaign()
  const addresses = ['a@plenary.example', 'b@plenary.example']
  const both = await Promise.all([make(campaignId, { addresses }), make(campaignId, { addresses })])
  expect(both.map((made) => String(made.ok && made.value)).toSorted()).toEqual(['0', '2'])
  expect(await make(campaignId, { addresses: [...addresses, 'c@plenary.example'] })).toEqual({ ok: true, value: 1 })
  expect((await codesOf(campaignId)).map(({ emailKey }) => emailKey ?? '').toSorted()).toEqual([
    ...addresses,
    'c@plenary.example',
  ])
})

test('a code of one’s own is unique in its event', async () => {
  const campaignId = await givenCampaign()
  expect(await make(campaignId, { code: 'MEMBERS2027', maximumUses: 50 })).toEqual({ ok: true, value: 1 })
  expect(await make(campaignId, { code: 'MEMBERS2027' })).toMatchObject({
    refusals: [{ code: 'voucher-taken', field: 'code' }],
  })
})

test('a code is found, changed and disabled, never below how often it was used', async () => {
  const campaignId = await givenCampaign()
  await make(campaignId, { count: 30, note: 'Hall B' })
  const page = await listVouchers(run.db, { eventId: event.id, campaignId, search: 'hall', cursor: { before: END } })
  expect(page).toMatchObject({ total: 30, steps: { after: null } })
  const [voucher] = page.vouchers
  const found = await listVouchers(run.db, {
    eventId: event.id,
    campaignId,
    search: voucher!.code.toLowerCase().slice(0, 8),
    cursor: null,
  })
  expect(found.vouchers.map(({ id }) => id)).toContain(voucher!.id)
  await run.db.updateTable('vouchers').set({ maximumUses: 3, used: 2 }).where('id', '=', voucher!.id).execute()
  const save = (maximumUses: number) =>
    saveVoucher(run.db, {
      eventId: event.id,
      campaignId,
      voucherId: voucher!.id,
      form: { maximumUses, email: 'a@plenary.example', note: '', isDisabled: true },
      ...at,
    })
  expect(await save(1)).toMatchObject({ refusals: [{ code: 'voucher-below-used', details: { count: 2 } }] })
  expect(await save(2)).toMatchObject({ ok: true })
})

test('what was used stays: its campaign is not removed, and how it counts does not change', async () => {
  const campaignId = await givenCampaign()
  const seen = seenOfCampaign((await listCampaigns(run.db, event.id))[0]!)
  await make(campaignId, { count: 1 })
  await run.db.updateTable('vouchers').set({ used: 1 }).execute()
  const save = (form: CampaignForm) => saveCampaign(run.db, { eventId: event.id, campaignId, form, ...at })
  expect(await save({ ...CAMPAIGN, appliesTo: 'order' })).toMatchObject({
    refusals: [{ code: 'campaign-used', field: 'appliesTo' }],
  })
  expect(await save({ ...CAMPAIGN, name: 'Supporters' })).toMatchObject({ ok: true })
  expect(await save({ ...CAMPAIGN, seen })).toMatchObject({ refusals: [{ code: 'offer-stale' }] })
  await run.db.updateTable('vouchers').set({ used: 0 }).execute()
  expect(await removeCampaign(run.db, { eventId: event.id, campaignId, ...at })).toMatchObject({ ok: true })
  expect(await codesOf(campaignId)).toEqual([])
})

test('the file holds every code, and no cell that a spreadsheet would run', async () => {
  const campaignId = await givenCampaign()
  await make(campaignId, { count: 2500, note: '=SUM(A1)' })
  const head = ['Code', 'Uses', 'Used', 'For', 'Note', 'Disabled']
  let text = ''
  let pieces = 0
  for await (const piece of vouchersFile(run.db, {
    eventId: event.id,
    campaignId,
    search: '',
    head,
    yes: 'yes',
    no: 'no',
  })) {
    text += piece
    pieces++
  }
  expect(pieces).toBe(4)
  const lines = text.split('\r\n')
  expect(lines[0]).toBe('\uFEFFCode,Uses,Used,For,Note,Disabled')
  expect(lines).toHaveLength(2502)
  expect(lines[1]).toMatch(/,'=SUM\(A1\),no$/)
})

test('one campaign and many take the same number of queries', async () => {
  const queriesFor = async () => {
    let queries = 0
    const counted = run.db.withPlugin({
      transformQuery: ({ node }) => (queries++, node),
      transformResult: ({ result }) => Promise.resolve(result),
    })
    await listCampaigns(counted, event.id)
    return queries
  }
  await givenCampaign()
  const one = await queriesFor()
  for (let at = 1; at < 50; at++) await givenCampaign()
  expect(await queriesFor()).toBe(one)
})
