import type { z } from 'zod'
import { MAXIMUM_FIELDS, partsOf, typedFields } from './fields-of.ts'
import { formParser } from './form-parser.ts'
import { fieldName, formTree } from './form-tree.ts'
import { type Fields, formDataOf, type FormState, NO_ERRORS, READING } from '#app/values/form-state.ts'
import type { Refusal } from '#app/values/refusal.ts'

const MAXIMUM_BYTES = 512 * 1024

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
  const form = formDataOf(await readWithin(request, files ? most : MAXIMUM_BYTES))
  return files ? form : withoutFiles(form)
}

/** The posted form, with its files if it has any, as the list that `parseForm` and `refusedForm` walk. */
export async function readFields(request: Request): Promise<Fields> {
  return await readWithin(request, UPLOAD_BYTES)
}

async function readWithin(request: Request, maximum: number): Promise<Fields> {
  const type = request.headers.get('Content-Type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type))
    throw new Response(null, { status: 415 })
  if (Number(request.headers.get('Content-Length') ?? 0) > maximum) throw new Response(null, { status: 413 })
  const fields = await read(request, type, maximum)
  if (fields === null || !isReasonable(fields)) throw new Response(null, { status: 400 })
  if (typedSize(fields) > MAXIMUM_BYTES) throw new Response(null, { status: 413 })
  return fields
}

/** Null when it cannot be read. */
async function read(request: Request, type: string, maximum: number): Promise<Fields | null> {
  const isStated = request.headers.has('Content-Length')
  const isTyped = /^application\/x-www-form-urlencoded\b/i.test(type)
  // There comes no more than was stated, and that was looked at.
  if (isStated && isTyped) return await request.text().then(typedFields, () => null)
  const body = isStated ? { stream: request.body, isOver: () => false } : limited(request.body, maximum)
  const bytes = await new Response(body.stream).arrayBuffer().then(Buffer.from<ArrayBuffer>, () => null)
  const form = bytes && (isTyped ? typedFields(bytes.toString()) : await partsOf(bytes, type))
  if (body.isOver()) throw new Response(null, { status: 413 })
  return form
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

function typedSize(fields: Fields): number {
  let size = 0
  for (const [name, value] of fields) size += name.length + (typeof value === 'string' ? value.length : 0)
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

function isReasonable(fields: Fields): boolean {
  let count = 0
  for (const [name] of fields) if (++count > MAXIMUM_FIELDS || UNREASONABLE.test(name)) return false
  return true
}

/**
 * Checks a form: its value, or what to show again, as typed, with the errors at their fields. `refusals` are what was
 * found wrong before, of a file: they stand first at their fields.
 */
export function parseForm<Schema extends z.ZodType>(
  fields: Fields,
  schema: Schema,
  refusals: Refusal[] = [],
): { ok: true; value: z.output<Schema> } | { ok: false; form: FormState } {
  const parsed = formParser(schema).safeParse(formTree(withReadings(fields)))
  if (parsed.success && refusals.length === 0) return { ok: true, value: parsed.data }
  const known = refusedForm(fields, refusals)
  const found = Map.groupBy(parsed.error?.issues ?? [], ({ path }) => fieldName(path))
  const errors = [...found].map(([name, issues]) => [name, issues.map(({ message }) => message)] as const)
  return { ok: false, form: { values: known.values, errors: { ...Object.fromEntries(errors), ...known.errors } } }
}

/** The form as typed, with the refusals of a command at their fields. */
export function refusedForm(fields: Fields, refusals: Refusal[]): FormState {
  const state: FormState = { values: typedValues(fields), errors: { ...NO_ERRORS } }
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
function withReadings(fields: Fields): Fields {
  const answers = new Map<string, FormDataEntryValue>()
  for (const [name, value] of fields) if (name.endsWith(READING)) answers.set(name, value)
  if (answers.size === 0) return fields
  return [...fields].map(([name, value]): [string, FormDataEntryValue] => {
    const answer = answers.get(name + READING)
    const isAnswered = typeof answer === 'string' && typeof value === 'string' && value !== ''
    return [name, isAnswered ? `${value} ${answer}` : value]
  })
}

/** `toString` is a name like any other here; of the one that is not, `__proto__`, no form has got this far. */
function typedValues(fields: Fields): Record<string, string[]> {
  const values: Record<string, string[]> = {}
  for (const [name, value] of fields) {
    if (typeof value !== 'string') continue
    if (Object.hasOwn(values, name)) values[name]!.push(value)
    else values[name] = [value]
  }
  return values
}
