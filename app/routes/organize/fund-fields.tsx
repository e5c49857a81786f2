import { SavedMeanwhile } from './saved-meanwhile.tsx'
import { isKey } from '#app/locales/translate.ts'
import type { Fund } from '#app/scholarships/funds/fund.ts'
import { GENDERS, type shownFund } from '#app/scholarships/funds/fund-form.ts'
import { CheckField, ChecksField, TextArea, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { ECONOMY_LIST_IDS } from '#app/values/economies.ts'
import type { FormState } from '#app/values/form-state.ts'

interface Props {
  form: FormState
  fund: Fund | null
  shown: ReturnType<typeof shownFund> | null
  /** The codes that calls of the event may be applied for with. */
  choices: string[]
  currency: string
}

const TEXTS = [
  ['code', 20],
  ['donor', 200],
  ['name', 200],
  ['currency', 3],
  ['budget', 20],
] as const

/** What is kept of a fund, and whom it is for. */
export function FundFields({ form, fund, shown, choices, currency }: Props) {
  const { t } = usePage()
  const label = (name: (typeof TEXTS)[number][0]) => t(`fund.fields.${name}`)
  const hints: Partial<Record<string, string>> = {
    code: t('fund.hints.code'),
    currency: t('fund.hints.currency'),
    budget: t('fund.hints.budget'),
  }
  return (
    <>
      <SavedMeanwhile
        form={form}
        seen={fund ? String(fund.version) : ''}
        rows={TEXTS.map(([name]) => ({ name, label: label(name), saved: shown?.[name] ?? '' }))}
      />
      {TEXTS.map(([name, maxLength]) => (
        <TextField
          key={name}
          form={form}
          name={name}
          label={label(name)}
          hint={hints[name]}
          defaultValue={shown ? shown[name] : name === 'currency' ? currency : null}
          maxLength={maxLength}
          {...(name === 'donor' || name === 'name' ? {} : { dir: 'ltr' as const })}
        />
      ))}
      <h2>{t('fund.conditions.title')}</h2>
      <p className="hint">{t('fund.conditions.lead')}</p>
      <ChecksField
        form={form}
        name="lists"
        legend={t('fund.fields.lists')}
        options={ECONOMY_LIST_IDS.map((value) => {
          const key = `call.economies.${value}`
          return { value, label: isKey(key) ? t(key) : value }
        })}
        defaultValues={shown?.lists ?? []}
        inColumns
        isOptional
      />
      <TextField
        form={form}
        name="countries"
        label={t('fund.fields.countries')}
        hint={t('fund.hints.countries')}
        defaultValue={shown?.countries ?? null}
        dir="ltr"
        maxLength={800}
        isOptional
      />
      <CheckField form={form} name="isExcluded" defaultValue={shown?.isExcluded ? 'on' : null}>
        {t('fund.conditions.isExcluded')}
      </CheckField>
      <ChecksField
        form={form}
        name="genders"
        legend={t('fund.fields.genders')}
        options={GENDERS.map((value) => ({ value, label: t(`fund.gender.${value}`) }))}
        defaultValues={shown?.genders ?? []}
        isOptional
      />
      <CheckField form={form} name="isFirstTime" defaultValue={shown?.isFirstTime ? 'on' : null}>
        {t('fund.conditions.isFirstTime')}
      </CheckField>
      {choices.length > 0 && (
        <ChecksField
          form={form}
          name="choices"
          legend={t('fund.fields.choices')}
          options={choices.map((code) => ({ value: code, label: <bdi>{code}</bdi> }))}
          defaultValues={shown?.choices ?? []}
          isOptional
        />
      )}
      <TextField
        form={form}
        name="question"
        label={t('fund.fields.question')}
        hint={t('fund.hints.question')}
        defaultValue={shown?.question ?? null}
        dir="ltr"
        maxLength={40}
        isOptional
      />
      <TextField
        form={form}
        name="values"
        label={t('fund.fields.values')}
        hint={t('fund.hints.values')}
        defaultValue={shown?.values ?? null}
        dir="ltr"
        maxLength={500}
        isOptional
      />
      <TextArea
        form={form}
        name="note"
        label={t('fund.fields.note')}
        defaultValue={shown?.note ?? null}
        maxLength={2000}
        isOptional
      />
    </>
  )
}
