import { afterEach, beforeEach, expect, it } from 'vitest'
import { givenAccepted, givenProposed, SYSTEM } from '../given-award.ts'
import { givenReceipt } from '../given-payout.ts'
import { handInReport, setAttended, setVisa } from '#app/scholarships/awards/note-progress.server.ts'
import { remindHolders } from '#app/scholarships/awards/remind-holders.server.ts'
import { awardedNames } from '#app/scholarships/awards/awarded-names.server.ts'
import { setPublishing } from '#app/scholarships/awards/set-publishing.server.ts'
import { endAward } from '#app/scholarships/awards/end-award.server.ts'
import { newId } from '#app/values/id.ts'
import { transact } from '#db/transact.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { broken } from '#tests/waiting-list/a-queue.ts'

let test: Awaited<ReturnType<typeof testServices>>

beforeEach(async () => {
  test = await testServices()
})

afterEach(async () => {
  expect(await broken(test.db)).toEqual([])
  await test.close()
})

/** The event begins on 14 June 2027 and ends on the 18th; the report is due on 25 July. */
async function told(at: string): Promise<string[]> {
  await remindHolders(test.db, { now: `${at}T12:00:00.000Z` })
  await remindHolders(test.db, { now: `${at}T13:00:00.000Z` })
  const mails = await test.db.selectFrom('messages').select(['template', 'occasion']).orderBy('id').execute()
  return mails.map(({ template, occasion }) => `${template} ${occasion}`)
}

it('asks about the visa at 45, 30 and 14 days, each once, and not once it is settled', async () => {
  const { awardId } = await givenAccepted(test.db)
  await givenProposed(test.db)
  expect(await told('2027-04-29')).toEqual([])
  expect(await told('2027-05-01')).toEqual(['award-visa-check 45'])
  expect(await told('2027-05-16')).toEqual(['award-visa-check 45', 'award-visa-check 30'])
  await setVisa(test.db, { awardId, visa: 'granted', now: NOW, actor: SYSTEM })
  expect(await told('2027-06-02')).toHaveLength(2)
})

it('asks for receipts and for the report after the event, and not who has sent them', async () => {
  const { awardId } = await givenAccepted(test.db, { needsVisa: 0 })
  const sent = await givenAccepted(test.db, { needsVisa: 0 })
  await givenReceipt(test.db, { awardId: sent.awardId, amountMinor: 100 })
  await handInReport(test.db, { awardId: sent.awardId, text: 'I learned', fileId: null, now: NOW, actor: SYSTEM })
  expect(await told('2027-06-26')).toEqual(['award-receipts-due 7'])
  expect(await told('2027-07-11')).toEqual(['award-receipts-due 7', 'award-receipts-due 21'])
  expect(await told('2027-07-21')).toHaveLength(3)
  const [report] = await test.db.selectFrom('messages').selectAll().where('template', '=', 'award-report-due').execute()
  expect(report).toMatchObject({ subjectId: awardId, occasion: 'due' })
})

it('asks nothing of who did not come', async () => {
  const { awardId } = await givenAccepted(test.db, { needsVisa: 0 })
  await setAttended(test.db, { awardId, attended: 'no', now: NOW, actor: SYSTEM })
  expect(await told('2027-07-21')).toEqual([])
})

it('names who agreed, once decisions are out for good, until they take it back or the award is withdrawn', async () => {
  const { db } = test
  const { awardId, eventId, callId } = await givenAccepted(db)
  const names = async () => (await awardedNames(db, { eventId, now: NOW })).length
  await setPublishing(db, { awardId, isPublic: true, now: NOW, actor: SYSTEM })
  expect(await names()).toBe(0)
  const release = {
    id: newId(NOW),
    callId,
    wave: 1,
    state: 'waiting' as const,
    count: 1,
    sendAt: '2026-11-21T12:10:00.000Z',
  }
  const by = { createdBy: null, createdAt: NOW, undoneBy: null, undoneAt: null }
  await db
    .insertInto('decisionReleases')
    .values({ ...release, ...by })
    .execute()
  expect(await names()).toBe(0)
  await db.updateTable('decisionReleases').set({ sendAt: NOW }).where('id', '=', release.id).execute()
  expect(await names()).toBe(1)
  const before = await versionOf(eventId)
  await setPublishing(db, { awardId, isPublic: false, now: NOW, actor: SYSTEM })
  expect(await names()).toBe(0)
  expect(await versionOf(eventId)).toBe(before + 1)
  await setPublishing(db, { awardId, isPublic: true, now: NOW, actor: SYSTEM })
  await transact(db, (db) => endAward(db, { awardId, to: 'withdrawn', now: NOW, actor: SYSTEM }))
  expect(await names()).toBe(0)
})

async function versionOf(eventId: string): Promise<number> {
  return (await test.db.selectFrom('events').select('version').where('id', '=', eventId).executeTakeFirstOrThrow())
    .version
}
