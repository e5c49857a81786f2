import type { ActionFunctionArgs } from '@remix-run/node'
import type { Actor } from '#app/audit/record.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { requireRight } from '#app/http/guards.server.ts'
import type { Services } from '#app/services.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'

interface Move {
  eventId: string
  by: -1 | 1
  now: Instant
  actor: Actor
}

/** The action of a button that moves something of the programme one place, and leads back to its page `list`. */
export function moving(
  list: string,
  by: -1 | 1,
  move: (db: Services['db'], given: Move, params: ActionFunctionArgs['params']) => Promise<Result<unknown>>,
) {
  return async ({ request, params, context }: ActionFunctionArgs) => {
    const { event, signedIn } = await requireRight(request, context, params.event!, 'programme')
    const actor = { kind: 'account', id: signedIn.accountId } as const
    const moved = await move(context.services.db, { eventId: event.id, by, now: context.now, actor }, params)
    if (!moved.ok && moved.refusals.some(({ code }) => code === 'gone')) throw notFound()
    if (!moved.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
    return seeOther(context, `/organize/${event.slug}/${list}`)
  }
}
