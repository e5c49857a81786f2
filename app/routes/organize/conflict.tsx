import type { DetailField, StoredDetails } from '#app/events/details.ts'
import { Meanwhile } from '#app/ui/meanwhile.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** What somebody else saved meanwhile, beside what was typed here. Nothing is lost: the form below holds what was typed. */
export function Conflict({
  fields,
  typed,
  saved,
}: {
  fields: DetailField[]
  typed: Record<string, string[]>
  saved: StoredDetails
}) {
  const { t } = usePage()
  return (
    <Meanwhile
      rows={fields.map((field) => ({
        label: t(`organize.fields.${field}`),
        saved: String([saved[field]].flat().join(', ')),
        typed: typedValue(typed, field),
      }))}
    />
  )
}

/** A field as typed; rows of one field are named `languages[0]`, `languages[1]`, … */
function typedValue(typed: Record<string, string[]>, field: DetailField): string {
  return Object.entries(typed)
    .filter(([name]) => name === field || name.startsWith(`${field}[`))
    .flatMap(([, values]) => values)
    .filter((value) => value !== '')
    .join(', ')
}
