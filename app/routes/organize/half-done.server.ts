import type { RequestContext } from '#app/http/context.server.ts'
import { type Draft, dropDraft, findDraft } from '#app/people/drafts/drafts.server.ts'
import type { FormState } from '#app/values/form-state.ts'

/** What somebody left half done at a form; with `taken`, which they took up by its link, the form shows it. */
export interface HalfDoneDraft {
  savedAt: string
  /** What it was typed over. */
  seen: string
  taken: FormState | null
}

interface Whose {
  accountId: string
  /** The address of the form, without a language in front. */
  form: string
}

/** For the loader of a form that keeps drafts. */
export async function findHalfDone(
  request: Request,
  { services: { db } }: RequestContext,
  whose: Whose,
): Promise<HalfDoneDraft | null> {
  const draft = await findDraft(db, whose)
  if (!draft) return null
  const isTaken = new URL(request.url).searchParams.has('half')
  return { savedAt: draft.savedAt, seen: draft.seen, taken: isTaken ? stateOf(draft) : null }
}

/** For its action, once what was typed has been saved. */
export async function dropHalfDone({ services: { db } }: RequestContext, whose: Whose): Promise<void> {
  await dropDraft(db, whose)
}

function stateOf({ content }: Draft): FormState {
  return { values: content, errors: {} }
}

/** What was taken up, as if it had been sent, so that it can be compared with what stands there now. */
export function formOf({ values }: FormState): FormData {
  const form = new FormData()
  for (const [name, typed] of Object.entries(values)) for (const value of typed) form.append(name, value)
  return form
}
