import type { Kysely } from 'kysely'
import type { FilePurpose } from './file-rules.ts'
import { saveFile } from './save-file.server.ts'
import { openUploadToken, uploadToken } from './upload-token.ts'
import { type Fields, formDataOf } from '#app/values/form-state.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import type { Refusal } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/** Longer than a token of it is valid; what is used by then stays. */
const KEPT_MINUTES = 48 * 60

export interface Uploads<Form extends Fields> {
  /** The form without files: where one was, or had been accepted before, there is its token now. */
  form: Form | FormData
  refusals: Refusal[]
}

/**
 * Keeps the files of a form, each as what `purposeOf` says of its field (null: not a field for files), and puts a
 * token in the place of each. The field shows the token again, so that a file that was accepted need not be chosen
 * again. A token that is not ours, or older than a day, is dropped.
 */
export async function keepUploads<Form extends Fields>(
  db: Kysely<Database>,
  sent: Form,
  {
    secret,
    eventId,
    mayTake,
    now,
    purposeOf,
  }: {
    secret: string
    eventId: string | null
    /** Asked before each file: whether its sender may leave one more with us. */
    mayTake: () => Promise<boolean>
    now: Instant
    purposeOf: (field: string) => FilePurpose | null
  },
): Promise<Uploads<Form>> {
  // A form without files, and without a place for one, is as it was sent.
  if (isPlain(sent, purposeOf)) return { form: sent, refusals: [] }
  const form = formDataOf(sent)
  const kept = new FormData()
  const refusals: Refusal[] = []
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name)
    const purpose = purposeOf(name)
    if (purpose === null) {
      for (const value of values) if (typeof value === 'string') kept.append(name, value)
      continue
    }
    const sent = values.find((value) => value instanceof File && (value.size > 0 || value.name !== ''))
    if (sent instanceof File && !(await mayTake())) refusals.push({ code: 'uploads-often', field: name })
    else if (sent instanceof File) {
      const saved = await saveFile(db, {
        content: new Uint8Array(await sent.arrayBuffer()),
        name: sent.name,
        purpose,
        eventId,
        eraseAt: addMinutes(now, KEPT_MINUTES),
        now,
      })
      if (saved.ok) {
        kept.append(name, uploadToken(secret, { ...saved.value, at: now }))
        continue
      }
      refusals.push(...saved.refusals.map((refusal) => ({ ...refusal, field: name })))
    }
    const token = values.find((value) => typeof value === 'string' && openUploadToken(secret, value, now) !== null)
    if (token !== undefined) kept.append(name, token)
  }
  return { form: kept, refusals }
}

function isPlain(fields: Fields, purposeOf: (field: string) => FilePurpose | null): boolean {
  for (const [name, value] of fields) if (typeof value !== 'string' || purposeOf(name) !== null) return false
  return true
}
