import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import {
  ANYBODY,
  FULL,
  givenApplicant,
  givenFund,
  givenPackage,
  SYSTEM,
  VISITOR,
} from '#tests/scholarships/given-award.ts'
import { givenReceipt } from '#tests/scholarships/given-payout.ts'
import { answerAward } from '#app/scholarships/awards/answer-award.server.ts'
import { offerAward } from '#app/scholarships/awards/offer-award.server.ts'
import { proposeAward } from '#tests/scholarships/propose-award.ts'
import { newId } from '#app/values/id.ts'
import { addMinutes } from '#app/values/moment.ts'
import { NOW } from '#tests/support/now.ts'

/** An award of a call with its fund, its package and a receipt, by the names that `app/routes.ts` gives them. */
export async function givenForeignAward(
  db: Kysely<Database>,
  { eventId, call }: { eventId: string; call: string },
): Promise<Record<string, string>> {
  const { id: callId } = await db
    .selectFrom('calls')
    .select('id')
    .where('eventId', '=', eventId)
    .where('slug', '=', call)
    .executeTakeFirstOrThrow()
  const fund = await givenFund(db, eventId, { budgetMinor: 1_000_000 })
  const pack = await givenPackage(db, callId, FULL)
  const { id: applicationId } = await givenApplicant(db, { eventId, callId }, { fullName: 'Awardee of theirs' })
  const ids = { eventId, callId, applicationId, packageId: pack }
  const award = await proposeAward(db, { ...ids, awardee: ANYBODY, now: NOW, actor: SYSTEM })
  await offerAward(db, { awardId: award, now: NOW, actor: SYSTEM })
  await answerAward(db, { awardId: award, accepted: FULL.map(({ kind }) => kind), now: NOW, actor: VISITOR })
  const payout = await givenReceipt(db, { awardId: award, amountMinor: 500 })
  const { id: receipt } = await db
    .selectFrom('payoutReceipts')
    .select('id')
    .where('payoutId', '=', payout)
    .executeTakeFirstOrThrow()
  return { fund, package: pack, award, payout, receipt, offer: await givenOffer(db, ids) }
}

/** An open offer of a place without a seat. */
async function givenOffer(
  db: Kysely<Database>,
  { eventId, callId, applicationId }: Record<'eventId' | 'callId' | 'applicationId', string>,
): Promise<string> {
  const id = newId(NOW)
  const nothing = {
    choiceId: null,
    ticketTypeId: null,
    awardId: null,
    reservationId: null,
    releaseId: null,
    remindedAt: null,
    answeredAt: null,
    orderId: null,
    reason: '',
  }
  const times = { untilAt: addMinutes(NOW, 60), createdAt: NOW, updatedAt: NOW }
  await db
    .insertInto('callOffers')
    .values({
      id,
      callId,
      applicationId,
      eventId,
      wave: 1,
      state: 'open',
      activeKey: applicationId,
      ...nothing,
      ...times,
    })
    .execute()
  return id
}
