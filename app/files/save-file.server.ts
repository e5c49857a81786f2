import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip as gzipWithCallback } from 'node:zlib'
import type { Kysely } from 'kysely'
import { fileName } from './file-name.ts'
import { COMPRESSED, type FilePurpose, type FileRefusal, LARGEST, megabytes, TAKEN } from './file-rules.ts'
import { mediaTypeOf } from './media-type.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { accept, refuse, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

const gzip = promisify(gzipWithCallback)

/** A driver writes a byte as two digits, and MariaDB takes statements of 16 MB. */
const LARGEST_STORED = 7 * 1024 * 1024

const TYPE_REFUSAL: Partial<Record<FilePurpose, FileRefusal>> = { statement: 'statement-type', import: 'sheet-type' }

export interface SavedFile {
  id: string
  name: string
  mediaType: string
  byteCount: number
  digest: string
}

export interface SaveFile {
  content: Uint8Array
  /** As it was sent; folders in it are dropped. */
  name: string
  /** What its sender says that it is: not trusted, the content decides. */
  mediaType?: string
  purpose: FilePurpose
  eventId: string | null
  eraseAt: Instant | null
  now: Instant
}

/**
 * Keeps a file whose size and content are what its purpose takes. Texts are stored compressed.
 * The digest is the SHA-256 of the content as it was sent, in hexadecimal.
 */
export async function saveFile(
  db: Kysely<Database>,
  { content, name, purpose, eventId, eraseAt, now }: SaveFile,
): Promise<Result<SavedFile, FileRefusal>> {
  if (content.byteLength === 0) return refuse({ code: 'file-empty' })
  const tooLarge = { code: 'file-too-large' as const, details: { megabytes: megabytes(LARGEST[purpose]) } }
  if (content.byteLength > LARGEST[purpose]) return refuse(tooLarge)
  const mediaType = mediaTypeOf(content)
  if (mediaType === null || !TAKEN[purpose].includes(mediaType))
    return refuse({ code: TYPE_REFUSAL[purpose] ?? 'file-type' })
  const stored = COMPRESSED.includes(purpose) ? await gzip(content) : Buffer.from(content)
  if (stored.byteLength > LARGEST_STORED) return refuse(tooLarge)
  const file = {
    id: newId(now),
    name: fileName(name, mediaType),
    mediaType,
    byteCount: content.byteLength,
    digest: createHash('sha256').update(content).digest('hex'),
  }
  await db
    .insertInto('files')
    .values({ ...file, eventId, purpose, content: stored, createdAt: now, eraseAt, erasedAt: null })
    .execute()
  return accept(file)
}
