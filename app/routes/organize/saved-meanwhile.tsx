import { Meanwhile } from '#app/ui/meanwhile.tsx'
import { type FormState, typedValue } from '#app/values/form-state.ts'

/** What the command says when somebody else was faster. */
const STALE = 'refusal.stale'

/**
 * In a form with the hidden field `seen`: what it was filled in over. After a refusal because somebody else saved
 * meanwhile it shows what stands there now beside what was typed; whoever sends the form again has seen that.
 */
export function SavedMeanwhile({
  form,
  seen,
  rows,
}: {
  form: FormState
  seen: string
  rows: { name: string; label: string; saved: string }[]
}) {
  const isStale = form.errors['']?.includes(STALE) ?? false
  const differing = rows
    .map(({ name, label, saved }) => ({ label, saved, typed: typedValue(form, name) ?? '' }))
    .filter(({ saved, typed }) => saved !== typed)
  return (
    <>
      {isStale && <Meanwhile rows={differing} />}
      <input type="hidden" name="seen" value={isStale ? seen : (typedValue(form, 'seen') ?? seen)} />
    </>
  )
}
