import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NOW, testServices } from '#tests/support/app.ts'
import { camt } from '#tests/support/statements/camt.ts'
import { type Desk, givenDesk } from '#tests/support/statements/given-desk.ts'
import { givenIssuer } from '#tests/support/statements/given-issuer.ts'
import { broken } from '#tests/support/stripe/given-shop.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { balanceOf } from '#app/payments/balance.server.ts'
import { paymentReference } from '#app/payments/reference.ts'
import { guessMapping } from '#app/payments/statements/guess-mapping.ts'
import { importStatements } from '#app/payments/statements/import-statements.server.ts'
import { mapStatement } from '#app/payments/statements/map-statement.server.ts'
import { readTable } from '#app/payments/statements/read-table.ts'
import { bookMoney } from '#app/payments/book-money.server.ts'
import { transact } from '#db/transact.ts'

let desk: Desk

beforeEach(async () => {
  desk = await givenDesk(testServices)
})

afterEach(async () => {
  expect(await broken(desk.db)).toEqual([])
  await desk.close()
})

describe('an imported statement', () => {
  it('pays the order that a reference or a code names, and confirms its seats', async () => {
    const [one, two] = [await desk.order({ people: 2 }), await desk.order()]
    await desk.importEntries([
      { amount: '250.00', creditorReference: paymentReference(one.code), payer: 'Wulandari' },
      { amount: '125.00', text: `Registration ${two.code.toLowerCase()} thank you`, bankId: 'B2' },
      { amount: '-9.00', text: `fee ${two.code}` },
    ])
    expect((await desk.lines()).map(({ state }) => state)).toEqual(['matched', 'matched', 'outgoing'])
    expect(await desk.statesOf(one.orderId)).toEqual(['confirmed', 'confirmed'])
    expect(await desk.statesOf(two.orderId)).toEqual(['confirmed'])
    expect(await desk.payments()).toMatchObject([
      { method: 'bank-transfer', amountMinor: 25_000, receivedAt: '2026-11-20T11:00:00.000Z' },
      { amountMinor: 12_500 },
    ])
    const mails = await desk.db.selectFrom('messages').select('template').execute()
    expect(mails.filter(({ template }) => template === 'order-confirmed')).toHaveLength(2)
  })

  it('books less as a part, more as too much, and leaves the rest to a person', async () => {
    const [less, more] = [await desk.order(), await desk.order()]
    await desk.importEntries([
      { amount: '100.00', text: less.code, charges: '25.00' },
      { amount: '130.00', text: more.code },
      { amount: '125.00', text: 'conference', payer: 'Somebody' },
      { amount: '125.00', currency: 'EUR', text: less.code, day: '2026-11-19' },
    ])
    expect((await desk.entries()).map(({ kind }) => kind).toSorted()).toEqual(['overpaid', 'part-paid'])
    expect(await desk.statesOf(less.orderId)).toEqual(['held'])
    expect((await desk.lines()).map(({ state, chargesMinor }) => [state, chargesMinor])).toEqual([
      ['matched', 2500],
      ['matched', 0],
      ['unmatched', 0],
      ['unmatched', 0],
    ])
  })

  it('splits money for two orders when it fits exactly, and otherwise does not guess', async () => {
    const [one, two] = [await desk.order(), await desk.order({ people: 2 })]
    await desk.importEntries([{ amount: '375.00', text: `${one.code} and ${two.code}` }])
    expect((await desk.payments()).map(({ amountMinor }) => amountMinor)).toEqual([12_500, 25_000])
    const [line] = await desk.lines()
    const references = (await desk.payments()).map(({ providerReference }) => providerReference)
    expect(references).toEqual([line!.id, `${line!.id}:2`])
    const three = await desk.order()
    await desk.importEntries([{ amount: '200.00', text: `${three.code} ${(await desk.order()).code}` }])
    expect((await desk.lines()).at(-1)).toMatchObject({ state: 'unmatched' })
  })

  it('is the same a second time, and where files overlap; two equal transfers of one day stay two', async () => {
    const { code, orderId } = await desk.order({ people: 2 })
    const entries = [
      { amount: '125.00', text: code, payer: 'A' },
      { amount: '125.00', text: code, payer: 'A' },
    ]
    await desk.importEntries(entries)
    const before = {
      lines: await desk.lines(),
      payments: await desk.payments(),
      balance: await balanceOf(desk.db, orderId),
    }
    expect(before.balance).toMatchObject({ due: 0 })
    expect(before.lines).toHaveLength(2)
    const again = await desk.importEntries(entries)
    await desk.importEntries([{ amount: '1.00', text: 'other', day: '2026-11-19' }, ...entries])
    expect(await desk.payments()).toEqual(before.payments)
    expect(await desk.lines()).toHaveLength(3)
    const statement = await desk.db.selectFrom('statements').selectAll().where('id', '=', again).executeTakeFirst()
    expect(statement).toMatchObject({ state: 'done', lineCount: 2, doneCount: 2, newCount: 0, matchedCount: 0 })
  })

  it('goes on where it stopped, and two that work on it at once do nothing twice', async () => {
    const orders = await Promise.all(Array.from({ length: 3 }, () => desk.order()))
    const entries = Array.from({ length: 450 }, (_, at) => ({
      amount: '125.00',
      text: orders[at % 150]?.code ?? `guest ${at}`,
      bankId: `B${at}`,
    }))
    const received = await desk.receive(camt(entries))
    expect(received.ok).toBe(true)
    const stop = new AbortController()
    const first = importStatements(desk.db, { now: NOW, stop: stop.signal })
    stop.abort()
    await first
    await Promise.all(Array.from({ length: 3 }, () => importStatements(desk.db, { now: NOW })))
    while ((await importStatements(desk.db, { now: NOW })).worked);
    const [statement] = await desk.db.selectFrom('statements').selectAll().execute()
    expect(statement).toMatchObject({ state: 'done', doneCount: 450, newCount: 450, matchedCount: 9 })
    expect(await desk.payments()).toHaveLength(9)
  })

  it('never gives money to an order of another account', async () => {
    const host = await givenHost()
    const chapter = await givenIssuer(desk.db, { hostId: host, name: 'Chapter' })
    const theirs = await desk.order({ of: await desk.givenTransferEvent({ hostId: host }) })
    await desk.importEntries([{ amount: '125.00', text: theirs.code }])
    expect((await desk.lines()).map(({ state }) => state)).toEqual(['unmatched'])
    await desk.importEntries([{ amount: '125.00', text: theirs.code }], chapter.id)
    expect(await desk.statesOf(theirs.orderId)).toEqual(['confirmed'])
  })

  it('leaves what a bank took back to a person, though it names an order', async () => {
    const { code, orderId } = await desk.order()
    await desk.importEntries([
      { amount: '125.00', text: code },
      { amount: '-125.00', text: code, isReversal: true },
    ])
    expect((await desk.lines()).map(({ state, isReversal }) => [state, isReversal])).toEqual([
      ['matched', 0],
      ['unmatched', 1],
    ])
    expect(await balanceOf(desk.db, orderId)).toMatchObject({ due: 0 })
  })

  it('books late money where the seat is free, and else puts it into the queue and writes to its payer', async () => {
    const full = await desk.givenTransferEvent({}, { seats: 1 })
    const late = await desk.order({ of: full })
    await lapse(late.orderId, full.tickets[0]!.quotaIds[0]!)
    await desk.order({ of: full })
    await desk.importEntries([{ amount: '125.00', text: late.code }])
    expect((await desk.entries()).map(({ kind }) => kind)).toEqual(['late-money'])
  })

  it('books many at once exactly as one at a time', async () => {
    const [quick, slow] = [await desk.order({ people: 2 }), await desk.order({ people: 2 })]
    await desk.importEntries([{ amount: '250.00', text: quick.code }])
    await transact(desk.db, (db) =>
      bookMoney(db, {
        orderId: slow.orderId,
        attemptId: null,
        method: 'bank-transfer',
        reference: 'by hand',
        expected: null,
        amount: {
          amountMinor: 25e3,
          currency: 'USD',
        },
        receivedAt: NOW,
        actor: { kind: 'system' },
        now: NOW,
      }),
    )
    expect(await traces(quick.orderId)).toEqual(await traces(slow.orderId))
  })
})

describe('a file that is wrong', () => {
  it.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), 'statement-not-text'],
    ['an empty file', new Uint8Array(), 'statement-empty'],
    ['a page', '<!doctype html><html><body>Sign in</body></html>', 'statement-doctype'],
    ['another report', camt([{ amount: '1.00' }]).replace('camt.053', 'camt.054'), 'statement-other-xml'],
    ['half a file', camt([{ amount: '1.00' }]).slice(0, 300), 'statement-broken'],
    ['a statement without lines', camt([]), 'statement-no-lines'],
    ['another account’s', camt([{ amount: '1.00' }], { account: 'DE89370400440532013000' }), 'statement-other-account'],
    ['prose', 'Dear customer\nyour statement\n', 'statement-not-table'],
  ])('is refused with its reason, and nothing is kept: %s', async (_, content, code) => {
    const received = await desk.receive(content)
    expect(received).toMatchObject({ ok: false, refusals: [{ code, field: 'file' }] })
    for (const table of ['statements', 'files', 'statementLines'] as const)
      expect(await desk.db.selectFrom(table).selectAll().execute()).toEqual([])
  })
})

describe('a table', () => {
  it('is imported once somebody has said what its columns mean, and not while one row cannot be read', async () => {
    const { code, orderId } = await desk.order()
    const table = (amount: string) => `Datum;Name;Text;Betrag\n20.11.2026;A;${code};125,00\n21.11.2026;B;x;${amount}\n`
    const mapping = guessMapping(readTable(table('1,00')), 'USD')
    const map = (statementId: string) =>
      mapStatement(desk.db, { statementId, mapping, reach: 'all', accountId: desk.accountId, now: NOW })
    const bad = await desk.receive(table('eins'))
    if (!bad.ok) throw new Error('refused')
    expect(await map(bad.value.statementId)).toMatchObject({
      refusals: [{ code: 'statement-row', details: { row: 3, cell: 'eins', count: 1 } }],
    })
    const good = await desk.receive(table('-1,00'))
    if (!good.ok) throw new Error('refused')
    expect(await map(good.value.statementId)).toEqual({ ok: true, value: { lineCount: 2 } })
    expect(await map(good.value.statementId)).toMatchObject({ refusals: [{ code: 'statement-mapped' }] })
    while ((await importStatements(desk.db, { now: NOW })).worked);
    expect(await desk.statesOf(orderId)).toEqual(['confirmed'])
    expect((await desk.lines()).map(({ state }) => state)).toEqual(['matched', 'outgoing'])
  })
})

async function givenHost(): Promise<string> {
  const id = '01939c5f-0000-7000-8000-000000000001'
  await desk.db
    .insertInto('hosts')
    .values({ id, slug: 'chapter', name: 'Chapter', kind: 'chapter', country: 'RW', url: null })
    .execute()
  return id
}

/** As the job would: the seat goes back and may be taken by others. */
async function lapse(orderId: string, quotaId: string): Promise<void> {
  const [seat] = await desk.db
    .selectFrom('registrations')
    .select(['id', 'eventId'])
    .where('orderId', '=', orderId)
    .execute()
  await desk.db
    .updateTable('registrations')
    .set({ state: 'lapsed', activeKey: null, endedAt: NOW })
    .where('id', '=', seat!.id)
    .execute()
  await desk.db.updateTable('registrationSeats').set({ isTaken: 0 }).where('registrationId', '=', seat!.id).execute()
  await desk.db.updateTable('quotas').set({ taken: 0 }).where('id', '=', quotaId).execute()
  await recordAudit(desk.db, NOW, [
    {
      actor: { kind: 'system' },
      action: 'registration.lapsed',
      objectKind: 'registration',
      objectId: seat!.id,
      eventId: seat!.eventId,
    },
  ])
}

/** What booking left behind, without what must differ: ids, references, codes. */
async function traces(orderId: string) {
  const seats = await desk.db.selectFrom('registrations').selectAll().where('orderId', '=', orderId).execute()
  const ids = [orderId, ...seats.map(({ id }) => id)]
  const mails = await desk.db
    .selectFrom('messages')
    .select(['template', 'state'])
    .where('subjectId', 'in', ids)
    .execute()
  const audit = await desk.db
    .selectFrom('auditEntries')
    .select(['action', 'actorKind', 'before', 'after'])
    .where('objectId', 'in', ids)
    .where('actorKind', '=', 'system')
    .execute()
  const attempts = await desk.db.selectFrom('paymentAttempts').select('state').where('orderId', '=', orderId).execute()
  const sorted = (rows: object[]) => rows.map((row) => JSON.stringify(row)).toSorted()
  return {
    balance: {
      ...(await balanceOf(desk.db, orderId)),
      orderId: null,
    },
    seats: seats.map(({ state, confirmedAt, heldUntil }) => ({
      state,
      confirmedAt,
      heldUntil,
    })),
    mails: sorted(mails),
    audit: sorted(audit),
    attempts: sorted(attempts),
  }
}
