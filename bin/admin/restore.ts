import { createReadStream, existsSync } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { plainArguments } from '../operator/arguments.ts'
import { counted } from '../operator/sentences.ts'
import { withServices } from '../operator/with-services.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { restoreLines } from '#db/backup/restore.ts'

export const usage = `
restore FILE             fills an empty database from a backup

Makes the tables first. Refuses a database that holds anything, and a backup of another version; all or nothing.
At the end the invariants are counted, as npm run check does.
`

export async function run(args: string[]): Promise<number> {
  const [file] = plainArguments(args, usage, 1)
  if (!existsSync(file!)) throw new Error(`There is no file ${file}.`)
  return await withServices(true, async ({ db }) => {
    const rows = await restoreLines(db, linesOf(file!))
    const violations = (await checkInvariants(db)).filter((count) => count.violations > 0)
    console.log(`${counted(rows, 'row')} restored.`)
    for (const { name, violations: number } of violations) console.error(`Untrue ${number} times: ${name}.`)
    return violations.length > 0 ? 1 : 0
  })
}

async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = ''
  try {
    const unzipped = pipeline(createReadStream(file), createGunzip(), () => {})
    for await (const chunk of unzipped.setEncoding('utf8')) {
      const lines = (rest + String(chunk)).split('\n')
      rest = lines.pop()!
      yield* lines
    }
  } catch (error) {
    throw new Error(`${file} is no backup, or is damaged or cut short: ${(error as Error).message}.`, { cause: error })
  }
}
