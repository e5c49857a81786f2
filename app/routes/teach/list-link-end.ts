import type { ActionFunctionArgs } from '@remix-run/node'
import { readList } from './list-reading.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { endListLink } from '#app/participants/files/links/end-list-link.server.ts'
import { mayOrganize } from '#app/people/rights.ts'

/** Ends a link that was given on: one's own, an organizer any. */
export async function action(args: ActionFunctionArgs) {
  const { signedIn, event } = await readList(args)
  const { services, now } = args.context
  const ended = await endListLink(services.db, {
    eventId: event.id,
    linkId: args.params['link']!,
    givenBy: mayOrganize(signedIn.roles, event) ? null : signedIn.accountId,
    accountId: signedIn.accountId,
    now,
  })
  if (!ended.ok && ended.refusals.some(({ code }) => code === 'busy'))
    throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  if (!ended.ok) throw notFound()
  return seeOther(args.context, `/teach/${args.params['event']}/links`)
}
