import type { LoaderFunctionArgs } from '@remix-run/node'
import { publicEventId } from '#app/calendar/queries.server.ts'
import { notFound } from '#app/http/answers.ts'
import { disposition } from '#app/http/disposition.ts'
import { fileAnswer } from '#app/http/file-answer.ts'
import { materialFile } from '#app/programme/sessions/material-file.server.ts'

/** A file of a public session that is for everybody. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db } = context.services
  const eventId = await publicEventId(db, params['event'] ?? '')
  if (eventId === null) throw notFound()
  const asked = { eventId, sessionId: params['session']!, materialId: params['material']! }
  const file = await materialFile(db, { ...asked, audience: 'public' })
  if (!file) throw notFound()
  return fileAnswer(file, disposition(file.name, { fallback: 'file' }))
}
