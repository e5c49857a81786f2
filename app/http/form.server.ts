import { parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'
import { type FormState, NO_ERRORS } from '#app/values/form-state.ts'
import type { Refusal } from '#app/values/refusal.ts'

const MAXIMUM_BYTES = 512 * 1024

/** More than the largest form of ours has, thirty people with thirty answers each. */
const MAXIMUM_FIELDS = 2000

/** Names that no form of ours has: a list is made as long as its highest number, and as deep as its name. */
const UNREASONABLE = /\[\d{4,}\]|__proto__|^.{201,}$/s

/**
 * The posted form.
 * @throws a 4xx response: 415 when it is not a form, 413 when it is too large, 400 when it cannot be read.
 */
export async function readForm(request: Request): Promise<FormData> {
  const type = request.headers.get('Content-Type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type))
    throw new Response(null, { status: 415 })
  if (Number(request.headers.get('Content-Length') ?? 0) > MAXIMUM_BYTES) throw new Response(null, { status: 413 })
  const form = await request.formData().catch(() => null)
  if (form === null || !isReasonable(form)) throw new Response(null, { status: 400 })
  if (sizeOf(form) > MAXIMUM_BYTES) throw new Response(null, { status: 413 })
  return form
}

/** A body that came in chunks had no length to go by. */
function sizeOf(form: FormData): number {
  let size = 0
  for (const [name, value] of form) size += name.length + (typeof value === 'string' ? value.length : value.size)
  return size
}

function isReasonable(form: FormData): boolean {
  const names = [...form.keys()]
  return names.length <= MAXIMUM_FIELDS && !names.some((name) => UNREASONABLE.test(name))
}

/** Checks a form: its value, or what to show again, as typed, with the errors at their fields. */
export function parseForm<Schema extends z.ZodType>(
  form: FormData,
  schema: Schema,
): { ok: true; value: z.output<Schema> } | { ok: false; form: FormState } {
  const submission = parseWithZod(form, { schema })
  if (submission.status === 'success') return { ok: true, value: submission.value }
  const errors = Object.entries(submission.error ?? {}).map(([name, messages]) => [name, messages ?? []] as const)
  return { ok: false, form: { values: typedValues(form), errors: Object.fromEntries(errors) } }
}

/** The form as typed, with the refusals of a command at their fields. */
export function refusedForm(form: FormData, refusals: Refusal[]): FormState {
  const state: FormState = { values: typedValues(form), errors: { ...NO_ERRORS } }
  for (const refusal of refusals) {
    const values = new URLSearchParams(
      Object.entries(refusal.details ?? {}).map(([key, value]) => [key, String(value)]),
    )
    const message = `refusal.${refusal.code}${values.size > 0 ? `?${values}` : ''}`
    state.errors[refusal.field ?? ''] = [...(state.errors[refusal.field ?? ''] ?? []), message]
  }
  return state
}

/** By way of a map: `toString` is a name like any other here. */
function typedValues(form: FormData): Record<string, string[]> {
  const values = new Map<string, string[]>()
  for (const [name, value] of form)
    if (typeof value === 'string') values.set(name, [...(values.get(name) ?? []), value])
  return Object.fromEntries(values)
}
