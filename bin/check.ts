import { existsSync } from 'node:fs'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { ConfigError, readConfig } from '#app/config.server.ts'
import { connect } from '#db/connect.ts'
import { isMigrated } from '#db/migrate.ts'

// Counts the violations of each invariant of domain.md, section 3: JSON on standard output, exit 1 if there are any.
process.exitCode = await check()

async function check(): Promise<number> {
  let config
  try {
    config = readConfig()
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return fail(error.message)
  }
  const file = /^sqlite:(?!:memory:)(.+)$/.exec(config.databaseUrl)?.[1]
  if (file !== undefined && !existsSync(file))
    return fail(`There is no database at ${file}: npm start makes one, DATABASE_URL names another.`)
  const db = connect(config.databaseUrl, 1)
  try {
    if (!(await isMigrated(db)))
      return fail('The database lacks tables: npm start or npm run admin -- migrate makes them.')
    const counts = await checkInvariants(db)
    console.log(JSON.stringify(counts, null, 2))
    return counts.some(({ violations }) => violations > 0) ? 1 : 0
  } catch (error) {
    return fail(`The database that DATABASE_URL names does not answer: ${(error as Error).message}`)
  } finally {
    await db.destroy()
  }
}

/** What could not be checked is not in order. */
function fail(sentence: string): number {
  console.error(sentence)
  return 1
}
