import { certificatesOf } from './sample-certificates.ts'
import { draftSampleMessage } from '#app/broadcasts/teaching/draft-sample-message.server.ts'
import { markSampleCourse, planSampleAttendance } from '#app/attendance/samples/mark-sample-course.server.ts'
import { certifySampleCourse } from '#app/certificates/samples/certify-sample-course.server.ts'
import { saveSampleRule } from '#app/certificates/samples/save-sample-rule.server.ts'
import { withdrawMails } from '#app/mail/withdraw-mails.server.ts'
import { findSampleCourse, type SampleCourse } from '#app/participants/samples/find-sample-course.server.ts'
import { freezeSampleRoster } from '#app/participants/samples/freeze-sample-roster.server.ts'
import { giveSampleList } from '#app/participants/samples/give-sample-list.server.ts'
import { seatSampleLabs } from '#app/participants/samples/seat-sample-labs.server.ts'
import { followRoster } from '#app/participants/rosters/follow-roster.server.ts'
import { seedSampleInstructors } from '#app/people/seed-sample-instructors.server.ts'
import { addSampleMaterials } from '#app/programme/sessions/add-sample-materials.server.ts'
import { placeSampleSeats } from '#app/registrations/place-sample-seats.server.ts'
import type { Services } from '#app/services.server.ts'
import { askSampleSurveys } from '#app/surveys/samples/ask-sample-surveys.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { accept, type Result } from '#app/values/refusal.ts'
import type { TunisCourse } from '#db/seeds/samples/tunis/tunis-course.ts'

type Found = SampleCourse & { organizer: string }

/** The workshop that is over, from its list to its certificates, as it would have gone. Twice is as good as once. */
export async function seedSampleCourse(
  { db, config }: Pick<Services, 'db' | 'config'>,
  now: Instant,
): Promise<Result<unknown>> {
  const { tunisCourse } = await import('#db/seeds/samples/tunis/tunis-course.ts')
  const course = tunisCourse(now)
  const placed = await placeSampleSeats(db, { seats: course.seats.early, now: course.seats.earlyAt })
  if (!placed.ok) return placed
  const early = await findIn(db, course)
  const steps = [
    () => seedTeam(db, course, early),
    () => seedRoster(db, course, early),
    () => seedWork(db, course, now),
    async () => certifySampleCourse(db, config, certificatesOf(course, await findIn(db, course))),
  ]
  for (const step of steps) {
    const done = await step()
    if (!done.ok) return done
  }
  await withdrawMails(db, { eventId: early.event.id })
  return accept(undefined)
}

async function findIn(db: Services['db'], { slug }: TunisCourse): Promise<Found> {
  const found = (await findSampleCourse(db, slug))!
  return { ...found, organizer: found.accounts.get('organizer@plenary.example')! }
}

async function seedTeam(db: Services['db'], { instructors, roster }: TunisCourse, { event, tracks }: Found) {
  return await seedSampleInstructors(db, {
    eventId: event.id,
    instructors: instructors.map(({ track, ...person }) => ({ ...person, trackId: track ? tracks.get(track)! : '' })),
    now: roster.decidedAt,
  })
}

/** Somebody comes after the list was frozen, as well as somebody leaves. */
async function seedRoster(db: Services['db'], { roster, seats }: TunisCourse, { event, organizer, seats: ids }: Found) {
  const { left, followedAt, ...moments } = roster
  const frozen = await freezeSampleRoster(db, {
    ...moments,
    eventId: event.id,
    accountId: organizer,
    left: { registrationIds: left.emails.map((email) => ids.get(email)!), at: left.at },
  })
  if (!frozen.ok) return frozen
  const late = await placeSampleSeats(db, { seats: seats.late, now: seats.lateAt })
  if (!late.ok) return late
  await followRoster(db, { eventId: event.id, frozenAt: roster.frozenAt, now: followedAt })
  return late
}

/** Labs, surveys, attendance and materials, and who is to get a certificate. */
async function seedWork(db: Services['db'], course: TunisCourse, now: Instant): Promise<Result<unknown>> {
  const { event, tracks, sessions, seats, accounts, organizer } = await findIn(db, course)
  const { labs, surveys, attendance, certificates, materials, message } = course
  const [eventId, actor] = [event.id, { kind: 'account' as const, id: organizer }]
  const own = { eventId, accountId: organizer }
  const instructor = accounts.get('instructor@plenary.example')!
  const steps = [
    () =>
      seatSampleLabs(db, {
        ...own,
        labs: labs.rooms.map(({ track, ...lab }) => ({ ...lab, trackId: tracks.get(track)! })),
        now: labs.at,
      }),
    () =>
      askSampleSurveys(db, {
        eventId,
        actor,
        surveys: surveys.map(({ answered, ...survey }) => ({
          ...survey,
          answered: answered.map(({ email, ...answer }) => ({ ...answer, registrationId: seats.get(email)! })),
        })),
      }),
    () => planSampleAttendance(db, { ...own, unit: 'half-day', now: attendance.planAt }),
    () =>
      markSampleCourse(db, {
        event,
        taken: attendance.taken.map(({ by, marks, ...lot }) => ({
          ...lot,
          accountId: accounts.get(by)!,
          marks: marks.map(({ email, ...mark }) => ({ ...mark, registrationId: seats.get(email)! })),
        })),
      }),
    () =>
      saveSampleRule(db, {
        ...certificates,
        eventId,
        actor,
        signatories: certificates.signatories.map(({ track, ...one }) => ({
          ...one,
          trackId: track === '' ? '' : tracks.get(track)!,
        })),
        now: certificates.ruleAt,
      }),
    () =>
      addSampleMaterials(db, {
        eventId,
        actor,
        materials: materials.map(({ session, path, ...material }) => ({
          ...material,
          sessionId: sessions.get(session)!,
          url: `https://materials.plenary.example/${path}`,
        })),
        now: attendance.planAt,
      }),
    () => draftSampleMessage(db, { ...message, eventId, accountId: instructor, now: message.at }),
    () => giveSampleList(db, { eventId, accountId: instructor, note: 'The host’s lab technicians', now }),
  ]
  for (const step of steps) {
    const done = await step()
    if (!done.ok) return done
  }
  return accept(undefined)
}
