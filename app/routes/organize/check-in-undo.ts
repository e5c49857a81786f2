import type { ActionFunctionArgs } from '@remix-run/node'
import { readDesk } from './check-in-desk.server.ts'
import { findTicket } from '#app/attendance/desk/find-ticket.server.ts'
import { takeBack } from '#app/attendance/desk/take-back.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'

/** Takes back that somebody was checked in. */
export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request)
  const { event, signedIn, door, desk, query } = await readDesk(args, form)
  const registrationId = args.params['registration']!
  const { accountId } = signedIn
  const { now, services, language } = args.context
  const by = { registrationId }
  const found = await findTicket(services.db, { eventId: event.id, by, slot: door.key, language })
  if (!found) throw notFound()
  await takeBack(services.db, { event, registrationId, slot: door.key, desk, accountId, now })
  return seeOther(args.context, `/organize/${event.slug}/check-in/${registrationId}?${query}&undone`)
}
