import type { RequestContext } from '#app/http/context.server.ts'
import { parseCode } from '#app/values/code.ts'
import { entryView, type EntryView, keyedEntry } from '#app/waiting-list/queries.server.ts'
import { isWaitingKey } from '#app/waiting-list/waiting-key.ts'

/** The place in the queue of an address with its key; null for a stranger, whether there is such a place or not. */
export async function ownEntry(
  request: Request,
  code: string | undefined,
  { services, language, now }: RequestContext,
): Promise<{ entry: EntryView; key: string } | null> {
  const key = new URL(request.url).searchParams.get('key') ?? ''
  const known = await keyedEntry(services.db, parseCode(code ?? '') ?? '')
  // An unknown code takes the same steps as a wrong key.
  const isTheirs = isWaitingKey(services.config.secret, known ?? { id: '', keyVersion: 0 }, key)
  if (!known || !isTheirs) return null
  return { entry: await entryView(services.db, { entryId: known.id, language, now }), key }
}
