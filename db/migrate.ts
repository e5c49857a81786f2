import { readdir } from 'node:fs/promises'
import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { createSearch } from './dialects/search.ts'
import type { Database } from './schema.ts'

const FOLDER = new URL('./migrations/', import.meta.url)

/** Brings the database to the newest schema; does nothing when it is there already. */
export async function migrate(db: Kysely<Database>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
  await createSearch(db)
}

/** Whether every migration of this version has been applied. */
export async function isMigrated(db: Kysely<Database>): Promise<boolean> {
  const migrations = await new Migrator({ db, provider: { getMigrations } }).getMigrations()
  return migrations.every((migration) => migration.executedAt !== undefined)
}

async function getMigrations(): Promise<Record<string, Migration>> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.ts')).toSorted()
  const entries = names.map(
    async (name) => [name.slice(0, -3), (await import(new URL(name, FOLDER).href)) as Migration] as const,
  )
  return Object.fromEntries(await Promise.all(entries))
}
