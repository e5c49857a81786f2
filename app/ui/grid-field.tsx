import { describe, fieldClass, type FieldProps, HintAndError, LabelText } from './field.tsx'
import { fieldId } from './field-id.ts'
import type { Option } from './fields.tsx'
import { usePage } from './use-page.ts'
import { languageField } from '#app/registrations/questions/question.ts'
import { isTicked } from '#app/values/form-state.ts'

/** Some things, each rated by one of the same levels: a row of radio buttons each. */
export function GridField({ rows, levels, ...field }: FieldProps & { rows: Option[]; levels: Option[] }) {
  const { t } = usePage()
  const described = describe(field)
  const heading = `${described.id}-l`
  return (
    <fieldset id={described.id} className={fieldClass(field)} aria-describedby={described['aria-describedby']}>
      <legend id={heading}>
        <LabelText {...field} />
      </legend>
      <HintAndError {...field} />
      <div className="scroll" role="group" aria-labelledby={heading} tabIndex={0}>
        <table className="rubric">
          <thead>
            <tr>
              <th scope="col">
                <span className="vh">{t('application.form.row')}</span>
              </th>
              {levels.map(({ value, label }) => (
                <th key={value} scope="col">
                  <bdi className="score">{label}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ value: row, label }) => {
              const name = `${field.name}.${languageField(row)}`
              return (
                <tr key={row}>
                  <th scope="row">
                    <bdi>{label}</bdi>
                  </th>
                  {levels.map(({ value, label: level }, at) => (
                    <td key={value}>
                      <label className="score">
                        <input
                          type="radio"
                          id={at === 0 ? fieldId(name) : undefined}
                          name={name}
                          value={value}
                          defaultChecked={isTicked(field.form, name, value) ?? false}
                        />
                        <span className="vh">
                          {label}
                          {t('mail.colon')} {level}
                        </span>
                      </label>
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </fieldset>
  )
}
