import type { ApplicationsData } from './applications.tsx'
import { allColumns, nameOfColumn } from '#app/applications/desk/application-columns.ts'
import { columnLabel } from './application-words.ts'
import { usePage } from '#app/ui/use-page.ts'

/** Which columns the table has: facts, and the answers. */
export function ApplicationsColumns({ questions, columns }: Pick<ApplicationsData, 'questions' | 'columns'>) {
  const { t } = usePage()
  const chosen = columns.map(nameOfColumn)
  return (
    <fieldset className="after">
      <legend>{t('applicants.columnsLabel')}</legend>
      <div className="row">
        {allColumns(questions).map((column) => (
          <label key={nameOfColumn(column)} className="check">
            <input
              type="checkbox"
              name="columns"
              value={nameOfColumn(column)}
              defaultChecked={chosen.includes(nameOfColumn(column))}
            />{' '}
            <bdi>{columnLabel(column, { t, questions })}</bdi>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
