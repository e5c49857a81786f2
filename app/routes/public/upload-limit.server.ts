import type { RequestContext } from '#app/http/context.server.ts'
import { countAttempt } from '#app/people/count-attempt.server.ts'

/** How many files one address may leave with us: a group's proofs, and no store for strangers. */
const LIMIT = { limit: 100, windowMinutes: 60 }

/** Counts a file that somebody sends: false when it is one too many. */
export async function mayUpload({ services: { db }, clientAddress, now }: RequestContext): Promise<boolean> {
  return await countAttempt(db, { bucket: `uploads-from:${clientAddress}`, ...LIMIT, now })
}
