import { createWriteStream } from 'node:fs'
import { open, rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { plainArguments } from '../operator/arguments.ts'
import { withServices } from '../operator/with-services.ts'
import { dumpLines } from '#db/backup/dump.ts'
import { readSnapshot } from '#db/dialects/snapshot.ts'

export const usage = `
backup FILE              writes the whole database to a file, as it is at one moment

Gzipped lines of JSON that restore takes into SQLite and into MySQL alike. The server may go on meanwhile. FILE must
not exist yet. It holds personal data: keep it as safe as the database. Settings and the folder DATA_DIR are not in it.
`

export async function run(args: string[]): Promise<void> {
  const [file] = plainArguments(args, usage, 1)
  await withServices(false, async ({ db, clock }) => {
    await claim(file!)
    try {
      await readSnapshot(db, async (db) => {
        const lines = Readable.from(dumpLines(db, clock.now()))
        await pipeline(lines, createGzip(), createWriteStream(file!))
      })
    } catch (error) {
      await rm(file!, { force: true })
      throw error
    }
    console.log(`Backed up to ${file} (${Math.ceil((await stat(file!)).size / 1024).toLocaleString('en')} KB).`)
  })
}

/** Readable by its owner alone. */
async function claim(file: string): Promise<void> {
  try {
    await (await open(file, 'wx', 0o600)).close()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const reason = code === 'EEXIST' ? 'is there already' : `cannot be written: ${code}`
    throw new Error(`${file} ${reason}.`, { cause: error })
  }
}
