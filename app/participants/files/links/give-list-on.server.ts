import type { Kysely } from 'kysely'
import { newListToken } from './list-token.ts'
import type { FileFormat } from '../file-format.ts'
import type { ListPurpose } from '../../lists/visible-fields.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import { refuse, Refused, type Result } from '#app/values/refusal.ts'
import { hashOf } from '#app/values/secret.ts'
import type { Database } from '#db/schema.ts'
import { isDuplicate, transact } from '#db/transact.ts'

/** How many links one person may have in use at an event. */
const MOST_LINKS = 20

interface NewLink {
  id: string
  eventId: string
  accountId: string
  format: FileFormat
  purpose: ListPurpose
  query: string
  language: string
  note: string
  hours: number
  now: Instant
}

/**
 * Makes a link that gives a list on, until it expires. Its token is told once, here: only its hash is stored.
 * Refused: `too-many-list-links`, and `list-link-made` when this form has made one already.
 */
export async function giveListOn(
  db: Kysely<Database>,
  { hours, now, ...link }: NewLink,
): Promise<Result<{ token: string; expiresAt: Instant }, 'too-many-list-links' | 'list-link-made' | 'busy'>> {
  const token = newListToken()
  const expiresAt = addMinutes(now, hours * 60)
  const { id, eventId, accountId, format, purpose } = link
  try {
    return await transact<{ token: string; expiresAt: Instant }, 'too-many-list-links'>(db, async (db) => {
      await db
        .insertInto('listLinks')
        .values({
          ...link,
          tokenHash: hashOf(token),
          expiresAt,
          revokedAt: null,
          uses: 0,
          lastUsedAt: null,
          createdAt: now,
        })
        .execute()
      const own = await db
        .selectFrom('listLinks')
        .select('id')
        .where('eventId', '=', eventId)
        .where('accountId', '=', accountId)
        .where('revokedAt', 'is', null)
        .where('expiresAt', '>', now)
        .limit(MOST_LINKS + 1)
        .execute()
      if (own.length > MOST_LINKS) throw new Refused<'too-many-list-links'>({ code: 'too-many-list-links' })
      await recordAudit(db, now, [
        {
          actor: { kind: 'account', id: accountId },
          action: 'list-link.made',
          objectKind: 'list-link',
          objectId: id,
          eventId,
          after: { format, purpose, expiresAt },
        },
      ])
      return { token, expiresAt }
    })
  } catch (error) {
    if (isDuplicate(error)) return refuse({ code: 'list-link-made' as const })
    throw error
  }
}
