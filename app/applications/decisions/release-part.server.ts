import type { Kysely, Selectable } from 'kysely'
import { makeOffers } from '../offers/make-offer.server.ts'
import { answerTime } from '../offers/answer-time.ts'
import { offerFigures } from '../offers/offer-figures.server.ts'
import { isOffering, readOffering } from '../offers/offering.server.ts'
import { type AdmissionNews, tellApplicants } from '../offers/tell-applicant.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database, DecisionReleasesTable, DecisionsTable } from '#db/schema.ts'

/** Decisions of one transaction; it holds the quotas and the funds for so long. */
const PART = 200

/**
 * Releases the next decisions of a release: offers hold what they promise, and the mails are stored with them. One that
 * has no seat or no money any more falls out of the release and says why; the others go on. With the release and the
 * call locked. Returns how many it looked at.
 */
export async function releasePart(
  db: Kysely<Database>,
  { release, now }: { release: Selectable<DecisionReleasesTable>; now: Instant },
): Promise<number> {
  const decisions = await db
    .selectFrom('decisions')
    .innerJoin('applications', 'applications.id', 'decisions.applicationId')
    .selectAll('decisions')
    .select(['applications.state', 'applications.eventId'])
    .where('decisions.releaseId', '=', release.id)
    .where('decisions.releasedAt', 'is', null)
    .orderBy('applications.number')
    .orderBy('decisions.applicationId')
    .limit(PART)
    .execute()
  if (decisions.length === 0) return 0
  const behind = new Map<string, string>()
  for (const { applicationId, state } of decisions)
    if (state !== 'submitted') behind.set(applicationId, 'not-decidable')
  const offers = await offerAll(db, { release, decisions, behind, now })
  const done = decisions.filter(({ applicationId }) => !behind.has(applicationId))
  await mark(db, { release, done, behind, now })
  await tellApplicants(db, [...offers, ...done.flatMap((one) => newsOf(one, release))], now)
  const actor = whoReleased(release)
  await recordAudit(
    db,
    now,
    done.map(({ applicationId, eventId, kind }) => ({
      actor,
      action: 'decision.released',
      objectKind: 'decision',
      objectId: applicationId,
      eventId,
      after: { kind, releaseId: release.id },
    })),
  )
  return decisions.length
}

interface Part {
  release: Selectable<DecisionReleasesTable>
  decisions: Selectable<DecisionsTable>[]
  behind: Map<string, string>
  now: Instant
}

/** Returns the mails of the offers that could be made. */
async function offerAll(db: Kysely<Database>, { release, decisions, behind, now }: Part): Promise<AdmissionNews[]> {
  const accepted = decisions.filter(({ kind, applicationId }) => kind === 'accept' && !behind.has(applicationId))
  if (accepted.length === 0) return []
  const offering = (await readOffering(db, release.callId))!
  const time = isOffering(offering) ? answerTime(offering, offering, release.createdAt) : null
  if (time === null) {
    for (const { applicationId } of accepted) behind.set(applicationId, 'offers-over')
    return []
  }
  const terms = { offering, ...time, releaseId: release.id, now, actor: whoReleased(release) }
  for (const [applicationId, why] of await makeOffers(db, accepted, terms)) behind.set(applicationId, why)
  const made = accepted.filter(({ applicationId }) => !behind.has(applicationId))
  const figures = await offerFigures(db, { offering, wanted: made, now })
  return made.map(({ applicationId }) => ({
    template: 'admission-offer',
    applicationId,
    occasion: release.id,
    props: { untilAt: time.untilAt, ...figures.get(applicationId) },
    dueAt: release.sendAt,
  }))
}

function whoReleased({ createdBy }: Pick<DecisionReleasesTable, 'createdBy'>): Actor {
  return createdBy === null ? { kind: 'system' } : { kind: 'account', id: createdBy }
}

async function mark(
  db: Kysely<Database>,
  { release, done, behind, now }: Omit<Part, 'decisions'> & { done: { applicationId: string }[] },
): Promise<void> {
  if (done.length > 0) {
    const ids = done.map(({ applicationId }) => applicationId)
    await db.updateTable('decisions').set({ releasedAt: now }).where('applicationId', 'in', ids).execute()
    await db
      .updateTable('decisionReleases')
      .set((row) => ({ count: row('count', '+', done.length) }))
      .where('id', '=', release.id)
      .execute()
  }
  for (const [refusal, own] of Map.groupBy(behind, ([, why]) => why))
    await db
      .updateTable('decisions')
      .set({ releaseId: null, refusal })
      .where(
        'applicationId',
        'in',
        own.map(([applicationId]) => applicationId),
      )
      .execute()
}

function newsOf(
  { applicationId, kind }: Pick<DecisionsTable, 'applicationId' | 'kind'>,
  { id, sendAt }: Pick<DecisionReleasesTable, 'id' | 'sendAt'>,
): AdmissionNews[] {
  if (kind === 'accept') return []
  const template = kind === 'reserve' ? 'admission-reserve' : 'admission-declined'
  return [{ template, applicationId, occasion: id, dueAt: sendAt }]
}
