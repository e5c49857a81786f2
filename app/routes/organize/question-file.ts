import type { LoaderFunctionArgs } from '@remix-run/node'
import { readAnswersOf } from './answer-reading.server.ts'
import { disposition } from '#app/http/disposition.ts'
import { readFile } from '#app/files/read-file.server.ts'
import { notFound } from '#app/http/answers.ts'
import { fileAnswer } from '#app/http/file-answer.ts'
import { findAnswer } from '#app/registrations/questions/find-answer.server.ts'

/** The file that somebody answered with, for those who may read the answers. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, question } = await readAnswersOf(request, params, context, { isWhole: true })
  const { db } = context.services
  const asked = { questionId: question.id, registrationId: params.registration! }
  const value = question.kind === 'file' ? await findAnswer(db, asked) : null
  const file = value === null ? null : await readFile(db, value)
  if (!file || file.eventId !== event.id) throw notFound()
  return fileAnswer(file, disposition(file.name, { fallback: 'file' }))
}
