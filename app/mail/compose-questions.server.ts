import type { Composer } from './composer.server.ts'
import { mailEvent } from './mail-event.server.ts'
import { mailSeat } from './mail-seat.server.ts'
import { addressOf } from './mail-site.ts'
import type { QuestionStage } from '#db/schema.ts'
import { questions } from '#emails/questions.ts'

/** `props.stage` says which stage; after its deadline there is nothing left to answer. */
export const composeQuestions: Composer = async (db, site, { subjectId, language, template, props }, now) => {
  const { stage } = JSON.parse(props) as { stage: QuestionStage }
  const seat = await mailSeat(db, subjectId)
  if (!seat) return { withdrawn: 'gone' }
  if (seat.state !== 'confirmed') return { withdrawn: 'outdated' }
  const event = await mailEvent(db, site, seat.eventId, language)
  if (!event) return { withdrawn: 'gone' }
  const times = await db
    .selectFrom('events')
    .leftJoin('questionStages', (join) =>
      join.onRef('questionStages.eventId', '=', 'events.id').on('questionStages.stage', '=', stage),
    )
    .select(['events.endsAt', 'questionStages.deadlineAt'])
    .where('events.id', '=', seat.eventId)
    .executeTakeFirstOrThrow()
  const until = times.deadlineAt ?? times.endsAt
  if (event.status === 'cancelled' || until <= now) return { withdrawn: 'outdated' }
  const key = new URLSearchParams({ key: site.seatKey(seat) })
  return {
    letter: questions({
      language,
      event,
      personName: seat.fullName,
      url: addressOf(site, language, `/registrations/${seat.code}/questions/${stage}?${key}`),
      until,
      isReminder: template === 'questions-reminder',
    }),
    replyTo: event.contactEmail,
  }
}
