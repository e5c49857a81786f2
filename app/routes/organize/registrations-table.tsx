import { useDesk } from './desk.ts'
import { RegistrationCell } from './registration-cell.tsx'
import { columnLabel } from './registrations-words.ts'
import type { RegistrationsData } from './registrations.tsx'
import { nameOfColumn } from '#app/participants/columns/columns.ts'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** The rows, with a box for each where something can be done with several at once. */
export function RegistrationsTable(shown: RegistrationsData) {
  const { rows, total, columns, questions, query } = shown
  const { slug, rights } = useDesk()
  const { t, path } = usePage()
  const mayChoose = rights.includes('organize')
  return (
    <form action={path(`/organize/${slug}/runs/new`)}>
      <ScrollTable label={t('organize.registrations')}>
        <thead>
          <tr>
            {mayChoose && (
              <td className="noprint">
                <span className="vh">{t('registrant.choose')}</span>
              </td>
            )}
            <th scope="col">{t('organize.name')}</th>
            {columns.map((column) => (
              <th key={nameOfColumn(column)} scope="col">
                <bdi>{columnLabel(column, questions, t)}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {mayChoose && (
                <td className="noprint">
                  <input
                    type="checkbox"
                    name="chosen"
                    value={row.id}
                    aria-label={t('registrant.chooseOne', { name: row.fullName || row.code })}
                  />
                </td>
              )}
              <th scope="row">
                <a href={path(`/organize/${slug}/registrations/${row.id}`)}>
                  <bdi>{row.fullName || row.code}</bdi>
                </a>
                {row.email && (
                  <>
                    <br />
                    <small>
                      <bdi>{row.email}</bdi>
                    </small>
                  </>
                )}
                {row.fullName === '' && (
                  <>
                    <br />
                    <small>{t(row.erasedAt ? 'registrant.erased' : 'registrant.unnamed')}</small>
                  </>
                )}
              </th>
              {columns.map((column) => (
                <td key={nameOfColumn(column)}>
                  <RegistrationCell column={column} row={row} words={shown} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {mayChoose && (
        <p className="row after noprint">
          <button>{t('registrant.doWithChosen')}</button>{' '}
          <a href={path(`/organize/${slug}/runs/new?all=1${query === '' ? '' : `&${query}`}`)}>
            {t('registrant.doWithAll', { count: total })}
          </a>
        </p>
      )}
    </form>
  )
}
