import type { Composer } from './composer.server.ts'
import { mailEvent } from './mail-event.server.ts'
import { addressOf } from './mail-site.ts'
import { publishing, type PublishingNews } from '#emails/publishing.ts'

const NEWS: Record<string, PublishingNews> = {
  'publish-asked': 'asked',
  'publish-done': 'done',
  'publish-failed': 'failed',
}

/** What became of a request for publishing an event, for its organizers; an answer says what it was. */
export const composePublishing: Composer = async (db, site, { template, subjectId, language, ...message }) => {
  const request = await db
    .selectFrom('publishRequests as request')
    .leftJoin('accounts as asker', 'asker.id', 'request.askedBy')
    .leftJoin('people as asking', 'asking.id', 'asker.personId')
    .leftJoin('accounts as decider', 'decider.id', 'request.decidedBy')
    .leftJoin('people as deciding', 'deciding.id', 'decider.personId')
    .select(['request.eventId', 'request.state', 'request.publishAt', 'request.note', 'request.answer'])
    .select(['asking.fullName as askedName', 'deciding.fullName as decidedName'])
    .where('request.id', '=', subjectId)
    .executeTakeFirst()
  const event = request ? await mailEvent(db, site, request.eventId, language) : null
  if (!request || !event) return { withdrawn: 'gone' }
  if (template === 'publish-asked' && request.state !== 'asked') return { withdrawn: 'outdated' }
  const news = NEWS[template] ?? (request.state === 'refused' ? 'refused' : 'agreed')
  const { publishAt, note, answer, askedName, decidedName } = request
  return {
    letter: publishing({
      language,
      event,
      news,
      recipientName: message.recipientName || message.recipientEmail,
      askedName: askedName ?? '',
      decidedName: decidedName ?? '',
      words: news === 'asked' ? note : answer,
      publishAt: news === 'failed' || event.status !== 'draft' ? null : publishAt,
      deskUrl: addressOf(site, language, `/organize/${event.slug}/publish`),
    }),
  }
}
