import type { ActionFunctionArgs } from '@remix-run/node'
import { refused } from './failed.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireRight } from '#app/http/guards.server.ts'
import type { EventRight } from '#app/people/rights.ts'
import type { Services } from '#app/services.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'

interface Removal {
  eventId: string
  now: Instant
  actor: Actor
}

/**
 * The action of a page that removes something of an event and leads back to the page `list` of what is left. Whoever
 * removes what somebody else removed a moment ago has what they wanted.
 */
export function removing(
  list: string | ((params: ActionFunctionArgs['params']) => string),
  remove: (db: Services['db'], removal: Removal, params: ActionFunctionArgs['params']) => Promise<Result<unknown>>,
  right: EventRight = 'organize',
) {
  return async ({ request, params, context }: ActionFunctionArgs) => {
    const { event, signedIn } = await requireRight(request, context, params.event!, right)
    const form = await readForm(request)
    const actor = { kind: 'account', id: signedIn.accountId } as const
    const removed = await remove(context.services.db, { eventId: event.id, now: context.now, actor }, params)
    if (!removed.ok && !removed.refusals.some(({ code }) => code === 'gone')) return refused(form, removed.refusals)
    return seeOther(context, `/organize/${event.slug}/${typeof list === 'string' ? list : list(params)}`)
  }
}
