import type { Kysely } from 'kysely'
import type { CallRow } from './change-call.server.ts'
import { seenOf } from '#app/values/seen.ts'
import type { Database } from '#db/schema.ts'

export interface StoredText {
  language: string
  title: string
  summary: string
  description: string
  deciding: string
}

/** A call as its organizers edit it, with its texts in every language. */
export async function findEditableCall(db: Kysely<Database>, callId: string) {
  const call = await db.selectFrom('calls').selectAll().where('id', '=', callId).executeTakeFirstOrThrow()
  const texts = await db
    .selectFrom('callTexts')
    .select(['language', 'title', 'summary', 'description', 'deciding'])
    .where('callId', '=', callId)
    .orderBy('language')
    .execute()
  return { call, texts }
}

/** What the details were filled in over: what that page holds, in one language. */
export function seenCall(call: CallRow, text: StoredText | undefined): string {
  const {
    version: _version,
    updatedAt: _updatedAt,
    lastNumber: _lastNumber,
    limits: _limits,
    status: _status,
    openedAt: _openedAt,
    position: _position,
    ...held
  } = call
  const { title = '', summary = '', description = '', deciding = '' } = text ?? {}
  return seenOf([
    Object.entries(held).toSorted(([one], [other]) => (one < other ? -1 : 1)),
    title,
    summary,
    description,
    deciding,
  ])
}
