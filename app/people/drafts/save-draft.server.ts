import type { Kysely } from 'kysely'
import { countAttempt } from '../count-attempt.server.ts'
import { type DraftContent, isDraftForm, MOST_BYTES } from './draft-content.ts'
import type { Instant } from '#app/values/moment.ts'
import { refuse, type Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database, FormDraftsTable } from '#db/schema.ts'

/** A form that saves itself while somebody writes does so about ten times a minute. */
const MOST_A_MINUTE = 30

/** Who leaves more than this half done has long forgotten the oldest. */
const MOST_DRAFTS = 40

export interface SaveDraft {
  accountId: string
  /** The address of the form, without a language. */
  form: string
  content: DraftContent
  /** What it was typed over. */
  seen: string
  now: Instant
}

export type DraftRefusal = 'draft-form' | 'draft-too-large' | 'draft-too-often'

/** Keeps what somebody has typed into a form and not sent yet, one draft a form; only they find it. */
export async function saveDraft(
  db: Kysely<Database>,
  { accountId, form, content, seen, now }: SaveDraft,
): Promise<Result<void, DraftRefusal | 'busy'>> {
  if (!isDraftForm(form)) return refuse({ code: 'draft-form' as const })
  const written = JSON.stringify(content)
  if (Buffer.byteLength(written) > MOST_BYTES) return refuse({ code: 'draft-too-large' as const })
  const attempt = { bucket: `draft:${accountId}`, limit: MOST_A_MINUTE, windowMinutes: 1, now }
  if (!(await countAttempt(db, attempt))) return refuse({ code: 'draft-too-often' as const })
  return await transact<void, DraftRefusal>(db, async (db) => {
    const kept = { content: written, seen: seen.slice(0, 64), savedAt: now }
    await write(db, { accountId, form, ...kept })
    await dropOldest(db, accountId)
  })
}

/** Two pages of one form may save at once: whoever comes second writes over the first. */
async function write(db: Kysely<Database>, { accountId, form, ...kept }: FormDraftsTable): Promise<void> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('formDrafts')
    .ignore()
    .values({ accountId, form, ...kept })
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 1n) return
  await db.updateTable('formDrafts').set(kept).where('accountId', '=', accountId).where('form', '=', form).execute()
}

async function dropOldest(db: Kysely<Database>, accountId: string): Promise<void> {
  const beyond = await db
    .selectFrom('formDrafts')
    .select('form')
    .where('accountId', '=', accountId)
    .orderBy('savedAt', 'desc')
    .orderBy('form')
    .limit(MOST_DRAFTS)
    .offset(MOST_DRAFTS)
    .execute()
  if (beyond.length === 0) return
  const forms = beyond.map(({ form }) => form)
  await db.deleteFrom('formDrafts').where('accountId', '=', accountId).where('form', 'in', forms).execute()
}
