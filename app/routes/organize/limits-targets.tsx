import { economiesLabel, targetLabel } from './selection-words.ts'
import type { RankedCall } from './ranking-table.tsx'
import { type Limits, targetName, type TargetKind } from '#app/applications/selection/limits/limits.ts'
import { EMPTY_TARGETS, targetOf } from '#app/applications/selection/limits/limits-form.ts'
import { LANGUAGES } from '#app/locales/languages.ts'
import { describe, fieldClass, HintAndError } from '#app/ui/field.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { ECONOMY_LIST_IDS } from '#app/values/economies.ts'
import { type FormState, typedValue } from '#app/values/form-state.ts'

interface Props {
  form: FormState
  limits: Pick<Limits, 'targets'>
  call: RankedCall
}

/** A row for each target and some empty ones: what is counted, and how much of it there should be. */
export function LimitsTargets({ form, limits, call }: Props) {
  const { t } = usePage()
  const rows = Array.from({ length: limits.targets.length + EMPTY_TARGETS }, (_, at) => limits.targets[at] ?? null)
  return (
    <fieldset className="field">
      <legend>
        <h2>{t('selection.limits.targets')}</h2>
      </legend>
      <p className="hint">{t('selection.limits.targetsHint')}</p>
      {rows.map((target, at) => (
        <div key={at} className="row">
          <TargetSelect form={form} at={at} call={call} saved={target ? targetName(target) : ''} />
          {(['least', 'most'] as const).map((bound) => (
            <TextField
              key={bound}
              form={form}
              name={`targets[${at}].${bound}`}
              type="number"
              label={t(`selection.limits.${bound}`)}
              defaultValue={target?.[bound]}
            />
          ))}
        </div>
      ))}
    </fieldset>
  )
}

function TargetSelect({ form, at, call, saved }: { form: FormState; at: number; call: RankedCall; saved: string }) {
  const { t, language } = usePage()
  const field = { form, name: `targets[${at}].what`, label: t('selection.limits.what', { number: at + 1 }) }
  const groups = useTargetGroups(call)
  const known = groups.flatMap(({ targets }) => targets)
  const kept = saved !== '' && !known.includes(saved) ? [saved] : []
  const label = (name: string) => targetLabel(targetOf(name)!, { t, language, questions: call.questions })
  return (
    <div className={fieldClass(field)}>
      <label htmlFor={describe(field).id}>{field.label}</label>
      <HintAndError {...field} />
      <select {...describe(field)} defaultValue={typedValue(form, field.name) ?? saved}>
        <option value="">{t('selection.limits.noTarget')}</option>
        {kept.map((name) => (
          <option key={name} value={name}>
            {label(name)}
          </option>
        ))}
        {groups.map(({ group, targets }) => (
          <optgroup key={group} label={t(`selection.limits.groups.${group}`)}>
            {targets.map((name) => (
              <option key={name} value={name}>
                {label(name)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  )
}

/** What can be counted in this call, by the names of targets. */
function useTargetGroups({ questions, choices }: RankedCall) {
  const { t, language } = usePage()
  const name = (kind: TargetKind, of = '') => targetName({ kind, of })
  const gender = questions.find(({ meaning }) => meaning === 'gender')
  const taught = [...new Set(choices.flatMap(({ taughtIn }) => taughtIn ?? []))]
  const lists = ECONOMY_LIST_IDS.toSorted((one, other) =>
    economiesLabel(one, t).localeCompare(economiesLabel(other, t), language),
  )
  const asked = questions.filter(({ kind, meaning }) => kind !== 'languages' && meaning !== 'gender')
  return [
    {
      group: 'people' as const,
      targets: [...(gender?.options ?? []).map(({ value }) => name('gender', value)), name('first-time')],
    },
    {
      group: 'counts' as const,
      targets: [name('countries'), name('teams'), ...taught.map((code) => name('full', code))],
    },
    {
      group: 'places' as const,
      targets: lists.flatMap((list) => [name('economies', list), name('newcomers', list)]),
    },
    { group: 'languages' as const, targets: LANGUAGES.map(({ code }) => name('language', code)) },
    {
      group: 'answers' as const,
      targets: asked.flatMap(({ code, kind, options }) =>
        (kind === 'yesno' ? ['yes', 'no'] : options.map(({ value }) => value)).map((value) =>
          name('answer', `${code}:${value}`),
        ),
      ),
    },
  ].filter(({ targets }) => targets.length > 0)
}
