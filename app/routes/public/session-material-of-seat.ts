import type { LoaderFunctionArgs } from '@remix-run/node'
import { seatOfKey } from './own-seat.server.ts'
import { notFound } from '#app/http/answers.ts'
import { disposition } from '#app/http/disposition.ts'
import { fileAnswer } from '#app/http/file-answer.ts'
import { withoutReferrer } from '#app/http/private-page.ts'
import { materialFile } from '#app/programme/sessions/material-file.server.ts'

/** A file of a session, for whoever holds a confirmed seat and has its key. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await seatOfKey(request, params['code'], context)
  if (!found || found.seat.state !== 'confirmed' || found.seat.isUnnamed) throw notFound()
  const asked = { eventId: found.seat.event.id, sessionId: params['session']!, materialId: params['material']! }
  const file = await materialFile(context.services.db, { ...asked, audience: 'participants' })
  if (!file) throw notFound()
  return withoutReferrer(fileAnswer(file, disposition(file.name, { fallback: 'file' })))
}
