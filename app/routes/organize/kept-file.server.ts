import { readFile } from '#app/files/read-file.server.ts'
import { notFound } from '#app/http/answers.ts'
import { disposition } from '#app/http/disposition.ts'
import { fileAnswer } from '#app/http/file-answer.ts'
import type { Services } from '#app/services.server.ts'

/** A file that somebody sent, as a download. @throws 404 when there is none (any more). */
export async function keptFile(db: Services['db'], fileId: string | null, fallback: string): Promise<Response> {
  const file = fileId === null ? null : await readFile(db, fileId)
  if (!file) throw notFound()
  return fileAnswer(file, disposition(file.name, { fallback }))
}
