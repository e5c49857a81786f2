import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireBroadcast } from './broadcast.server.ts'
import { listReaders } from '#app/broadcasts/list-readers.server.ts'

/** The message that an address names and as whom it is looked at: `recipient`, or the first one. */
export async function readingAs(args: LoaderFunctionArgs) {
  const known = await requireBroadcast(args)
  const readers = await listReaders(args.context.services.db, known.broadcast, args.context.now)
  const asked = new URL(args.request.url).searchParams.get('recipient')
  const found = readers.findIndex(({ id }) => id === asked)
  const place = found === -1 ? 0 : found
  return { ...known, readers, place, reader: readers[place] ?? null }
}
