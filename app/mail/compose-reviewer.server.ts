import type { Composer } from './composer.server.ts'
import { mailEvent } from './mail-event.server.ts'
import { addressOf } from './mail-site.ts'
import { clockOf } from '#app/values/closing-zone.ts'
import { inLanguage } from '#app/values/in-language.ts'
import { reviewerAssigned } from '#emails/reviewer-assigned.ts'

/** To a reviewer: how much waits and until when. It is about the call alone: no mail of ours names an applicant to them. */
export const composeReviewer: Composer = async (db, site, { template, subjectId, language, ...message }) => {
  const call = await db
    .selectFrom('calls')
    .select(['id', 'slug', 'eventId', 'status', 'reviewUntilAt', 'closesZone', 'isBlind'])
    .where('id', '=', subjectId)
    .executeTakeFirst()
  const event = call ? await mailEvent(db, site, call.eventId, language) : null
  if (!call || !event) return { withdrawn: 'gone' }
  if (call.status === 'cancelled') return { withdrawn: 'outdated' }
  const { open } = await db
    .selectFrom('reviews')
    .innerJoin('accounts', 'accounts.id', 'reviews.accountId')
    .innerJoin('applications', 'applications.id', 'reviews.applicationId')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('reviews.callId', '=', call.id)
    .where('accounts.emailKey', '=', message.recipientKey)
    .where('reviews.state', 'in', ['assigned', 'started'])
    .where('applications.state', '=', 'submitted')
    .executeTakeFirstOrThrow()
  if (Number(open) === 0) return { withdrawn: 'outdated' }
  const texts = await db.selectFrom('callTexts').select(['language', 'title']).where('callId', '=', call.id).execute()
  return {
    letter: reviewerAssigned({
      language,
      event,
      call: inLanguage(texts, language)?.title ?? call.slug,
      count: Number(open),
      untilAt: call.reviewUntilAt,
      zone: clockOf(call.closesZone, event.zone),
      isBlind: call.isBlind === 1,
      isReminder: template === 'review-reminder',
      recipientName: message.recipientName || message.recipientEmail,
      url: addressOf(site, language, `/review/${event.slug}/${call.slug}`),
    }),
    replyTo: event.contactEmail,
  }
}
