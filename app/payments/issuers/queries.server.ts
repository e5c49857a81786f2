import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** Everybody who issues papers, the installation first, each with its host's name and how many papers it issued. */
export async function listIssuers(db: Kysely<Database>) {
  const rows = await db
    .selectFrom('issuers')
    .leftJoin('hosts', 'hosts.id', 'issuers.hostId')
    .select(['issuers.id', 'issuers.name', 'issuers.hostId', 'issuers.accountNumber', 'issuers.numberPrefix'])
    .select((row) => [
      'hosts.name as hostName',
      row
        .selectFrom('invoices')
        .select((paper) => paper.fn.countAll<number>().as('count'))
        .whereRef('invoices.issuerId', '=', 'issuers.id')
        .as('papers'),
    ])
    .orderBy('issuers.hostId')
    .execute()
  return rows.map((row) => ({ ...row, papers: Number(row.papers) }))
}

/** One of them with everything that its form shows; undefined when there is none. */
export async function issuerToEdit(db: Kysely<Database>, id: string) {
  return await db.selectFrom('issuers').selectAll().where('id', '=', id).executeTakeFirst()
}
