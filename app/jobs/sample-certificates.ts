import type { SampleCourse } from '#app/participants/samples/find-sample-course.server.ts'
import type { TunisCourse } from '#db/seeds/samples/tunis/tunis-course.ts'

/** What is certified, with the ids of people in place of their addresses. */
export function certificatesOf(
  { certificates }: TunisCourse,
  { event, organizer, seats }: SampleCourse & { organizer: string },
) {
  const idOf = (email: string) => ({ registrationId: seats.get(email)! })
  const names = certificates.names.map(({ email, ...name }) => ({ ...name, ...idOf(email) }))
  return {
    eventId: event.id,
    accountId: organizer,
    issuedAt: certificates.issuedAt,
    names: {
      askedAt: certificates.askedAt,
      before: names.filter(({ isBefore }) => isBefore),
      after: names.filter(({ isBefore }) => !isBefore),
    },
    reissued: certificates.reissued.map(({ email, at }) => ({ ...idOf(email), reason: 'The name was put right.', at })),
    revoked: certificates.revoked.map(({ email, ...one }) => ({ ...idOf(email), ...one })),
  }
}
