/** How much of a form is kept, as JSON. */
export const MOST_BYTES = 100_000

/** Addresses of forms are no longer than the column; others have no drafts. */
const MOST_FORM = 160

/** What no draft keeps: passwords, keys and codes of anything, and what a form makes anew each time. */
const SECRET = /passw|secret|token|key|otp/i

/** What somebody has typed so far, by the names of the fields. */
export type DraftContent = Record<string, string[]>

/** What is kept of a form: texts and ticks, no files, nothing secret. */
export function draftContent(form: FormData): DraftContent {
  const content = new Map<string, string[]>()
  for (const [name, value] of form)
    if (typeof value === 'string' && !SECRET.test(name)) content.set(name, [...(content.get(name) ?? []), value])
  return Object.fromEntries(content)
}

/** Whether a text is the address of a form in the organizers' workspace, without a language in front. */
export function isDraftForm(address: string): boolean {
  return address.length <= MOST_FORM && /^\/organize(\/[a-z0-9-]+)+(\?text=[a-z]{2,3})?$/.test(address)
}
