import { LimitsTargets } from './limits-targets.tsx'
import type { LimitsPage } from './limits-reading.server.ts'
import { budgetField, EMPTY_FLUENCY } from '#app/applications/selection/limits/limits-form.ts'
import { SelectField, TextField } from '#app/ui/fields.tsx'
import { isolateIn } from '#app/ui/isolate.ts'
import { usePage } from '#app/ui/use-page.ts'
import { languageName } from '#app/values/dates.ts'
import type { FormState } from '#app/values/form-state.ts'
import { formatMoney } from '#app/values/money.ts'

type Props = LimitsPage & { form: FormState }

/** The fields of the limits of a call, or of one cohort. */
export function LimitsFields({ form, limits, call, choices, funds }: Props) {
  const { t, language } = usePage()
  return (
    <>
      <fieldset className="field">
        <legend>
          <h2>{t('selection.limits.caps')}</h2>
        </legend>
        {(['mostPerCountry', 'mostPerOrganization'] as const).map((name) => (
          <TextField
            key={name}
            form={form}
            name={name}
            type="number"
            label={t(`selection.fields.${name}`)}
            defaultValue={limits[name]}
            isOptional
          />
        ))}
      </fieldset>
      <LimitsTargets form={form} limits={limits} call={call} />
      <Fluency form={form} limits={limits} call={call} />
      {choices.length > 0 && (
        <fieldset className="field">
          <legend>
            <h2>{t('selection.limits.seats')}</h2>
          </legend>
          <p className="hint">{t('selection.limits.seatsHint')}</p>
          <div className="cols">
            {choices.map(({ code, seats }, at) => (
              <div key={code}>
                <input type="hidden" name={`seats[${at}].code`} value={code} />
                <TextField
                  form={form}
                  name={`seats[${at}].most`}
                  type="number"
                  label={<bdi>{t('selection.limits.seatsOf', { code })}</bdi>}
                  hint={
                    seats === null
                      ? t('selection.limits.seatsOpen')
                      : t('selection.limits.seatsThere', { count: seats })
                  }
                  defaultValue={limits.seats[code]}
                />
              </div>
            ))}
          </div>
        </fieldset>
      )}
      {funds.length > 0 && (
        <fieldset className="field">
          <legend>
            <h2>{t('selection.limits.budget')}</h2>
          </legend>
          <p className="hint">{t('selection.limits.seatsHint')}</p>
          {funds.map(({ code, name, currency, freeMinor }, at) => (
            <div key={code}>
              <input type="hidden" name={`budget[${at}].code`} value={code} />
              <TextField
                form={form}
                name={`budget[${at}].most`}
                dir="ltr"
                label={<bdi>{t('selection.limits.budgetOf', { fund: name, currency })}</bdi>}
                hint={t('selection.limits.budgetThere', {
                  amount: isolateIn(language, formatMoney({ amountMinor: freeMinor, currency }, language)),
                })}
                defaultValue={budgetField(limits, { code, currency })}
              />
            </div>
          ))}
        </fieldset>
      )}
    </>
  )
}

/** How well somebody must know the language that a course is taught in, where the form asks for it. */
function Fluency({ form, limits, call }: Pick<Props, 'form' | 'limits' | 'call'>) {
  const { t, language } = usePage()
  const questions = call.questions.filter(({ kind }) => kind === 'languages')
  const taught = [...new Set(call.choices.flatMap(({ taughtIn }) => taughtIn ?? []))]
  if (questions.length === 0 || taught.length === 0) return null
  const count = Math.min(taught.length, limits.fluency.length + EMPTY_FLUENCY)
  return (
    <fieldset className="field">
      <legend>
        <h2>{t('selection.limits.fluency')}</h2>
      </legend>
      <p className="hint">{t('selection.limits.fluencyHint')}</p>
      {Array.from({ length: count }, (_, at) => (
        <div key={at} className="row">
          <SelectField
            form={form}
            name={`fluency[${at}].language`}
            label={t('selection.limits.language')}
            blank={t('selection.limits.noTarget')}
            options={taught.map((code) => ({ value: code, label: languageName(code, language) }))}
            defaultValue={limits.fluency[at]?.language}
          />
          <SelectField
            form={form}
            name={`fluency[${at}].question`}
            label={t('selection.limits.question')}
            options={questions.map(({ code, label }) => ({ value: code, label }))}
            defaultValue={limits.fluency[at]?.question}
          />
          <TextField
            form={form}
            name={`fluency[${at}].least`}
            type="number"
            label={t('selection.limits.level')}
            defaultValue={limits.fluency[at]?.least}
          />
        </div>
      ))}
    </fieldset>
  )
}
