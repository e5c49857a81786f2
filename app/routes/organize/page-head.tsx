import type { ReactNode } from 'react'
import { isKey } from '#app/locales/translate.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

type CallRows = 'options' | 'rows' | 'levels' | 'anchors' | 'waves'
type OfferRows = 'rules' | 'prices' | 'parts' | 'amounts' | 'currencies' | 'seats'

/** Where the names of a form’s fields stand. */
export type FieldArea =
  | 'roster'
  | 'session'
  | 'call'
  | 'selection'
  | 'fund'
  | 'award'
  | 'admission'
  | 'certificate'
  | 'survey'

/** The head of a page with a form: what is wrong first, each error with the name of its field, then the title. */
export function PageHead({
  form,
  title,
  lead,
  area,
}: {
  form: FormState
  title: ReactNode
  lead?: ReactNode
  /** Where the names of its fields stand, before those of all pages. */
  area?: FieldArea
}) {
  const { t } = usePage()
  const labelOf = (name: string) => {
    const ofCall = area === 'call' && /^(options|rows|levels|anchors|waves)\[(\d+)\]/.exec(name)
    if (ofCall) return t(`call.rows.${ofCall[1] as CallRows}`, { number: Number(ofCall[2]) + 1 })
    const rule = /^(rules|prices|parts|amounts|currencies|seats)\[(\d+)\]/.exec(name)
    if (rule) return t(`offer.rows.${rule[1] as OfferRows}`, { number: Number(rule[2]) + 1 })
    const row = /^(steps|options|languages)\[(\d+)\]/.exec(name)
    if (row) return t(`organize.rows.${row[1] as 'steps' | 'options' | 'languages'}`, { number: Number(row[2]) + 1 })
    const person = /^(people|interpretation)\[(\d+)\]/.exec(name)
    if (person) return t(`session.rows.${person[1] as 'people' | 'interpretation'}`, { number: Number(person[2]) + 1 })
    const keys = [...(area ? [`${area}.fields.${name}`] : []), `organize.fields.${name}`, `offer.fields.${name}`]
    const key = keys.find((one) => isKey(one))
    return key && isKey(key) ? t(key) : undefined
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
