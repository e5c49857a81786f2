import { parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'
import { type FormState, NO_ERRORS, READING } from '#app/values/form-state.ts'
import type { Refusal } from '#app/values/refusal.ts'

const MAXIMUM_BYTES = 512 * 1024

/** More than the largest form of ours has, thirty people with thirty answers each. */
const MAXIMUM_FIELDS = 2000

/** Names that no form of ours has: a list is made as long as its highest number, and as deep as its name. */
const UNREASONABLE = /\[\d{4,}\]|__proto__|^.{201,}$/s

/** Room for what is typed beside the files. */
const UPLOAD_BYTES = 24 * 1024 * 1024

/** Where a file that is too large is refused by itself, and what was typed beside it is kept. */
export const LENIENT_BYTES = 60 * 1024 * 1024

/**
 * The posted form; with `files` also one that carries files, 24 MB in all unless `most` says more. Without, a file is
 * left out.
 * @throws a 4xx response: 415 when it is not a form, 413 when it is too large, 400 when it cannot be read.
 */
export async function readForm(
  request: Request,
  { files = false, most = UPLOAD_BYTES }: { files?: boolean; most?: number } = {},
): Promise<FormData> {
  const type = request.headers.get('Content-Type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type))
    throw new Response(null, { status: 415 })
  const maximum = files ? most : MAXIMUM_BYTES
  if (Number(request.headers.get('Content-Length') ?? 0) > maximum) throw new Response(null, { status: 413 })
  const body = request.headers.has('Content-Length') ? stated(request.body) : limited(request.body, maximum)
  const form = await new Response(body.stream, { headers: { 'Content-Type': type } }).formData().catch(() => null)
  if (body.isOver()) throw new Response(null, { status: 413 })
  if (form === null || !isReasonable(form)) throw new Response(null, { status: 400 })
  if (typedSize(form) > MAXIMUM_BYTES) throw new Response(null, { status: 413 })
  return files ? form : withoutFiles(form)
}

/** There comes no more than was stated, and that was looked at. */
function stated(stream: ReadableStream<Uint8Array> | null) {
  return { stream, isOver: () => false }
}

/** A body that comes in chunks has no length to go by: it is cut off once it is too long. */
function limited(body: ReadableStream<Uint8Array> | null, maximum: number) {
  let bytes = 0
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength
      if (bytes > maximum) controller.error(new Error('body too large'))
      else controller.enqueue(chunk)
    },
  })
  return { stream: body?.pipeThrough(limit) ?? null, isOver: () => bytes > maximum }
}

function typedSize(form: FormData): number {
  let size = 0
  for (const [name, value] of form) size += name.length + (typeof value === 'string' ? value.length : 0)
  return size
}

function withoutFiles(form: FormData): FormData {
  for (const name of new Set(form.keys())) {
    const typed = form.getAll(name).filter((value) => typeof value === 'string')
    form.delete(name)
    for (const value of typed) form.append(name, value)
  }
  return form
}

function isReasonable(form: FormData): boolean {
  const names = [...form.keys()]
  return names.length <= MAXIMUM_FIELDS && !names.some((name) => UNREASONABLE.test(name))
}

/**
 * Checks a form: its value, or what to show again, as typed, with the errors at their fields. `refusals` are what was
 * found wrong before, of a file: they stand first at their fields.
 */
export function parseForm<Schema extends z.ZodType>(
  form: FormData,
  schema: Schema,
  refusals: Refusal[] = [],
): { ok: true; value: z.output<Schema> } | { ok: false; form: FormState } {
  const submission = parseWithZod(withReadings(form), { schema })
  const known = refusedForm(form, refusals)
  if (submission.status === 'success' && refusals.length === 0) return { ok: true, value: submission.value }
  const found = submission.status === 'success' ? {} : (submission.error ?? {})
  const errors = Object.entries(found).map(([name, messages]) => [name, messages ?? []] as const)
  return { ok: false, form: { values: known.values, errors: { ...Object.fromEntries(errors), ...known.errors } } }
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

/**
 * Of a clock time that its day has twice, what was answered to the question which one is meant: it stands behind the
 * time (`2027-10-31T02:30 2027-10-31T01:30:00.000Z`). `app/routes/organize/moment-field.tsx` asks.
 */
function withReadings(form: FormData): FormData {
  const answers = new Map([...form].filter(([name]) => name.endsWith(READING)))
  if (answers.size === 0) return form
  const whole = new FormData()
  for (const [name, value] of form) {
    const answer = answers.get(name + READING)
    whole.append(
      name,
      typeof answer === 'string' && typeof value === 'string' && value !== '' ? `${value} ${answer}` : value,
    )
  }
  return whole
}

/** By way of a map: `toString` is a name like any other here. */
function typedValues(form: FormData): Record<string, string[]> {
  const values = new Map<string, string[]>()
  for (const [name, value] of form)
    if (typeof value === 'string') values.set(name, [...(values.get(name) ?? []), value])
  return Object.fromEntries(values)
}
