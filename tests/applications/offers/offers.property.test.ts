import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aCall, broken, ORGANIZER, taking } from './a-call.ts'
import { withdrawApplication } from '#app/applications/applying/withdraw-application.server.ts'
import { decide } from '#app/applications/decisions/decide.server.ts'
import { finishReleases } from '#app/applications/decisions/finish-release.server.ts'
import { moveReserve } from '#app/applications/decisions/move-reserve.server.ts'
import { releaseDecisions } from '#app/applications/decisions/release-decisions.server.ts'
import { undoRelease } from '#app/applications/decisions/undo-release.server.ts'
import { acceptOffer } from '#app/applications/offers/accept-offer.server.ts'
import { declineOffer } from '#app/applications/offers/decline-offer.server.ts'
import { freeLostAwards } from '#app/applications/offers/free-lost-awards.server.ts'
import { lapseCallOffers } from '#app/applications/offers/lapse-call-offers.server.ts'
import { promoteByRule } from '#app/applications/offers/promote-next.server.ts'
import { promote } from '#app/applications/offers/promote.server.ts'
import { withdrawOffer } from '#app/applications/offers/withdraw-offer.server.ts'
import { cancelRegistrations } from '#app/registrations/seats/cancel-registrations.server.ts'
import { addMinutes } from '#app/values/moment.ts'
import { NOW, testServices } from '#tests/support/app.ts'

const PEOPLE = 7
const SEATS = 3

type Step =
  | { do: 'decide'; who: number; kind: 'accept' | 'reserve' | 'decline'; hasAward: boolean }
  | { do: 'accept' | 'decline' | 'take-back' | 'leave' | 'promote' | 'move' | 'give-up'; who: number }
  | { do: 'release' | 'undo' | 'jobs' }
  | { do: 'wait'; minutes: number }
  | { do: 'budget'; times: number }

const who = fc.nat(PEOPLE - 1)
const single: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      who,
      kind: fc.constantFrom('accept' as const, 'accept' as const, 'reserve' as const, 'decline' as const),
      hasAward: fc.boolean(),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'accept' as const,
        'accept' as const,
        'decline' as const,
        'take-back' as const,
        'leave' as const,
        'promote' as const,
        'move' as const,
        'give-up' as const,
      ),
      who,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('release' as const, 'release' as const, 'undo' as const, 'jobs' as const),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(5, 11, 1500) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('budget' as const), times: fc.nat(4) }) },
)

/** What several people and jobs do at the same moment. */
const together = fc.array(single, { minLength: 1, maxLength: 4 })

async function world(given: Awaited<ReturnType<typeof testServices>>) {
  const { db } = given
  const call = await aCall(given, PEOPLE, { promotion: 'by-rule', waves: [], offerHours: 24 })
  await db.updateTable('quotas').set({ size: SEATS }).where('eventId', '=', call.event.id).execute()
  const packageId = call.packages.find(({ code }) => code === 'full')!.id
  const components = await db
    .selectFrom('awardPackageComponents')
    .select('amountMinor')
    .where('packageId', '=', packageId)
    .execute()
  const cost = components.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  await db.deleteFrom('fundConditions').execute()
  await db.updateTable('funds').set({ budgetMinor: 0 }).execute()
  const { id: fundId } = await db.selectFrom('funds').select('id').limit(1).executeTakeFirstOrThrow()
  await db
    .updateTable('funds')
    .set({ budgetMinor: cost * 2 })
    .where('id', '=', fundId)
    .execute()
  return { db, call, packageId, cost, fundId, now: NOW }
}

type World = Awaited<ReturnType<typeof world>>

async function run(step: Step, at: World): Promise<void> {
  const { db, call, now } = at
  const { callId } = call
  const applicationId = 'who' in step ? call.ids[step.who]! : ''
  const given = { now, actor: ORGANIZER }
  const offer = applicationId
    ? await db.selectFrom('callOffers').selectAll().where('activeKey', '=', applicationId).executeTakeFirst()
    : undefined
  switch (step.do) {
    case 'decide': {
      const one = {
        applicationId,
        kind: step.kind,
        choiceId: call.choice.id,
        packageId: step.hasAward ? at.packageId : null,
      }
      await decide(db, { callId, decisions: [one], ...given })
      return
    }
    case 'accept': {
      if (!offer) return
      const awards = await db
        .selectFrom('awardComponents')
        .select('kind')
        .where('awardId', '=', offer.awardId)
        .execute()
      const components = awards.map(({ kind }) => kind).slice(step.who % 2)
      await Promise.all([1, 2].map(() => acceptOffer(db, { ...taking(offer.id, now), components })))
      return
    }
    case 'decline':
      if (offer) await declineOffer(db, { offerId: offer.id, reason: '', ...given })
      return
    case 'take-back':
      if (offer) await withdrawOffer(db, { callId, offerId: offer.id, reason: '', ...given })
      return
    case 'leave':
      await withdrawApplication(db, { applicationId, ...given })
      return
    case 'promote':
      await promote(db, { callId, applicationId, choiceId: call.choice.id, reason: '', ...given })
      return
    case 'move':
      await moveReserve(db, { callId, applicationId, by: -1, ...given })
      return
    case 'give-up': {
      const seats = await db
        .selectFrom('registrations')
        .select('id')
        .where('orderId', '=', offer?.orderId ?? '')
        .execute()
      await cancelRegistrations(db, { registrationIds: seats.map(({ id }) => id), reason: 'test', ...given })
      return
    }
    case 'release':
      await releaseDecisions(db, { callId, ...given })
      return
    case 'undo': {
      const waiting = await db.selectFrom('decisionReleases').select('id').where('state', '=', 'waiting').execute()
      for (const { id } of waiting) await undoRelease(db, { callId, releaseId: id, ...given })
      return
    }
    case 'budget':
      await db
        .updateTable('funds')
        .set({ budgetMinor: at.cost * step.times })
        .where('id', '=', at.fundId)
        .where((row) => row(row('offeredMinor', '+', row.ref('committedMinor')), '<=', at.cost * step.times))
        .execute()
      return
    case 'jobs':
      await finishReleases(db, { now })
      await lapseCallOffers(db, { now })
      await freeLostAwards(db, { now })
      await promoteByRule(db, { now })
      return
    case 'wait':
      at.now = addMinutes(now, step.minutes)
  }
}

test('whatever is decided, released, undone, answered, lapsed, promoted and withdrawn at once, nothing is held twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(together, { minLength: 4, maxLength: 14 }), async (rounds) => {
      const given = await testServices()
      try {
        const at = await world(given)
        for (const steps of rounds) await Promise.all(steps.map((step) => run(step, at)))
        expect(await broken(given.db)).toEqual([])
        const quotas = await given.db.selectFrom('quotas').select(['taken', 'size']).execute()
        for (const { taken, size } of quotas) expect(taken).toBeLessThanOrEqual(size)
        const doubled = await given.db
          .selectFrom('registrations')
          .select('personId')
          .where('state', 'in', ['held', 'confirmed'])
          .execute()
        expect(new Set(doubled.map(({ personId }) => personId)).size).toBe(doubled.length)
      } finally {
        await given.close()
      }
    }),
    { numRuns: 12, seed: 2027 },
  )
}, 180_000)
