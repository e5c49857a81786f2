import { describe, fieldClass, type FieldProps, HintAndError, LabelText } from './field.tsx'
import { fieldId } from './field-id.ts'
import type { Option } from './fields.tsx'
import { usePage } from './use-page.ts'
import { COST_PARTS, costValue, readCosts } from '#app/applications/form/costs-answer.ts'
import { languageField } from '#app/registrations/questions/question.ts'
import { typedValue } from '#app/values/form-state.ts'
import { formatMoney } from '#app/values/money.ts'

/**
 * What something costs, item by item, and who pays what of it, with the sum as it was when it was last sent. The name of
 * an item stands above its amounts: beside them there is no room for three on a telephone.
 */
export function CostsField({ rows, currency, ...field }: FieldProps & { rows: Option[]; currency: string }) {
  const { t, language } = usePage()
  const described = describe(field)
  const heading = `${described.id}-l`
  const nameOf = (row: string, part: string) => `${field.name}.${languageField(row)}.${part}`
  const typed = rows.map(({ value: row }) => {
    const [cost = '', own = '', others = ''] = COST_PARTS.map((part) => typedValue(field.form, nameOf(row, part)))
    return costValue({ row, cost, own, others })
  })
  const costs = readCosts(
    typed.filter((value) => value !== ''),
    currency,
  )
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency }, language)
  return (
    <fieldset id={described.id} className={fieldClass(field)} aria-describedby={described['aria-describedby']}>
      <legend id={heading}>
        <LabelText {...field} />
      </legend>
      <HintAndError {...field} />
      <p className="hint">{t('application.form.costsIn', { currency })}</p>
      <div className="scroll" role="group" aria-labelledby={heading} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {COST_PARTS.map((part) => (
                <th key={part} scope="col">
                  {t(`application.form.${part}`)}
                </th>
              ))}
            </tr>
          </thead>
          {rows.map(({ value: row, label }) => (
            <tbody key={row} className="costs">
              <tr>
                <th scope="rowgroup" colSpan={COST_PARTS.length}>
                  <bdi>{label}</bdi>
                </th>
              </tr>
              <tr>
                {COST_PARTS.map((part) => (
                  <td key={part}>
                    <input
                      id={fieldId(nameOf(row, part))}
                      name={nameOf(row, part)}
                      inputMode="decimal"
                      dir="ltr"
                      size={6}
                      aria-label={`${label}${t('mail.colon')} ${t(`application.form.${part}`)}`}
                      defaultValue={typedValue(field.form, nameOf(row, part))}
                    />
                  </td>
                ))}
              </tr>
            </tbody>
          ))}
          {costs && costs.cost > 0 && (
            <tfoot>
              <tr>
                <td colSpan={COST_PARTS.length}>
                  <b>{t('application.form.total')}</b>
                  {t('mail.colon')}{' '}
                  {t('application.form.asked', { amount: money(costs.asked), cost: money(costs.cost) })}
                </td>
              </tr>
            </tfoot>
          )}
        </table>
      </div>
    </fieldset>
  )
}
