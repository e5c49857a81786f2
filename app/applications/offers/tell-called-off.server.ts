import type { Kysely } from 'kysely'
import { tellApplicants } from './tell-applicant.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** What is called off: a call, or the event that it is for. */
type CalledOff = { callId: string } | { eventId: string }

/**
 * Tells everybody who still waits to hear something that it is called off, and those besides whose offers `ended` with
 * it. In the transaction of that. Returns how many are told.
 */
export async function tellCalledOff(
  db: Kysely<Database>,
  { ended, now, ...what }: CalledOff & { ended: string[]; now: Instant },
): Promise<number> {
  const hadOffer = new Set(ended)
  const ids = [...new Set([...ended, ...(await stillWaiting(db, what, now))])]
  const why = 'callId' in what ? 'call' : 'event'
  const news = ids.map((applicationId) => ({
    template: 'admission-cancelled' as const,
    applicationId,
    occasion: `${why} ${now}`,
    props: { why, hadOffer: hadOffer.has(applicationId) ? 1 : 0 },
  }))
  await tellApplicants(db, news, now)
  return news.length
}

/** How many open offers would end if a call were called off now, and how many people would be told. */
export async function calledOffFigures(
  db: Kysely<Database>,
  { callId, now }: { callId: string; now: Instant },
): Promise<{ offers: number; told: number }> {
  const { count } = await db
    .selectFrom('callOffers')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('callId', '=', callId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  return { offers: Number(count), told: (await stillWaiting(db, { callId }, now)).length }
}

/** Those who sent something in, but for who has a place and who was told already that there is none. */
async function stillWaiting(db: Kysely<Database>, what: CalledOff, now: Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('applications')
    .leftJoin('decisions', 'decisions.applicationId', 'applications.id')
    .leftJoin('decisionReleases as release', 'release.id', 'decisions.releaseId')
    .select('applications.id')
    .where((row) =>
      'callId' in what ? row('applications.callId', '=', what.callId) : row('applications.eventId', '=', what.eventId),
    )
    .where('applications.state', '=', 'submitted')
    .where((row) =>
      row.or([
        row('decisions.kind', 'is', null),
        row('decisions.kind', '<>', 'decline'),
        row('release.sendAt', 'is', null),
        row('release.sendAt', '>', now),
      ]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('callOffers')
            .select('callOffers.id')
            .whereRef('callOffers.applicationId', '=', 'applications.id')
            .where('callOffers.state', '=', 'accepted'),
        ),
      ),
    )
    .orderBy('applications.number')
    .execute()
  return rows.map(({ id }) => id)
}
