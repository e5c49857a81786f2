import type { Kysely } from 'kysely'
import { listCalls } from '#app/applications/calls/find-call.server.ts'
import type { CallHead } from '#app/applications/calls/call.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/** The two pages at which one applies: for a place, and for help with the costs. A call for both is on both. */
export type CallPage = 'apply' | 'scholarship'

export function isOnPage({ kind }: Pick<CallHead, 'kind'>, page: CallPage): boolean {
  return kind === 'both' || kind === (page === 'apply' ? 'admission' : 'scholarship')
}

/** The calls of an event that the public may know of, in order. */
export async function publicCalls(
  db: Kysely<Database>,
  { eventId, language }: { eventId: string; language: string },
): Promise<CallHead[]> {
  return (await listCalls(db, { eventId, language })).filter(({ status }) => status !== 'draft')
}

/** What a call gives, by package, in words: `what` are the kinds of its components. */
export async function callGives(db: Kysely<Database>, { callId, language }: { callId: string; language: string }) {
  const rows = await db
    .selectFrom('awardPackages')
    .select(['id', 'code', 'currency'])
    .where('callId', '=', callId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const texts = await db
    .selectFrom('awardPackageTexts')
    .select(['packageId', 'language', 'name', 'description'])
    .where('packageId', 'in', ids)
    .execute()
  const components = await db
    .selectFrom('awardPackageComponents')
    .select(['packageId', 'kind', 'amountMinor', 'isCap'])
    .where('packageId', 'in', ids)
    .orderBy('position')
    .execute()
  return rows.map(({ id, code, currency }) => {
    const text = inLanguage(
      texts.filter(({ packageId }) => packageId === id),
      language,
    )
    return {
      code,
      currency,
      name: text?.name ?? code,
      description: text?.description ?? '',
      parts: components
        .filter(({ packageId }) => packageId === id)
        .map(({ kind, amountMinor, isCap }) => ({ kind, amountMinor, isCap: isCap === 1 })),
    }
  })
}
