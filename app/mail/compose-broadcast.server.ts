import type { Composer } from './composer.server.ts'
import { withoutKeys } from './without-keys.ts'
import { writeWords } from './write-words.server.ts'
import type { WordsSubject } from './own-values.server.ts'

/** A mail in an organizer's words, written from what is true now. A test goes to its author, without anybody's keys. */
export const composeBroadcast: Composer = async (db, site, message) => {
  const { isTest, ...subject } = JSON.parse(message.props) as WordsSubject & { isTest?: number }
  const broadcast = await db
    .selectFrom('broadcasts')
    .leftJoin('accounts as author', (join) =>
      join.onRef('author.id', '=', 'broadcasts.createdBy').on('author.isDisabled', '=', 0),
    )
    .select(['broadcasts.id', 'eventId', 'state', 'repliesToAuthor', 'author.email as authorEmail'])
    .where('broadcasts.id', '=', message.subjectId)
    .executeTakeFirst()
  if (!broadcast) return { withdrawn: 'gone' }
  if (broadcast.state === 'cancelled' && !isTest) return { withdrawn: 'outdated' }
  const texts = await db
    .selectFrom('broadcastTexts')
    .select(['language', 'subject', 'body'])
    .where('broadcastId', '=', broadcast.id)
    .execute()
  const reader = { name: message.recipientName, emailKey: message.recipientKey, language: message.language }
  const { eventId } = broadcast
  const written = await writeWords(db, isTest ? withoutKeys(site) : site, {
    eventId,
    texts,
    subject,
    reader,
    isTest: isTest === 1,
  })
  if (!written) return { withdrawn: 'gone' }
  const { repliesToAuthor, authorEmail } = broadcast
  return { letter: written.letter, replyTo: (repliesToAuthor === 1 && authorEmail) || written.contactEmail }
}
