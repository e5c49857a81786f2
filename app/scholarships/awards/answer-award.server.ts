import type { Kysely } from 'kysely'
import { findAwardRow, moveAward, sharesOfAward } from './award-rows.server.ts'
import { agreesToPublish, publishName } from './publish-name.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { moveMoney } from '#app/scholarships/funds/move-money.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused } from '#app/values/refusal.ts'
import type { ComponentKind, Database } from '#db/schema.ts'

/**
 * Takes the named components of an offered award and leaves the others; the money of those is free at once. Who takes
 * none of it has declined the award. In the caller's transaction.
 * @throws Refused `award-moved` when it is not offered (any more), `component-unknown` for one that it does not have.
 */
export async function answerAward(
  db: Kysely<Database>,
  { awardId, accepted, now, actor }: { awardId: string; accepted: ComponentKind[]; now: Instant; actor: Actor },
): Promise<void> {
  const to = accepted.length > 0 ? 'accepted' : 'declined'
  await moveAward(db, { awardId, from: ['offered'], to, now })
  const components = await db
    .selectFrom('awardComponents')
    .select(['id', 'kind'])
    .where('awardId', '=', awardId)
    .execute()
  if (accepted.some((kind) => !components.some((component) => component.kind === kind)))
    throw new Refused({ code: 'component-unknown' })
  const shares = await sharesOfAward(db, awardId)
  const isTaken = ({ kind }: { kind: ComponentKind }) => accepted.includes(kind)
  await moveMoney(
    db,
    shares.map((share) => ({
      fundId: share.fundId,
      offeredMinor: -share.amountMinor,
      committedMinor: isTaken(share) ? share.amountMinor : 0,
    })),
    now,
  )
  for (const [state, own] of [
    ['accepted', components.filter(isTaken)],
    ['declined', components.filter((component) => !isTaken(component))],
  ] as const)
    if (own.length > 0)
      await db
        .updateTable('awardComponents')
        .set({ state, answeredAt: now })
        .where(
          'id',
          'in',
          own.map(({ id }) => id),
        )
        .execute()
  const { eventId, applicationId } = await findAwardRow(db, awardId)
  if (to === 'accepted' && (await agreesToPublish(db, applicationId)))
    await publishName(db, { awardId, eventId, isPublic: true, now })
  const entry = { actor, action: `award.${to}`, objectKind: 'award', objectId: awardId, eventId }
  await recordAudit(db, now, [{ ...entry, after: { components: accepted } }])
}
