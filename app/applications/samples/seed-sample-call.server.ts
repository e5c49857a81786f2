import type { Kysely } from 'kysely'
import { addSampleReviewers } from './add-sample-reviewers.server.ts'
import type { SampleApplicant, SampleMix } from './sample-applicant.ts'
import { storeSampleApplications } from './store-sample-applications.server.ts'
import { storeSampleReviews } from './store-sample-reviews.server.ts'
import type { Call } from '../calls/call.ts'
import { readCall } from '../calls/read-call.server.ts'
import type { CallPlan } from '../plan/call-plan.ts'
import { importCall } from '../plan/import-call.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { accept, type Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

export interface SampleCall {
  /** The slug of its event. */
  event: string
  plan: CallPlan
  seed: string
  mix: SampleMix
  reviewers: { fullName: string; email: string }[]
  /** How many read each application; none: they are not read yet. */
  each: number
  done: number
  comments: string[]
  applicantsOf: (call: Call) => SampleApplicant[]
}

/**
 * Makes a call of the demonstration with its applications and reviews, all at once; again and again without effect, for
 * a call that is there stays as it is. Refused with what its plan was refused with.
 */
export async function seedSampleCall(
  db: Kysely<Database>,
  { event, plan, seed, mix, reviewers, each, done, comments, applicantsOf, now }: SampleCall & { now: Instant },
): Promise<Result<void>> {
  const found = await db.selectFrom('events').select('id').where('slug', '=', event).executeTakeFirst()
  if (!found) return accept(undefined)
  const made = await transact<void, string>(db, async (db) => {
    const imported = await importCall(db, { eventId: found.id, plan, now })
    const call = imported.ok ? await readCall(db, { callId: imported.value, language: 'en' }) : null
    if (!call) return
    const applicants = applicantsOf(call)
    const applications = await storeSampleApplications(db, { call, applicants, mix, seed, now })
    if (each === 0) return
    const accounts = await addSampleReviewers(db, { call, reviewers, now })
    await storeSampleReviews(db, { call, applications, reviewers: accounts, each, done, comments, seed, now })
  })
  const isThere = !made.ok && made.refusals.every(({ code }) => code === 'call-slug-taken')
  return isThere ? accept(undefined) : made
}
