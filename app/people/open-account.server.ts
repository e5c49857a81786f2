import type { Kysely } from 'kysely'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { emailKey, sortKey } from '#app/values/text.ts'
import type { Database } from '#db/schema.ts'

export interface NewAccount {
  email: string
  /** '' while unknown: then the name is taken from the newest order that was placed with the address. */
  fullName?: string
  language: string
  isDemonstration?: boolean
  /** Left out: the person who opens it. */
  actor?: Actor
  now: Instant
}

/** The account of an address, made when there is none. Part of a transaction. */
export async function openAccount(
  db: Kysely<Database>,
  { email, fullName = '', language, isDemonstration = false, actor, now }: NewAccount,
): Promise<{ id: string; isDisabled: boolean }> {
  const key = emailKey(email)
  const known = await accountOf(db, key)
  if (known) return known
  const told = fullName ? { fullName, country: null } : await toldWithOrder(db, key)
  const [accountId, personId] = [newId(now), newId(now)]
  await db
    .insertInto('people')
    .values({
      id: personId,
      fullName: told.fullName,
      latinName: null,
      badgeName: null,
      certificateName: null,
      email,
      emailKey: key,
      country: told.country,
      affiliation: null,
      language,
      zone: null,
      sortKey: sortKey(told.fullName),
      createdAt: now,
      erasedAt: null,
    })
    .execute()
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('accounts')
    .ignore()
    .values({
      id: accountId,
      personId,
      email,
      emailKey: key,
      isDisabled: 0,
      isDemonstration: isDemonstration ? 1 : 0,
      createdAt: now,
    })
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) {
    // Somebody was quicker with the same address.
    await db.deleteFrom('people').where('id', '=', personId).execute()
    return (await accountOf(db, key))!
  }
  const by = actor ?? { kind: 'account' as const, id: accountId }
  await recordAudit(db, now, [{ actor: by, action: 'account.opened', objectKind: 'account', objectId: accountId }])
  return { id: accountId, isDisabled: false }
}

async function accountOf(db: Kysely<Database>, key: string): Promise<{ id: string; isDisabled: boolean } | undefined> {
  const found = await db
    .selectFrom('accounts')
    .select(['id', 'isDisabled'])
    .where('emailKey', '=', key)
    .executeTakeFirst()
  return found && { id: found.id, isDisabled: found.isDisabled === 1 }
}

async function toldWithOrder(db: Kysely<Database>, key: string): Promise<{ fullName: string; country: string | null }> {
  const found = await db
    .selectFrom('orders')
    .innerJoin('people', 'people.id', 'orders.personId')
    .select(['people.fullName', 'people.country'])
    .where('people.emailKey', '=', key)
    .orderBy('orders.placedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ?? { fullName: '', country: null }
}
