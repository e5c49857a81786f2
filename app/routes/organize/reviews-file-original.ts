import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireUnredacted } from './unredacted-file.server.ts'
import { readFile } from '#app/files/read-file.server.ts'
import { notFound } from '#app/http/answers.ts'
import { disposition } from '#app/http/disposition.ts'
import { fileAnswer } from '#app/http/file-answer.ts'

/** A file as it was sent, for the organizer who makes a copy of it without names. */
export async function loader(args: LoaderFunctionArgs) {
  const { file: found } = await requireUnredacted(args)
  const file = found.isText ? null : await readFile(args.context.services.db, found.fileId)
  if (!file) throw notFound()
  return fileAnswer(file, disposition(file.name, { fallback: 'file' }))
}
