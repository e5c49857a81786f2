import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireReview } from './review-place.server.ts'
import { numberLabel } from '#app/applications/reviews/number-label.ts'
import { readApplication } from '#app/applications/reviews/read-application.server.ts'
import { endingOf } from '#app/files/file-name.ts'
import { readFile } from '#app/files/read-file.server.ts'
import { notFound } from '#app/http/answers.ts'
import { disposition } from '#app/http/disposition.ts'
import { fileAnswer } from '#app/http/file-answer.ts'

/** A file of an application, under a name that names nobody; where the call is blind, only what was made safe. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { call, number, review } = await requireReview(request, context, params)
  const { db } = context.services
  const { fileIds } = await readApplication(db, { call, applicationId: review.applicationId })
  const id = fileIds.get(params.file!)
  const file = id === undefined ? null : await readFile(db, id)
  if (!file) throw notFound()
  const name = `${numberLabel(call.numberPrefix, number)}-${params.file}.${endingOf(file.mediaType)}`
  return fileAnswer(file, disposition(name, { fallback: 'file' }))
}
