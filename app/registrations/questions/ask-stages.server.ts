import type { Kysely } from 'kysely'
import { type Asked, unwritten, withStanding } from './waiting-answers.server.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database, QuestionStage } from '#db/schema.ts'

/**
 * Writes to everybody who has a seat when a stage after registering opens (`questions-open`), and once more at the
 * stage's reminder to those who have not answered all that they must (`questions-reminder`). A mail about a stage is
 * stored once for ever, so any number of workers may run this, and whoever is confirmed later is written to then.
 */
export async function askStages(
  db: Kysely<Database>,
  { now }: { now: Instant },
): Promise<{ opened: number; reminded: number }> {
  const done = { opened: 0, reminded: 0 }
  for (const { eventId, stage, opensAt, remindAt } of await runningStages(db, now)) {
    if (stage !== 'registering' && (opensAt === null || opensAt <= now)) {
      done.opened += await writeTo(db, {
        eventId,
        stage,
        template: 'questions-open',
        confirmedUntil: now,
        isFor: ({ isAsked }) => isAsked,
        now,
      })
    }
    if (remindAt !== null && remindAt <= now) {
      done.reminded += await writeTo(db, {
        eventId,
        stage,
        template: 'questions-reminder',
        confirmedUntil: remindAt,
        isFor: ({ isAsked, isComplete }) => isAsked && !isComplete,
        now,
      })
    }
  }
  return done
}

/** The stages with questions of events to come that are not closed. */
async function runningStages(db: Kysely<Database>, now: Instant) {
  return await db
    .selectFrom('events')
    .innerJoin('questions', 'questions.eventId', 'events.id')
    .leftJoin('questionStages', (join) =>
      join.onRef('questionStages.eventId', '=', 'events.id').onRef('questionStages.stage', '=', 'questions.stage'),
    )
    .select([
      'events.id as eventId',
      'questions.stage',
      'questionStages.opensAt',
      'questionStages.remindAt',
      'questionStages.deadlineAt',
    ])
    .distinct()
    .where('events.status', '=', 'published')
    .where('events.endsAt', '>', now)
    .where('questions.isRetired', '=', 0)
    .where((row) => row.or([row('questionStages.deadlineAt', 'is', null), row('questionStages.deadlineAt', '>', now)]))
    .where((row) => row.or([row('questions.stage', '<>', 'registering'), row('questionStages.remindAt', '<=', now)]))
    .execute()
}

async function writeTo(
  db: Kysely<Database>,
  wanted: {
    eventId: string
    stage: QuestionStage
    template: 'questions-open' | 'questions-reminder'
    confirmedUntil: Instant
    isFor: (seat: Asked) => boolean
    now: Instant
  },
): Promise<number> {
  const { eventId, stage, template, isFor, now } = wanted
  let written = 0
  for (let after = ''; ;) {
    const seats = await unwritten(db, { ...wanted, after })
    const last = seats.at(-1)
    if (!last) return written
    after = last.registrationId
    const chosen = (await withStanding(db, { eventId, stage, seats })).filter(isFor)
    const messages = chosen.map(({ registrationId, fullName, email, language }) => ({
      template,
      subjectId: registrationId,
      recipient: { email, name: fullName },
      language,
      occasion: stage,
      eventId,
      props: { stage },
    }))
    await enqueueMessages(db, messages, now)
    written += messages.length
  }
}
