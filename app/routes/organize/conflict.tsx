import type { DetailField, StoredDetails } from '#app/events/details.ts'
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
    <section className="note flow wide" data-is="warn" aria-labelledby="conflict">
      <h2 id="conflict">{t('organize.conflict')}</h2>
      <p>{t('organize.conflictLead')}</p>
      <div className="scroll" role="group" aria-labelledby="conflict" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('organize.field')}</th>
              <th scope="col">{t('organize.savedMeanwhile')}</th>
              <th scope="col">{t('organize.typedByYou')}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field}>
                <th scope="row">{t(`organize.fields.${field}`)}</th>
                <td>
                  <Value value={String([saved[field]].flat().join(', '))} />
                </td>
                <td>
                  <Value value={typedValue(typed, field)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Value({ value }: { value: string }) {
  const { t } = usePage()
  return value === '' ? <small>{t('organize.empty')}</small> : <bdi>{value}</bdi>
}

/** A field as typed; rows of one field are named `languages[0]`, `languages[1]`, … */
function typedValue(typed: Record<string, string[]>, field: DetailField): string {
  return Object.entries(typed)
    .filter(([name]) => name === field || name.startsWith(`${field}[`))
    .flatMap(([, values]) => values)
    .filter((value) => value !== '')
    .join(', ')
}
