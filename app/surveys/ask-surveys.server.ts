import type { Kysely } from 'kysely'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import { addSeconds, type Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

const DAY = 24 * 3600

/** Who has not answered is reminded so long before the end, where the survey is open long enough for it. */
const [REMIND_BEFORE, OPEN_AT_LEAST] = [2 * DAY, 5 * DAY]

const AT_ONCE = 200

interface Running {
  id: string
  eventId: string
  trackId: string | null
}

/**
 * Writes to everybody with a confirmed seat when a survey opens (`survey-open`), and once more to those who have not
 * answered (`survey-reminder`). A mail about a survey is stored once for ever, so any number of workers may run this, and
 * whoever is confirmed later is written to then. Daily surveys are announced in the room, not by mail.
 */
export async function askSurveys(
  db: Kysely<Database>,
  { now }: { now: Instant },
): Promise<{ opened: number; reminded: number }> {
  const done = { opened: 0, reminded: 0 }
  for (const { opensAt, closesAt, ...survey } of await runningSurveys(db, now)) {
    done.opened += await writeTo(db, { survey, template: 'survey-open', confirmedUntil: now, now })
    const remindAt = addSeconds(closesAt!, -REMIND_BEFORE)
    if (remindAt > now || addSeconds(opensAt!, OPEN_AT_LEAST) > closesAt!) continue
    done.reminded += await writeTo(db, { survey, template: 'survey-reminder', confirmedUntil: remindAt, now })
  }
  return done
}

async function runningSurveys(db: Kysely<Database>, now: Instant) {
  return await db
    .selectFrom('surveys')
    .innerJoin('events', 'events.id', 'surveys.eventId')
    .select(['surveys.id', 'surveys.eventId', 'surveys.trackId', 'surveys.opensAt', 'surveys.closesAt'])
    .where('surveys.status', '=', 'ready')
    .where('surveys.kind', '<>', 'daily')
    .where('surveys.opensAt', '<=', now)
    .where('surveys.closesAt', '>', now)
    .where('events.status', '=', 'published')
    .execute()
}

async function writeTo(
  db: Kysely<Database>,
  wanted: { survey: Running; template: 'survey-open' | 'survey-reminder'; confirmedUntil: Instant; now: Instant },
): Promise<number> {
  const { survey, template, now } = wanted
  let written = 0
  for (let after = ''; ;) {
    const seats = await unwritten(db, { ...wanted, after })
    const last = seats.at(-1)
    if (!last) return written
    after = last.id
    const messages = seats
      .filter(({ isAnswered }) => isAnswered === null)
      .map(({ id, fullName, email, language }) => ({
        template,
        subjectId: id,
        recipient: { email: email!, name: fullName },
        language,
        occasion: survey.id,
        eventId: survey.eventId,
        props: { surveyId: survey.id },
      }))
    await enqueueMessages(db, messages, now)
    written += messages.length
  }
}

/** Seats that a survey is asked of and that were never written to about it, in pages by id. */
async function unwritten(
  db: Kysely<Database>,
  {
    survey,
    template,
    confirmedUntil,
    after,
  }: { survey: Running; template: string; confirmedUntil: Instant; after: string },
) {
  return await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('orders', 'orders.id', 'registrations.orderId')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .leftJoin('messages', (join) =>
      join
        .onRef('messages.subjectId', '=', 'registrations.id')
        .on('messages.template', '=', template)
        .on('messages.occasion', '=', survey.id),
    )
    .leftJoin('surveyTurnouts', (join) =>
      join
        .onRef('surveyTurnouts.registrationId', '=', 'registrations.id')
        .on('surveyTurnouts.surveyId', '=', survey.id)
        .on('surveyTurnouts.heldOn', '=', ''),
    )
    .select(['registrations.id', 'people.fullName', 'people.email', 'orders.language'])
    .select('surveyTurnouts.registrationId as isAnswered')
    .where('registrations.eventId', '=', survey.eventId)
    .where('registrations.state', '=', 'confirmed')
    .where('registrations.mainRegistrationId', 'is', null)
    .where('registrations.confirmedAt', '<=', confirmedUntil)
    .where('registrations.id', '>', after)
    .$if(survey.trackId !== null, (query) =>
      query.where(({ fn, eb }) =>
        eb(fn.coalesce('registrations.trackId', 'ticketTypes.trackId'), '=', survey.trackId!),
      ),
    )
    .where('people.email', 'is not', null)
    .where('messages.id', 'is', null)
    .orderBy('registrations.id')
    .limit(AT_ONCE)
    .execute()
}
