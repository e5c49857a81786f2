import type { LoaderFunctionArgs } from '@remix-run/node'
import { deskPaper } from './desk-paper.server.ts'
import { pdfAnswer } from '#app/http/pdf-answer.ts'
import { doorList } from '#app/participants/paper/door-list.ts'
import { paperPeople } from '#app/participants/paper/paper-people.server.ts'

/** Everybody by name, for the desk when neither network nor device helps. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, printer } = context.services
  const { event, title, slug, track, tracks, ticketTypes, asked, log } = await deskPaper(
    request,
    context,
    params.event!,
  )
  const people = await paperPeople(db, { eventId: event.id, trackIds: 'all', trackId: track?.id ?? null })
  await log('door-list', people.length)
  const sheet = doorList(asked, { event: title, track, tracks, ticketTypes, people })
  return pdfAnswer(await printer.doorList(sheet), `${slug}-door-list.pdf`)
}
