import { writeFile } from 'node:fs/promises'
import { plainArguments, UsageError } from '../operator/arguments.ts'
import { counted } from '../operator/sentences.ts'
import { withServices } from '../operator/with-services.ts'
import { listEventIds, readDocuments } from '#app/events/document/read-documents.server.ts'

export const usage = `
export FILE [EVENT…]     writes events with their private parts, as import reads them

Without slugs all events are written, drafts too. People who registered are not in it: that is what backup is for.
FILE must not exist yet.
`

export async function run(args: string[]): Promise<void> {
  const [file, ...slugs] = plainArguments(args, usage, 1, 1000)
  await withServices(false, async ({ db }) => {
    const all = await readDocuments(db, { eventIds: await listEventIds(db), isPrivate: true })
    const unknown = slugs.find((slug) => !all.some((event) => event.slug === slug))
    if (unknown) throw new UsageError(`There is no event “${unknown}”.`, usage)
    const events = slugs.length === 0 ? all : all.filter((event) => slugs.includes(event.slug))
    await writeNew(file!, `${JSON.stringify(events, null, 2)}\n`)
    console.log(`${counted(events.length, 'event')} written to ${file}.`)
  })
}

async function writeNew(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx' })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const reason = code === 'EEXIST' ? 'is there already' : `cannot be written: ${code}`
    throw new Error(`${file} ${reason}.`, { cause: error })
  }
}
