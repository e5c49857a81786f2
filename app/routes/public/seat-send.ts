import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { groupOf, seatOf } from './group.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { withoutReferrer } from '#app/http/private-page.ts'
import { countAttempt } from '#app/people/count-attempt.server.ts'
import { mailTicketAgain } from '#app/registrations/naming/mail-ticket-again.server.ts'

/** The button beside a named seat: the ticket again, once an hour at most. */
export async function action(args: ActionFunctionArgs) {
  const { order, seat, key } = await asked(args)
  const { services, now } = args.context
  const limit = { bucket: `ticket-again:${seat.id}`, limit: 1, windowMinutes: 60, now }
  const query = new URLSearchParams({ key, sent: seat.id })
  if (await countAttempt(services.db, limit)) await mailTicketAgain(services.db, { registrationId: seat.id, now })
  else query.set('again', '1')
  return withoutReferrer(seeOther(args.context, `/orders/${order.code}/seats?${query}`))
}

/** Somebody who reloads the address of the button. */
export async function loader(args: LoaderFunctionArgs) {
  const { order, key } = await asked(args)
  return withoutReferrer(seeOther(args.context, `/orders/${order.code}/seats?key=${key}`))
}

async function asked({ request, params, context }: LoaderFunctionArgs) {
  const group = await groupOf(request, params['code'], context)
  const seat = group && seatOf(group.order, params['registration'])
  if (!group || !seat || seat.isUnnamed || seat.state !== 'confirmed') throw notFound()
  return { ...group, seat }
}
