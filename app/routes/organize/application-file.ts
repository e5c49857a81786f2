import type { LoaderFunctionArgs } from '@remix-run/node'
import { askedApplicationOf } from './application-asked.server.ts'
import { fileOfApplication } from '#app/applications/desk/one-application.server.ts'
import { readFile } from '#app/files/read-file.server.ts'
import { notFound } from '#app/http/answers.ts'
import { disposition } from '#app/http/disposition.ts'
import { fileAnswer } from '#app/http/file-answer.ts'

/** A file of this application, an answer or a letter, as a download. @throws 404 for every other file. */
export async function loader(args: LoaderFunctionArgs) {
  const { place } = await askedApplicationOf(args)
  const { db } = args.context.services
  const fileId = await fileOfApplication(db, { applicationId: place.id, fileId: args.params['file'] ?? '' })
  const file = fileId === null ? null : await readFile(db, fileId)
  if (!file) throw notFound()
  return fileAnswer(file, disposition(file.name, { fallback: 'file' }))
}
