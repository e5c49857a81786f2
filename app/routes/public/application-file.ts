import type { LoaderFunctionArgs } from '@remix-run/node'
import { ownApplication } from './own-application.server.ts'
import { answeredFile } from '#app/applications/applying/answered-file.server.ts'
import { readFile } from '#app/files/read-file.server.ts'
import { notFound } from '#app/http/answers.ts'
import { disposition } from '#app/http/disposition.ts'
import { fileAnswer } from '#app/http/file-answer.ts'

/** A file of one's own application, by the code of the question that it answers. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const own = await ownApplication(request, params['code'], context)
  if (!own) throw notFound()
  const { db } = context.services
  const id = await answeredFile(db, { applicationId: own.application.id, question: params['question']! })
  const file = id === null ? null : await readFile(db, id)
  if (!file || file.eventId !== own.application.eventId) throw notFound()
  return fileAnswer(file, disposition(file.name, { fallback: 'file' }))
}
