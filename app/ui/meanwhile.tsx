import { ScrollTable } from './scroll-table.tsx'
import { usePage } from './use-page.ts'

interface Row {
  label: string
  saved: string
  typed: string
}

/** What somebody else saved meanwhile, beside what was typed here, field by field. */
export function Meanwhile({ rows }: { rows: Row[] }) {
  const { t } = usePage()
  return (
    <section className="note flow wide" data-is="warn" aria-labelledby="conflict">
      <h2 id="conflict">{t('organize.conflict')}</h2>
      <p>{t('organize.conflictLead')}</p>
      <ScrollTable labelledBy="conflict">
        <thead>
          <tr>
            <th scope="col">{t('organize.field')}</th>
            <th scope="col">{t('organize.savedMeanwhile')}</th>
            <th scope="col">{t('organize.typedByYou')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, saved, typed }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>
                <Value value={saved} />
              </td>
              <td>
                <Value value={typed} />
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </section>
  )
}

function Value({ value }: { value: string }) {
  const { t } = usePage()
  return value === '' ? <small>{t('organize.empty')}</small> : <bdi>{value}</bdi>
}
