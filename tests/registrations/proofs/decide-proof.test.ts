import { expect, test } from 'vitest'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { readFile } from '#app/files/read-file.server.ts'
import { saveFile } from '#app/files/save-file.server.ts'
import { compose } from '#app/mail/compose.server.ts'
import { mailSite } from '#app/jobs/mail-site.server.ts'
import { addEligible, clearEligible, countEligible } from '#app/registrations/proofs/add-eligible.server.ts'
import { decideProof } from '#app/registrations/proofs/decide-proof.server.ts'
import { countWaitingProofs, findProof, listProofs } from '#app/registrations/proofs/queries.server.ts'
import { newId } from '#app/values/id.ts'
import { givenParticipants } from '#tests/participants/given-participants.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'

const LATER = '2027-01-02T00:00:00.000Z'

async function setUp(people = 1) {
  const test = await testServices()
  const event = await givenEvent(test.db, { tickets: [{ seats: 100, name: 'Student' }] })
  const account = await givenAccount(test.db, 'wanjiku@example.org')
  const ids = await givenParticipants(
    test.db,
    event,
    Array.from({ length: people }, (_, at) => ({ fullName: `Person ${at}` })),
  )
  const proofs = []
  for (const registrationId of ids) {
    const file = await saveFile(test.db, {
      content: Buffer.from('%PDF-1.7'),
      name: 'card.pdf',
      purpose: 'proof',
      eventId: event.id,
      eraseAt: null,
      now: NOW,
    })
    const fileId = file.ok ? file.value.id : null
    const id = newId(NOW)
    const row = {
      id,
      registrationId,
      eventId: event.id,
      eligibility: 'student',
      how: 'upload',
      state: 'waiting',
    } as const
    await test.db
      .insertInto('proofs')
      .values({ ...row, fileId, verifiedBy: null, verifiedAt: null, createdAt: NOW })
      .execute()
    proofs.push({ id, fileId: fileId! })
  }
  const actor = { kind: 'account', id: account.accountId } as const
  const decide = (proofId: string, decision: Parameters<typeof decideProof>[1]['decision']) =>
    decideProof(test.db, { eventId: event.id, proofId, decision, now: LATER, actor })
  const clean = async () => (await checkInvariants(test.db)).filter(({ violations }) => violations > 0)
  return { ...test, event, account, proofs, decide, clean }
}

test('who verified and when stays, the paper goes', async () => {
  const { db, event, account, proofs, decide, clean, close } = await setUp()
  const [{ id, fileId }] = proofs as [{ id: string; fileId: string }]
  expect(await countWaitingProofs(db, event.id)).toBe(1)
  expect(await decide(id, { is: 'verified' })).toMatchObject({ ok: true })
  expect(await findProof(db, { eventId: event.id, proofId: id, language: 'en' })).toMatchObject({
    state: 'verified',
    verifiedAt: LATER,
    verifierName: 'wanjiku',
    ticket: 'Student',
    fileErasedAt: LATER,
  })
  const row = await db.selectFrom('proofs').select('verifiedBy').executeTakeFirstOrThrow()
  expect(row.verifiedBy).toBe(account.accountId)
  expect(await readFile(db, fileId)).toBeNull()
  expect(await countWaitingProofs(db, event.id)).toBe(0)
  expect(await decide(id, { is: 'refused', reason: 'x' })).toEqual({ ok: false, refusals: [{ code: 'proof-decided' }] })
  const mails = await db.selectFrom('messages').select('id').where('template', '=', 'proof-refused').execute()
  expect(mails).toEqual([])
  expect(await clean()).toEqual([])
  await close()
})

test('who is refused keeps the seat, and reads why and what to do', async () => {
  const { db, services, proofs, decide, clean, close } = await setUp()
  const reason = 'The card was valid until 2025.'
  expect(await decide(proofs[0]!.id, { is: 'refused', reason })).toMatchObject({ ok: true })
  const message = await db
    .selectFrom('messages')
    .selectAll()
    .where('template', '=', 'proof-refused')
    .executeTakeFirstOrThrow()
  expect(message.props).toBe('{}')
  const composed = await compose(db, mailSite(services), message, LATER)
  const { text } = (composed as { mail: { text: string } }).mail
  expect(text).toContain(reason)
  expect(text).toMatch(/registrations\/T[A-Z0-9]{3}-[A-Z0-9]{4}\?key=/)
  const seat = await db.selectFrom('registrations').select('state').executeTakeFirstOrThrow()
  expect(seat.state).toBe('confirmed')
  expect(await clean()).toEqual([])
  await close()
})

test('two who decide at once: one does, the other is told', async () => {
  const { db, proofs, decide, close } = await setUp()
  const both = await Promise.all([
    decide(proofs[0]!.id, { is: 'verified' }),
    decide(proofs[0]!.id, { is: 'refused', reason: 'No' }),
  ])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  const audit = await db.selectFrom('auditEntries').select('action').where('objectKind', '=', 'proof').execute()
  expect(audit).toHaveLength(1)
  await close()
})

test('the list begins with those that wait, leaves out seats that were given back, and has pages', async () => {
  const { db, event, proofs, decide, close } = await setUp(27)
  await decide(proofs[0]!.id, { is: 'verified' })
  await db
    .updateTable('registrations')
    .set({ state: 'cancelled' })
    .where('id', 'in', db.selectFrom('proofs').select('registrationId').where('id', '=', proofs[1]!.id))
    .execute()
  const first = await listProofs(db, { eventId: event.id, page: 1, language: 'en' })
  expect(first).toMatchObject({ total: 26, page: 1 })
  expect(first.rows).toHaveLength(25)
  expect(first.rows.every(({ state }) => state === 'waiting')).toBe(true)
  const last = await listProofs(db, { eventId: event.id, page: 9, language: 'en' })
  expect(last.page).toBe(2)
  expect(last.rows).toMatchObject([{ id: proofs[0]!.id, state: 'verified' }])
  expect(await countWaitingProofs(db, event.id)).toBe(25)
  await close()
})

test('of a list only hashes are kept; what stands on it already is known', async () => {
  const { db, event, close } = await setUp(0)
  const add = (entries: string[]) =>
    addEligible(db, { eventId: event.id, eligibility: 'member', entries, now: NOW, actor: { kind: 'system' } })
  expect(await add(['amina@example.org', 'ISOC-1', 'AMINA@example.org'])).toEqual({
    ok: true,
    value: { added: 2, known: 0 },
  })
  expect(await add(['amina@example.org', 'new@example.org'])).toEqual({ ok: true, value: { added: 1, known: 1 } })
  const rows = await db.selectFrom('eligiblePeople').select('keyHash').execute()
  expect(rows.every(({ keyHash }) => /^[0-9a-f]{64}$/.test(keyHash))).toBe(true)
  expect(await countEligible(db, event.id)).toEqual(new Map([['member', 3]]))
  const clear = { eventId: event.id, eligibility: 'member', now: NOW, actor: { kind: 'system' } } as const
  expect(await clearEligible(db, clear)).toEqual({ ok: true, value: { removed: 3 } })
  await close()
})
