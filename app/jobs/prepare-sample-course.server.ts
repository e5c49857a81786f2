import { planSampleAttendance } from '#app/attendance/samples/mark-sample-course.server.ts'
import { saveSampleRule } from '#app/certificates/samples/save-sample-rule.server.ts'
import { findSampleCourse } from '#app/participants/samples/find-sample-course.server.ts'
import { seatSampleLabs } from '#app/participants/samples/seat-sample-labs.server.ts'
import type { Services } from '#app/services.server.ts'
import { askSampleSurveys } from '#app/surveys/samples/ask-sample-surveys.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { accept, type Result } from '#app/values/refusal.ts'

/** What is ready for the workshop that is ahead, months before it. Twice is as good as once. */
export async function prepareSampleCourse(db: Services['db'], now: Instant): Promise<Result<unknown>> {
  const { ntwTeaching } = await import('#db/seeds/samples/ntw-teaching.ts')
  const { slug, surveys, certificates, lab } = ntwTeaching(now)
  const found = await findSampleCourse(db, slug)
  const accountId = found?.accounts.get('organizer@plenary.example')
  if (!found || accountId === undefined) return accept(undefined)
  const eventId = found.event.id
  const actor = { kind: 'account' as const, id: accountId }
  const own = { eventId, accountId, now }
  const signatories = certificates.signatories.map((one) => ({ ...one, trackId: '' }))
  const steps = [
    () => askSampleSurveys(db, { eventId, actor, surveys: surveys.map((one) => ({ ...one, at: now, answered: [] })) }),
    () => planSampleAttendance(db, { ...own, unit: 'half-day' }),
    () => saveSampleRule(db, { eventId, actor, now, ...certificates, signatories }),
    () => seatSampleLabs(db, { ...own, labs: [{ ...lab, trackId: found.tracks.get(lab.track)! }] }),
  ]
  for (const step of steps) {
    const done = await step()
    if (!done.ok) return done
  }
  return accept(undefined)
}
