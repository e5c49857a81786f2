import type { ActionFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import { requireCall } from './call.server.ts'
import { invalid, saveRefused } from './failed.server.ts'
import type { CallChange } from '#app/applications/calls/change-call.server.ts'
import type { CallHead } from '#app/applications/calls/call.ts'
import { findEventForEditing } from '#app/events/editing-queries.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import type { SignedIn } from '#app/http/guards.server.ts'
import type { Services } from '#app/services.server.ts'
import type { Result } from '#app/values/refusal.ts'

interface Asked {
  db: Services['db']
  params: ActionFunctionArgs['params']
  signedIn: SignedIn
}

/**
 * The action of a page with one form about a call: checks the form, saves it, leads to another page of the call. `zone`
 * is that of the event; `to` says the page below the call.
 */
export function savingCall<Schema extends z.ZodType, Saved>({
  schema,
  save,
  to,
}: {
  schema: (form: FormData, zone: string, call: CallHead) => Schema
  save: (asked: Asked, change: CallChange & { form: z.output<Schema> }) => Promise<Result<Saved>>
  to: (saved: Saved, call: { slug: string }) => string
}) {
  return async ({ request, params, context }: ActionFunctionArgs) => {
    const { event, signedIn, call } = await requireCall(request, context, params)
    const { db } = context.services
    const form = await readForm(request)
    const { zone } = (await findEventForEditing(db, event.id, context.language))!
    const parsed = parseForm(form, schema(form, zone, call))
    if (!parsed.ok) return invalid(parsed.form)
    const actor = { kind: 'account' as const, id: signedIn.accountId }
    const change = { eventId: event.id, callId: call.id, now: context.now, actor }
    const saved = await save({ db, params, signedIn }, { ...change, form: parsed.value })
    if (!saved.ok) return saveRefused(context, form, saved.refusals)
    return seeOther(context, `/organize/${event.slug}/calls/${to(saved.value, call)}`)
  }
}
