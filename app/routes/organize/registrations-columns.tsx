import type { RegistrationsData } from './registrations.tsx'
import { nameOfAnswer, nameOfColumn } from '#app/participants/columns/columns.ts'
import { usePage } from '#app/ui/use-page.ts'

/** Which columns the table has: facts, and the answers that the reader may read. */
export function RegistrationsColumns({
  fields,
  questions,
  columns,
}: Pick<RegistrationsData, 'fields' | 'questions' | 'columns'>) {
  const { t } = usePage()
  const chosen = columns.map(nameOfColumn)
  const offered = [
    ...fields.map((field) => ({ name: field as string, label: t(`registrant.columns.${field}`) })),
    ...questions.map(({ id, label }) => ({ name: nameOfAnswer(id), label })),
  ]
  return (
    <fieldset className="after">
      <legend>{t('registrant.columnsLabel')}</legend>
      <div className="row">
        {offered.map(({ name, label }) => (
          <label key={name} className="check">
            <input type="checkbox" name="columns" value={name} defaultChecked={chosen.includes(name)} />{' '}
            <bdi>{label}</bdi>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
