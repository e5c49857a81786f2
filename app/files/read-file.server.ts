import { promisify } from 'node:util'
import { gunzip as gunzipWithCallback } from 'node:zlib'
import type { Kysely } from 'kysely'
import { COMPRESSED } from './file-rules.ts'
import type { Database } from '#db/schema.ts'

const gunzip = promisify(gunzipWithCallback)

export interface StoredFile {
  id: string
  eventId: string | null
  name: string
  mediaType: string
  content: Uint8Array
}

/** A file with its content; null when there is none, or when it was erased. */
export async function readFile(db: Kysely<Database>, id: string): Promise<StoredFile | null> {
  const file = await db
    .selectFrom('files')
    .select(['id', 'eventId', 'name', 'mediaType', 'content', 'purpose'])
    .where('id', '=', id)
    .where('erasedAt', 'is', null)
    .executeTakeFirst()
  if (!file || file.content === null) return null
  const { purpose, ...rest } = file
  return { ...rest, content: COMPRESSED.includes(purpose) ? await gunzip(file.content) : file.content }
}

/** Names and sizes of files, without their content. */
export async function findFiles(db: Kysely<Database>, ids: string[]) {
  if (ids.length === 0) return []
  return await db
    .selectFrom('files')
    .select(['id', 'name', 'mediaType', 'byteCount', 'erasedAt'])
    .where('id', 'in', ids)
    .execute()
}
