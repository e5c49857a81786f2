import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requireBroadcast } from './broadcast.server.ts'
import { refused } from './failed.server.ts'
import type { BroadcastState, ChangeBroadcast } from '#app/broadcasts/move-broadcast.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import type { Services } from '#app/services.server.ts'
import type { Result } from '#app/values/refusal.ts'

/** The loader of a page that asks before a step with a message is taken: whether it can be taken as things stand. */
export function stepFrom(states: BroadcastState[]) {
  return async (args: LoaderFunctionArgs) => {
    const { broadcast } = await requireBroadcast(args)
    const { id, name, messages } = broadcast
    return { id, name, left: messages.sent, isPossible: states.includes(broadcast.state) }
  }
}

/** Its action: takes the step and leads back to the message, or to where the step leads. */
export function stepping(
  step: (db: Services['db'], change: ChangeBroadcast) => Promise<Result<{ id: string } | void>>,
  back: 'message' | 'list' = 'message',
) {
  return async (args: ActionFunctionArgs) => {
    const { event, broadcast, change } = await requireBroadcast(args)
    const form = await readForm(args.request)
    const done = await step(args.context.services.db, change)
    if (!done.ok) return refused(form, done.refusals)
    const id = done.value?.id ?? broadcast.id
    return seeOther(args.context, `/organize/${event.slug}/messages${back === 'list' ? '' : `/${id}`}`)
  }
}
