import type { ReactNode } from 'react'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import type { FormState } from '#app/values/form-state.ts'

/** The head of a page with a form: what is wrong first, then the title. */
export function FormHead({
  form,
  title,
  lead,
  labels = {},
}: {
  form: FormState
  title: ReactNode
  lead?: ReactNode
  /** The names of the fields, for errors whose sentence alone does not say whose they are. */
  labels?: Record<string, string>
}) {
  return (
    <div className="row">
      <div className="flow">
        <ErrorSummary form={form} labelOf={(name) => labels[name]} />
        <div>
          <h1>{title}</h1>
          {lead && <p className="mute">{lead}</p>}
        </div>
      </div>
    </div>
  )
}
