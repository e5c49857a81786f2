import type { Composer } from './composer.server.ts'
import { mailEvent } from './mail-event.server.ts'
import { mailSeat } from './mail-seat.server.ts'
import { addressOf } from './mail-site.ts'
import { inLanguage } from '#app/values/in-language.ts'
import { survey } from '#emails/survey.ts'

/** `props.surveyId` says which; after it closed, or once it was answered, there is nothing left to ask. */
export const composeSurvey: Composer = async (db, site, { subjectId, language, template, props }, now) => {
  const { surveyId } = JSON.parse(props) as { surveyId: string }
  const seat = await mailSeat(db, subjectId)
  if (!seat) return { withdrawn: 'gone' }
  if (seat.state !== 'confirmed') return { withdrawn: 'outdated' }
  const event = await mailEvent(db, site, seat.eventId, language)
  const asked = await db
    .selectFrom('surveys')
    .innerJoin('events', 'events.id', 'surveys.eventId')
    .select(['surveys.kind', 'surveys.status', 'surveys.isAnonymous', 'surveys.closesAt', 'events.language'])
    .where('surveys.id', '=', surveyId)
    .where('surveys.eventId', '=', seat.eventId)
    .executeTakeFirst()
  if (!event || !asked || asked.closesAt === null) return { withdrawn: 'gone' }
  const { kind, status, isAnonymous, closesAt } = asked
  if (event.status !== 'published' || status !== 'ready' || closesAt <= now) return { withdrawn: 'outdated' }
  const [texts, turnout] = await Promise.all([
    db.selectFrom('surveyTexts').select(['language', 'title']).where('surveyId', '=', surveyId).execute(),
    db
      .selectFrom('surveyTurnouts')
      .select('surveyId')
      .where('surveyId', '=', surveyId)
      .where('registrationId', '=', seat.id)
      .limit(1)
      .executeTakeFirst(),
  ])
  if (turnout) return { withdrawn: 'outdated' }
  const key = new URLSearchParams({ key: site.seatKey(seat) })
  return {
    letter: survey({
      language,
      event,
      personName: seat.fullName,
      kind,
      title: inLanguage(texts, language, asked.language)?.title ?? event.title,
      isAnonymous: isAnonymous === 1,
      url: addressOf(site, language, `/registrations/${seat.code}/surveys/${surveyId}?${key}`),
      until: closesAt,
      isReminder: template === 'survey-reminder',
    }),
    replyTo: event.contactEmail,
  }
}
