import type { SectionView } from './application-section.server.ts'
import { SelectField } from '#app/ui/fields.tsx'
import { isolate } from '#app/ui/isolate.ts'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** What somebody applies for, the first wish first. */
export function ApplicationWishes({ view, form }: { view: SectionView; form: FormState }) {
  const { t } = usePage()
  const typed = view.wishes
  const count = Math.min(view.choicesMaximum, view.choices.length)
  return (
    <>
      <p>{t('application.form.wishesLead')}</p>
      {Array.from({ length: Math.max(1, count) }, (_, at) => (
        <SelectField
          key={at}
          form={form}
          name={`wishes[${at}]`}
          label={t('application.form.wish', { number: at + 1 })}
          isOptional={at > 0}
          blank={at === 0 ? t('register.chooseOne') : t('application.form.noWish')}
          defaultValue={typed[at] ?? ''}
          options={view.choices
            .filter(({ id, isClosed }) => !isClosed || typed.includes(id))
            .map(({ id, name, isClosed }) => ({
              value: id,
              label: isClosed ? `${isolate(name)} (${t('application.form.closedChoice')})` : name,
            }))}
        />
      ))}
    </>
  )
}
