import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** Packages of a call with what each gives, by id; one of another call is not among them. */
export async function readPackages(
  db: Kysely<Database>,
  { callId, packageIds }: { callId: string; packageIds: string[] },
) {
  const packages = await db
    .selectFrom('awardPackages')
    .select(['id', 'currency'])
    .where('id', 'in', [...new Set(packageIds)])
    .where('callId', '=', callId)
    .execute()
  const components = await db
    .selectFrom('awardPackageComponents as component')
    .innerJoin('awardPackages', 'awardPackages.id', 'component.packageId')
    .select(['component.packageId', 'component.position', 'component.kind', 'component.payout'])
    .select(['component.amountMinor', 'component.isCap', 'component.note', 'awardPackages.currency'])
    .where('awardPackages.callId', '=', callId)
    .orderBy('component.position')
    .execute()
  const componentsOf = Map.groupBy(components, ({ packageId }) => packageId)
  return new Map(
    packages.map(({ id, currency }) => {
      const own = (componentsOf.get(id) ?? []).map(({ packageId: _package, ...component }) => component)
      return [id, { currency, components: own }]
    }),
  )
}

export type PackageRows = NonNullable<ReturnType<Awaited<ReturnType<typeof readPackages>>['get']>>
