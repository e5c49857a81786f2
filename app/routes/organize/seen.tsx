import type { FormState } from '#app/values/form-state.ts'

/**
 * What the form was filled in over. When somebody saved something else meanwhile, the page says so once and carries
 * what stands there now, so that saving again is a decision.
 */
export function Seen({ form, seen }: { form: FormState; seen: string }) {
  const isStale = form.errors['']?.some((message) => message.startsWith('refusal.offer-stale'))
  return <input type="hidden" name="seen" value={isStale ? seen : (form.values.seen?.[0] ?? seen)} />
}
