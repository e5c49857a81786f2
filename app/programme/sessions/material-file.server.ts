import type { Kysely } from 'kysely'
import { findMaterial } from './materials.server.ts'
import { readFile } from '#app/files/read-file.server.ts'
import type { Database } from '#db/schema.ts'

/** The content of a material that is a file, for a reader who may see so much; null for everything else. */
export async function materialFile(db: Kysely<Database>, asked: Parameters<typeof findMaterial>[1]) {
  const material = await findMaterial(db, asked)
  const file = material?.fileId ? await readFile(db, material.fileId) : null
  return material && file && { ...file, trackId: material.trackId }
}
