import { type ActionFunctionArgs, data } from '@remix-run/node'
import type { z } from 'zod'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { requireFinance } from '#app/http/guards.server.ts'
import type { Reach } from '#app/people/rights.ts'
import type { Result } from '#app/values/refusal.ts'

/** What somebody in finance asks for, and who they are. */
export interface Decision<Value> {
  value: Value
  reach: Reach
  accountId: string
}

/** Refusals that mean: not here, or not yours to see. */
const UNKNOWN = [
  'order-unknown',
  'refund-unknown',
  'entry-unknown',
  'line-unknown',
  'statement-unknown',
  'match-unknown',
  'payout-unknown',
]

/**
 * A decision of finance: reads and checks the form, lets `run` do it, and leads to `next`; else the form again, as it
 * was typed, with what is against it.
 */
export async function decide<Schema extends z.ZodType>(
  { request, context }: ActionFunctionArgs,
  schema: Schema,
  run: (decision: Decision<z.output<Schema>>) => Promise<Result<unknown>>,
  next: string,
) {
  const { signedIn, reach } = await requireFinance(request, context)
  const form = await readForm(request)
  const parsed = parseForm(form, schema)
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422 })
  const done = await run({ value: parsed.value, reach, accountId: signedIn.accountId })
  if (done.ok) return seeOther(context, next)
  const codes = done.refusals.map(({ code }) => code)
  if (codes.some((code) => UNKNOWN.includes(code) && done.refusals.every(({ field }) => field === undefined)))
    throw notFound()
  return data({ form: refusedForm(form, done.refusals) }, { status: codes.includes('busy') ? 503 : 409 })
}
