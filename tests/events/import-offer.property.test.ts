import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type DocumentInput, everything } from './event-documents.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { listEventIds, readDocuments } from '#app/events/document/read-documents.server.ts'
import { importEvents } from '#app/events/import-events.server.ts'
import { NOW, testServices } from '#tests/support/app.ts'

let run: Awaited<ReturnType<typeof testServices>>
beforeEach(async () => {
  run = await testServices()
})
afterEach(() => run.close())

const actor = { kind: 'operator' as const }

function take(documents: unknown) {
  return importEvents(run.db, { documents, now: NOW, actor })
}

async function exported() {
  const all = await readDocuments(run.db, { eventIds: await listEventIds(run.db), isPrivate: true })
  return all.find(({ slug }) => slug === 'ntw-2031')!
}

/** What an organizer may do to the offer of a document between two imports. */
interface Change {
  room: number
  lab: number
  block: number | null
  hasVouchers: boolean
  hasRules: boolean
  uses: number
  zone: string | null
  words: string
}

const change: fc.Arbitrary<Change> = fc.record({
  room: fc.integer({ min: 4, max: 60 }),
  lab: fc.integer({ min: 2, max: 40 }),
  block: fc.option(fc.integer({ min: 1, max: 4 })),
  hasVouchers: fc.boolean(),
  hasRules: fc.boolean(),
  uses: fc.integer({ min: 1, max: 9 }),
  zone: fc.constantFrom(null, 'UTC', 'AoE', 'Asia/Kathmandu'),
  words: fc.constantFrom('Food', 'What you eat', 'الطعام'),
})

function changed({ room, lab, block, hasVouchers, hasRules, uses, zone, words }: Change): DocumentInput[] {
  const documents = everything()
  const ntw = documents[1]!
  ntw.quotas = [
    { key: 'room', size: room },
    { key: 'lab', size: lab, track: 'T1' },
  ]
  ntw.questions![0]!.texts.en!.label = words
  ntw.ticketTypes![0]!.priceSteps![0]!.closesZone = zone
  const secret = ntw.private!
  if (block === null) {
    secret.blocks = []
    secret.campaigns!.forEach((campaign) => (campaign.block = null))
  } else secret.blocks![0]!.seats = [{ quota: 'room', size: block }]
  if (hasVouchers) secret.campaigns![0]!.vouchers![0]!.maximumUses = uses
  else secret.campaigns = []
  if (!hasRules) Object.assign(ntw, { priceRules: [], refundRules: [], changeRules: null, waitingList: null })
  if (!hasRules) secret.priceRules = []
  return documents
}

test('any sequence of offers is imported, exported the same, and leaves every counter true', async () => {
  expect(await take(everything())).toMatchObject({ ok: true })
  await fc.assert(
    fc.asyncProperty(change, async (one) => {
      expect(await take(changed(one))).toMatchObject({ ok: true })
      const document = await exported()
      const again = await take([JSON.parse(JSON.stringify(document))])
      expect(again).toMatchObject({ ok: true, value: { updated: [], created: [] } })
      expect(await exported()).toEqual(document)
      const broken = (await checkInvariants(run.db)).filter(({ violations }) => violations > 0)
      expect(broken).toEqual([])
    }),
    { numRuns: 25 },
  )
}, 120_000)

test('what the public reads tells nothing of blocks, vouchers, lists, instructions or hidden tickets', async () => {
  await take(everything())
  const [document] = await readDocuments(run.db, {
    eventIds: (await listEventIds(run.db)).slice(0, 1),
    isPrivate: false,
  })
  expect(document!.private).toBe(undefined)
  const all = await readDocuments(run.db, { eventIds: await listEventIds(run.db), isPrivate: false })
  const text = JSON.stringify(all)
  for (const secret of ['SPK7KQ4', 'speaker@', 'To account', 'Staff', 'STAFF', 'aaaa', 'Example Org'])
    expect(text).not.toContain(secret)
})

test('a block keeps what was taken out of it, and a used voucher is not left out', async () => {
  await take(everything())
  const seat = await run.db
    .selectFrom('reservedSeats')
    .innerJoin('quotas', 'quotas.id', 'reservedSeats.quotaId')
    .select(['reservationId', 'quotaId'])
    .where('quotas.name', '=', 'Great hall')
    .executeTakeFirstOrThrow()
  await run.db
    .updateTable('reservedSeats')
    .set({ remaining: 1 })
    .where('reservationId', '=', seat.reservationId)
    .where('quotaId', '=', seat.quotaId)
    .execute()
  const smaller = everything()
  smaller[1]!.private!.blocks![0]!.seats[0]!.size = 2
  expect(await take(smaller)).toMatchObject({ ok: false, refusals: [{ field: '$[1].private.blocks' }] })
  await run.db.updateTable('vouchers').set({ used: 1 }).where('code', '=', 'SPK9MMX').execute()
  const fewer = everything()
  fewer[1]!.private!.campaigns![0]!.vouchers![1]!.maximumUses = 1
  expect(await take(fewer)).toMatchObject({ ok: true })
})
