import type { ShownPlan } from './programme-preview.tsx'
import { ImportTime } from './import-time.tsx'
import { ChoiceField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { type FormState, isTicked } from '#app/values/form-state.ts'

/** What is left to decide, and the button that does it. The plan that was looked at goes with it. */
export function ImportForm({
  form,
  plan,
  hasNew,
  back,
}: {
  form: FormState
  plan: ShownPlan
  hasNew: boolean
  back: string
}) {
  const { t, path } = usePage()
  return (
    <form method="post">
      <input type="hidden" name="seen" value={plan.seen} />
      {plan.gone.length > 0 && (
        <fieldset className="field">
          <legend>{t('programme.preview.gone')}</legend>
          <p className="hint">{t('programme.preview.goneLead')}</p>
          {plan.gone.map(({ id, title, when, isUsed }) => (
            <label key={id} className="check">
              <input
                type="checkbox"
                name="remove"
                value={id}
                defaultChecked={isTicked(form, 'remove', id) ?? false}
                disabled={isUsed}
              />{' '}
              <span>
                <bdi>{title}</bdi>{' '}
                <small>
                  <ImportTime when={when} /> {isUsed && t('release.keptUsed')}
                </small>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {hasNew && (
        <ChoiceField
          form={form}
          name="shown"
          legend={t('programme.preview.publicLegend')}
          options={[
            { value: 'everybody', label: t('programme.everybody') },
            { value: 'organizers', label: t('programme.organizers') },
          ]}
          defaultValue="everybody"
        />
      )}
      <p className="row after">
        <button className="go">{t('programme.preview.apply')}</button>{' '}
        <a href={path(`${back}/import`)}>{t('programme.preview.again')}</a>{' '}
        <a href={path(back)}>{t('organize.leaveAsIs')}</a>
      </p>
    </form>
  )
}
