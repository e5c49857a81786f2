import type { Kysely } from 'kysely'
import { HOSTS_PAGE } from './host-form.ts'
import type { Database } from '#db/schema.ts'

/** A page of the hosts, by name. */
export async function listHosts(db: Kysely<Database>, page: number) {
  const { count } = await db
    .selectFrom('hosts')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow()
  const total = Number(count)
  const shown = Math.min(page, Math.max(1, Math.ceil(total / HOSTS_PAGE)))
  const hosts = await db
    .selectFrom('hosts')
    .select(['id', 'name', 'kind', 'country'])
    .orderBy('name')
    .orderBy('id')
    .limit(HOSTS_PAGE)
    .offset((shown - 1) * HOSTS_PAGE)
    .execute()
  return { hosts, total, page: shown }
}

/** One host; undefined when there is none. */
export async function hostToEdit(db: Kysely<Database>, id: string) {
  return await db.selectFrom('hosts').selectAll().where('id', '=', id).executeTakeFirst()
}
