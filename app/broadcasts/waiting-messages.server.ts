import type { Kysely } from 'kysely'
import { HELD_BACK } from '#app/mail/held-back.ts'
import type { Database } from '#db/schema.ts'

/** The mails of a broadcast that have not left, to be changed; tests to their author are none of them. */
export function waitingOf(db: Kysely<Database>, broadcastId: string) {
  return db
    .updateTable('messages')
    .where('template', '=', 'broadcast')
    .where('subjectId', '=', broadcastId)
    .where('occasion', '=', '')
    .where('state', '=', 'waiting')
}

/** Also what comes back from a try that was under way. */
export async function holdBack(db: Kysely<Database>, broadcastId: string): Promise<void> {
  await waitingOf(db, broadcastId).set({ dueAt: HELD_BACK }).where('dueAt', '<', HELD_BACK).execute()
}
