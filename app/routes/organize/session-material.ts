import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/http/answers.ts'
import { disposition } from '#app/http/disposition.ts'
import { fileAnswer } from '#app/http/file-answer.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { materialFile } from '#app/programme/sessions/material-file.server.ts'

/** A file of a session, for those who make the programme. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params.event!, 'programme')
  const asked = { eventId: event.id, sessionId: params.session!, materialId: params.material! }
  const file = await materialFile(context.services.db, { ...asked, audience: 'instructors' })
  if (!file) throw notFound()
  return fileAnswer(file, disposition(file.name, { fallback: 'file' }))
}
