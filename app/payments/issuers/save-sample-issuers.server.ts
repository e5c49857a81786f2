import type { Kysely } from 'kysely'
import type { IssuerForm } from './issuer-form.ts'
import { saveIssuer } from './save-issuer.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { accept, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/** Sets up the issuers of a demonstration, each of a host by its slug; those that exist stay as they are. */
export async function saveSampleIssuers(
  db: Kysely<Database>,
  { issuers, now }: { issuers: { host: string; form: Omit<IssuerForm, 'hostId'> }[]; now: Instant },
): Promise<Result<void>> {
  for (const { host, form } of issuers) {
    const hostId = host === '' ? '' : (await hostBySlug(db, host)).id
    const saved = await saveIssuer(db, { issuerId: null, form: { ...form, hostId }, now, actor: { kind: 'system' } })
    if (!saved.ok && saved.refusals.some(({ code }) => code !== 'issuer-exists')) return saved
  }
  return accept(undefined)
}

async function hostBySlug(db: Kysely<Database>, slug: string) {
  return await db.selectFrom('hosts').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()
}
