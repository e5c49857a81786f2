import type { ApplyView, Judgement } from './apply.server.ts'
import { ApplyJudged } from './apply-judged.tsx'
import { CountryField, SelectField, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM, type FormState } from '#app/values/form-state.ts'

type Shown = NonNullable<ApplyView['call']>

/** What decides whether one may apply, asked before anything else; with what speaks against it when that is known. */
export function ApplyCheck({
  call,
  base,
  form,
  judged,
}: {
  call: Shown
  base: string
  form: FormState | undefined
  judged: Judgement | null
}) {
  const { t, path, now } = usePage()
  const { asks } = call
  const state = form ?? (judged ? toldForm(judged) : EMPTY_FORM)
  const year = Number(now.slice(0, 4))
  const query = new URLSearchParams({ call: call.slug })
  return (
    <>
      {judged ? <ApplyJudged call={call} judged={judged} /> : <p>{t('application.check.lead')}</p>}
      <form method="post" action={`${path(base)}?${query}#check`} className="flow" noValidate>
        <CountryField
          form={state}
          name="residence"
          label={t('application.check.residence')}
          blank={t('register.chooseOne')}
        />
        {asks.birthYear && (
          <TextField
            form={state}
            name="birthYear"
            type="number"
            label={t('application.check.birthYear')}
            hint={t('application.check.birthYearHint')}
            autoComplete="bday-year"
            isOptional
          />
        )}
        {asks.awardYears !== null && (
          <SelectField
            form={state}
            name="award"
            label={t('application.check.award')}
            hint={t('application.check.awardHint')}
            blank={t('register.chooseOne')}
            options={[
              { value: 'none', label: t('application.check.awardNo') },
              ...Array.from({ length: asks.awardYears }, (_, at) => ({
                value: String(year - at),
                label: t('application.check.awardYear', { year: year - at }),
              })),
              {
                value: String(year - asks.awardYears),
                label: t('application.check.awardEarlier', { year: year - asks.awardYears + 1 }),
              },
            ]}
            isOptional
          />
        )}
        <p>
          <button className="go">{t('application.check.button')}</button>
        </p>
      </form>
    </>
  )
}

/** What was told, as the fields of a form. */
export function toldForm({ told }: Judgement): FormState {
  const values = Object.entries(told).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, [String(value)]] as [string, string[]]],
  )
  return { values: Object.fromEntries(values), errors: {} }
}
