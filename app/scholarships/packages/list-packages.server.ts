import type { Kysely } from 'kysely'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

export type CallPackage = Awaited<ReturnType<typeof listPackages>>[number]

/** What a call gives: each package with its texts, its components, and the tickets that it makes registrations of. */
export async function listPackages(db: Kysely<Database>, { callId, language }: { callId: string; language: string }) {
  const packages = await db
    .selectFrom('awardPackages')
    .select(['id', 'code', 'currency', 'isDefault', 'version'])
    .where('callId', '=', callId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  if (packages.length === 0) return []
  const ids = packages.map(({ id }) => id)
  const texts = await db.selectFrom('awardPackageTexts').selectAll().where('packageId', 'in', ids).execute()
  const tickets = await db.selectFrom('awardPackageTickets').selectAll().where('packageId', 'in', ids).execute()
  const components = await db
    .selectFrom('awardPackageComponents')
    .select(['packageId', 'kind', 'amountMinor', 'isCap', 'payout', 'note'])
    .where('packageId', 'in', ids)
    .orderBy('position')
    .execute()
  return packages.map(({ isDefault, ...pack }) => {
    const own = <Row extends { packageId: string }>(rows: Row[]) =>
      rows.filter(({ packageId }) => packageId === pack.id)
    return {
      ...pack,
      isDefault: isDefault === 1,
      name: inLanguage(own(texts), language)?.name ?? pack.code,
      texts: own(texts),
      tickets: own(tickets),
      components: own(components).map((component) => ({ ...component, isCap: component.isCap === 1 })),
    }
  })
}
