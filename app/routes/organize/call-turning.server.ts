import type { ActionFunctionArgs } from '@remix-run/node'
import { requireCall } from './call.server.ts'
import { refused } from './failed.server.ts'
import type { CallChange } from '#app/applications/calls/change-call.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import type { Services } from '#app/services.server.ts'
import type { Result } from '#app/values/refusal.ts'

/** The action of a button that opens, ends or calls off a call, and leads to how it stands. */
export function turningCall(turn: (asked: { db: Services['db'] }, change: CallChange) => Promise<Result<unknown>>) {
  return async ({ request, params, context }: ActionFunctionArgs) => {
    const { event, signedIn, call } = await requireCall(request, context, params)
    const { db } = context.services
    const form = await readForm(request)
    const actor = { kind: 'account' as const, id: signedIn.accountId }
    const turned = await turn({ db }, { eventId: event.id, callId: call.id, now: context.now, actor })
    if (!turned.ok) return refused(form, turned.refusals)
    return seeOther(context, `/organize/${event.slug}/calls/${call.slug}/details/status`)
  }
}
