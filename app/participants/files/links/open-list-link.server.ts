import type { Kysely } from 'kysely'
import { isListToken } from './list-token.ts'
import type { FileFormat } from '../file-format.ts'
import { type ListPurpose, purposesOf } from '../../lists/visible-fields.ts'
import type { EventPlace, HeldRole } from '#app/people/rights.ts'
import type { Instant } from '#app/values/moment.ts'
import { hashOf } from '#app/values/secret.ts'
import type { Database } from '#db/schema.ts'

export interface OpenLink {
  id: string
  event: EventPlace
  /** Who gave it on: what they may see now is what it shows. */
  accountId: string
  giver: string
  roles: HeldRole[]
  purpose: ListPurpose
  format: FileFormat
  query: string
  language: string
  note: string
  expiresAt: Instant
}

/**
 * The link of a token; null when there is none, when it has expired or was ended, and when who gave it on could not
 * themselves have the list any more.
 */
export async function openListLink(
  db: Kysely<Database>,
  { token, now }: { token: string; now: Instant },
): Promise<OpenLink | null> {
  if (!isListToken(token)) return null
  const link = await db
    .selectFrom('listLinks')
    .innerJoin('events', 'events.id', 'listLinks.eventId')
    .innerJoin('accounts', 'accounts.id', 'listLinks.accountId')
    .innerJoin('people', 'people.id', 'accounts.personId')
    .select(['listLinks.id', 'listLinks.eventId', 'listLinks.accountId', 'listLinks.format', 'listLinks.purpose'])
    .select(['listLinks.query', 'listLinks.language', 'listLinks.note', 'listLinks.expiresAt'])
    .select(['events.seriesId', 'people.fullName', 'accounts.email'])
    .where('listLinks.tokenHash', '=', hashOf(token))
    .where('listLinks.revokedAt', 'is', null)
    .where('listLinks.expiresAt', '>', now)
    .where('accounts.isDisabled', '=', 0)
    .executeTakeFirst()
  if (!link) return null
  const roles = await db
    .selectFrom('roles')
    .select(['role', 'scope', 'scopeId', 'trackId'])
    .where('accountId', '=', link.accountId)
    .execute()
  const { eventId, seriesId, fullName, email, ...facts } = link
  const event = { id: eventId, seriesId }
  const purpose = purposesOf(roles, event).find((one) => one === link.purpose)
  return purpose === undefined ? null : { ...facts, purpose, event, roles, giver: fullName || email }
}

/** Counts a use. */
export async function useListLink(db: Kysely<Database>, { id, now }: { id: string; now: Instant }): Promise<void> {
  await db
    .updateTable('listLinks')
    .set(({ eb }) => ({ uses: eb('uses', '+', 1), lastUsedAt: now }))
    .where('id', '=', id)
    .execute()
}
