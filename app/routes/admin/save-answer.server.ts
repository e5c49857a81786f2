import { type ActionFunctionArgs, data } from '@remix-run/node'
import type { z } from 'zod'
import type { Actor } from '#app/audit/record.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { requireAdministrator } from '#app/http/guards.server.ts'
import type { Services } from '#app/services.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'

type Save<Form> = (
  db: Services['db'],
  input: { id: string | null; form: Form; now: Instant; actor: Actor },
) => Promise<Result<unknown>>

/** The action of an administrator's form about one thing, `new` or by its id, that leads back to the page `list`. */
export function saving<Schema extends z.ZodType>(list: string, schema: Schema, save: Save<z.output<Schema>>) {
  return async ({ request, params, context }: ActionFunctionArgs) => {
    const { signedIn } = await requireAdministrator(request, context)
    const form = await readForm(request)
    const parsed = parseForm(form, schema)
    if (!parsed.ok) return data({ form: parsed.form }, { status: 422 })
    const saved = await save(context.services.db, {
      id: params.id === 'new' ? null : params.id!,
      form: parsed.value,
      now: context.now,
      actor: { kind: 'account', id: signedIn.accountId },
    })
    if (saved.ok) return seeOther(context, list)
    const isBusy = saved.refusals.some(({ code }) => code === 'busy')
    return data({ form: refusedForm(form, saved.refusals) }, { status: isBusy ? 503 : 409 })
  }
}
