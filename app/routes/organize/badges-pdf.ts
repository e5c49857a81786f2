import type { LoaderFunctionArgs } from '@remix-run/node'
import { deskPaper } from './desk-paper.server.ts'
import { notFound } from '#app/http/answers.ts'
import { pdfAnswer } from '#app/http/pdf-answer.ts'
import { BADGES_FOR, readBadges } from '#app/participants/paper/read-badges.server.ts'

/** Badges for the desk: of everybody, of a track, `?who=`, or of one person (`?person=`, the id of a registration). */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, printer } = context.services
  const { event, title, slug, track, tracks, asked, address, log } = await deskPaper(request, context, params.event!)
  const registrationId = address.get('person')
  const sheet = await readBadges(db, asked, {
    event,
    title,
    scope: { eventId: event.id, trackIds: 'all', trackId: track?.id ?? null, registrationId },
    who: BADGES_FOR.find((one) => one === address.get('who')) ?? 'all',
    tracks,
  })
  if (registrationId !== null && sheet.badges.length === 0) throw notFound()
  await log('badges', sheet.badges.length)
  return pdfAnswer(await printer.badges(sheet), `${slug}-badges.pdf`)
}
