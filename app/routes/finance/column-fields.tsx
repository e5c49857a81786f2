import { SelectField, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'
import { columnLetter } from './table-preview.tsx'

const DELIMITERS = [';', ',', '\t', '|']

/** What the columns of a table mean, each from a list of its headings. */
export function ColumnFields({ form, head, columns }: { form: FormState; head: string[]; columns: number }) {
  const { t } = usePage()
  const options = Array.from({ length: Math.max(columns, head.length) }, (_, at) => ({
    value: String(at),
    label: [columnLetter(at), head[at]?.trim()].filter(Boolean).join(' · '),
  }))
  const column = (name: string, isOptional = false) => (
    <SelectField
      key={name}
      {...{ form, name, options, isOptional }}
      label={t(`finance.mapping.field.${name as 'day'}`)}
      blank={t('finance.mapping.none')}
    />
  )
  const choice = (name: string, values: string[]) => (
    <SelectField
      key={name}
      {...{ form, name }}
      label={t(`finance.mapping.field.${name as 'day'}`)}
      options={values.map((value) => ({
        value,
        label: t(`finance.mapping.${name as 'dayFormat'}.${value as 'day-first'}`),
      }))}
    />
  )
  return (
    <div className="cols">
      <div>
        <h3>{t('finance.mapping.part.file')}</h3>
        <SelectField
          {...{ form, name: 'delimiter' }}
          label={t('finance.mapping.field.delimiter')}
          options={DELIMITERS.map((value) => ({
            value,
            label: t(
              `finance.mapping.delimiter.${value === '\t' ? 'tab' : value === ';' ? 'semicolon' : value === ',' ? 'comma' : 'bar'}`,
            ),
          }))}
        />
        <TextField {...{ form, name: 'headRow' }} type="number" label={t('finance.mapping.field.headRow')} />
        {column('day')}
        {choice('dayFormat', ['year-first', 'day-first', 'month-first'])}
      </div>
      <div>
        <h3>{t('finance.mapping.part.money')}</h3>
        {choice('amounts', ['signed', 'sign-column', 'two-columns'])}
        {column('amount', true)}
        {column('sign', true)}
        <TextField
          {...{ form, name: 'outWord', isOptional: true }}
          label={t('finance.mapping.field.outWord')}
          hint={t('finance.mapping.outWordHint')}
          maxLength={20}
        />
        {column('credit', true)}
        {column('debit', true)}
        {choice('decimal', ['point', 'comma'])}
        <TextField
          {...{ form, name: 'currency' }}
          label={t('finance.mapping.field.currency')}
          hint={t('finance.mapping.currencyHint')}
          dir="ltr"
          maxLength={3}
        />
        {column('currencyColumn', true)}
        {column('charges', true)}
      </div>
      <div>
        <h3>{t('finance.mapping.part.texts')}</h3>
        {column('payer', true)}
        {column('text1')}
        {column('text2', true)}
        {column('text3', true)}
        {column('bankId', true)}
        <p className="hint">{t('finance.mapping.bankIdHint')}</p>
      </div>
    </div>
  )
}
