import { type Kysely, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { expect, test } from 'vitest'
import { NO_FILTERS } from '#app/events/catalogue/filters.ts'
import { shareCatalogue } from '#app/events/catalogue/shared-catalogue.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import { connect } from '#db/connect.ts'
import { dialectOf } from '#db/dialects/dialect.ts'
import { migrate } from '#db/migrate.ts'
import { MIGRATIONS } from '#db/migrations.ts'
import type { Database } from '#db/schema.ts'
import { createTestDatabase } from '#tests/support/databases/create-database.ts'
import { givenEvent } from '#tests/support/given.ts'
import { NOW } from '#tests/support/now.ts'

/** As the versions before made it, outside of the migrations. */
async function createFullText(db: Kysely<Database>): Promise<void> {
  if (dialectOf(db) === 'mysql')
    await sql`create table event_search (
      event_id varchar(36) not null primary key,
      words mediumtext character set latin1 collate latin1_general_ci not null,
      fulltext index event_search_words (words)
    ) engine = InnoDB`.execute(db)
  else
    await sql`create virtual table event_search using fts5 (event_id unindexed, words, tokenize = 'ascii', prefix = '4 5')`.execute(
      db,
    )
}

async function migrateUpTo(db: Kysely<Database>, last: string): Promise<void> {
  const known = Object.fromEntries(Object.entries(MIGRATIONS).filter(([name]) => name <= last))
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(known) },
  }).migrateToLatest()
  if (error) throw error
}

test('what was found by the full-text index of a database is found by ours, and forgotten when it changes', async () => {
  const database = await createTestDatabase({ isEmpty: true })
  const db = connect(database.url)
  await migrateUpTo(db, '0021-certificates')
  await createFullText(db)
  const [routing, both] = [await givenEvent(db), await givenEvent(db, { title: 'Anycast' })]
  const write = (id: string, words: string) => sql`insert into event_search values (${id}, ${words})`.execute(db)
  await write(routing.id, 'zzrouuting zzrouuting zzrouuting zzip')
  await write(both.id, 'zzrouute zznetworku00e9')
  await migrate(db)

  const catalogue = shareCatalogue(db)
  const found = async (q: string) => (await catalogue.find({ ...NO_FILTERS, q }, NOW, { limit: 9 })).ids
  expect(await found('rout')).toEqual([routing.id, both.id])
  expect(await found('r')).toEqual([routing.id, both.id])
  expect(await found('routing ip')).toEqual([routing.id])
  expect(await found('network')).toEqual([both.id])
  expect(await found('zzrouting')).toEqual([])

  await db.transaction().execute((db) => eventChanged(db, both.id, NOW))
  expect(await found('rout')).toEqual([routing.id])
  expect(await found('anycast')).toEqual([both.id])
  await db.destroy()
  await database.drop()
}, 120_000)
