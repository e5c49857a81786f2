import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Config, readConfig } from '#app/config.server.ts'
import { createServices, type Services } from '#app/services.server.ts'
import { isMigrated, migrate } from '#db/migrate.ts'

/**
 * Runs one subcommand on the services of the environment. The database is brought to the newest schema first when
 * `mayMigrate`; else it must be there and be up to date, and what is wrong is thrown as one sentence.
 */
export async function withServices<T>(mayMigrate: boolean, work: (services: Services) => Promise<T>): Promise<T> {
  const config = readConfig()
  await prepare(config, mayMigrate)
  const services = await createServices({ ...config, logLevel: 'silent' })
  try {
    await openDatabase(services, mayMigrate)
    return await work(services)
  } finally {
    await services.mailer.close()
    await services.db.destroy()
  }
}

async function prepare({ databaseUrl }: Config, mayMigrate: boolean): Promise<void> {
  const file = /^sqlite:(?!:memory:)(.+)$/.exec(databaseUrl)?.[1]
  if (file === undefined || existsSync(file)) return
  if (!mayMigrate) throw new Error(`There is no database at ${file}: npm start makes one, DATABASE_URL names another.`)
  await mkdir(dirname(file), { recursive: true })
}

async function openDatabase({ db, config }: Services, mayMigrate: boolean): Promise<void> {
  const where = config.databaseUrl.replace(/\/\/.*@/, '//…@')
  let isReady: boolean
  try {
    if (mayMigrate) await migrate(db)
    isReady = await isMigrated(db)
  } catch (error) {
    throw new Error(`The database ${where} does not answer: ${(error as Error).message}`, { cause: error })
  }
  if (!isReady) throw new Error('The database lacks tables: npm start or npm run admin -- migrate makes them.')
}
