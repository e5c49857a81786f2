import type { LoaderFunctionArgs } from '@remix-run/node'
import { isTaught } from './reading.ts'
import { notFound } from '#app/http/answers.ts'
import { disposition } from '#app/http/disposition.ts'
import { fileAnswer } from '#app/http/file-answer.ts'
import { requireInstructor } from '#app/http/guards.server.ts'
import { materialFile } from '#app/programme/sessions/material-file.server.ts'

/** A file of a session, for those who teach in its track. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, trackIds } = await requireInstructor(request, context, params.event!)
  const asked = { eventId: event.id, sessionId: params.session!, materialId: params.material! }
  const file = await materialFile(context.services.db, { ...asked, audience: 'instructors' })
  if (!file || !isTaught(file, trackIds)) throw notFound()
  return fileAnswer(file, disposition(file.name, { fallback: 'file' }))
}
