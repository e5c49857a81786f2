import type { ReactNode } from 'react'
import { isKey } from '#app/locales/translate.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

type OfferRows = 'rules' | 'prices' | 'parts' | 'amounts' | 'currencies' | 'seats'

/** The head of a page with a form: what is wrong first, each error with the name of its field, then the title. */
export function PageHead({ form, title, lead }: { form: FormState; title: ReactNode; lead?: ReactNode }) {
  const { t } = usePage()
  const labelOf = (name: string) => {
    const rule = /^(rules|prices|parts|amounts|currencies|seats)\[(\d+)\]/.exec(name)
    if (rule) return t(`offer.rows.${rule[1] as OfferRows}`, { number: Number(rule[2]) + 1 })
    const row = /^(steps|options|languages)\[(\d+)\]/.exec(name)
    if (row) return t(`organize.rows.${row[1] as 'steps' | 'options' | 'languages'}`, { number: Number(row[2]) + 1 })
    const [key, other] = [`organize.fields.${name}`, `offer.fields.${name}`]
    return isKey(key) ? t(key) : isKey(other) ? t(other) : undefined
  }
  return (
    <div className="row">
      <div className="flow">
        <ErrorSummary form={form} labelOf={labelOf} />
        <div>
          <h1>{title}</h1>
          {lead && <p className="mute">{lead}</p>}
        </div>
      </div>
    </div>
  )
}
