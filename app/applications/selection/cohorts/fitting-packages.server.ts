import type { Kysely } from 'kysely'
import { readPackages } from '../composing/read-frame.server.ts'
import { wantedPackages } from '../composing/wanted-packages.ts'
import type { Database } from '#db/schema.ts'

/**
 * For everybody who applied, the package that fits what they ask for best; null is a seat without an award. Whoever moves
 * up from a reserve list is offered it, when there is money for it then.
 */
export async function fittingPackages(db: Kysely<Database>, callId: string): Promise<Map<string, string | null>> {
  const [{ kind }, packages, asked] = await Promise.all([
    db.selectFrom('calls').select('kind').where('id', '=', callId).executeTakeFirstOrThrow(),
    readPackages(db, callId, 'en'),
    db
      .selectFrom('applications')
      .select(['id', 'askedMinor', 'askedCurrency'])
      .where('callId', '=', callId)
      .where('state', '=', 'submitted')
      .execute(),
  ])
  return new Map(asked.map((one) => [one.id, wantedPackages({ kind, packages }, one)[0]?.id ?? null]))
}
