import { readFile } from 'node:fs/promises'
import { plainArguments } from '../operator/arguments.ts'
import { counted, expectAccepted } from '../operator/sentences.ts'
import { withServices } from '../operator/with-services.ts'
import { importEvents } from '#app/events/import-events.server.ts'

export const usage = `
import FILE              creates and updates events from a JSON file, all of them or none

FILE holds one event, a list of events, or what /events.json gives; each in the shape of /events/EVENT.json, described
by /schemas/event.json, with the private part if you have it. An event that is known by its slug is updated. Every
problem is told with its place, like $[3].dates.zone, and then nothing is changed.
`

export async function run(args: string[]): Promise<number> {
  const [file] = plainArguments(args, usage, 1)
  const documents = await readJson(file!)
  const count = countOf(documents)
  return await withServices(true, async ({ db, clock }) => {
    console.log(`${counted(count, 'event')} in ${file}: checking and writing …`)
    const result = await importEvents(db, { documents, now: clock.now(), actor: { kind: 'operator' } })
    if (!result.ok && result.refusals[0]?.code === 'import-problem') {
      for (const { field, details } of result.refusals) console.error(`${field} ${details?.problem}`)
      console.error(`\n${counted(result.refusals.length, 'problem')}; nothing was imported.`)
      return 1
    }
    const { created, updated, unchanged } = expectAccepted(result)
    for (const slug of created) console.log(`created   ${slug}`)
    for (const slug of updated) console.log(`updated   ${slug}`)
    console.log(`${created.length} created, ${updated.length} updated, ${unchanged.length} unchanged.`)
    return 0
  })
}

async function readJson(file: string): Promise<unknown> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    throw new Error(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code}.`, { cause: error })
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown
  } catch (error) {
    throw new Error(`${file} is no JSON: ${(error as Error).message}.`, { cause: error })
  }
}

function countOf(json: unknown): number {
  const events = Array.isArray(json) ? json : (json as { events?: unknown } | null)?.events
  return Array.isArray(events) ? events.length : 1
}
