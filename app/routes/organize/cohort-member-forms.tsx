import type { MemberPage } from './cohort-member.tsx'
import { SelectField, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** Puts one person in with what they get, takes them out, or leaves it to the suggestion again. */
export function MemberForms({ base, cohort, frame, person, mark, form }: MemberPage & { form: FormState }) {
  const { t, path } = usePage()
  const own = path(`${base}/${cohort.id}/members/${person.id}`)
  const version = <input type="hidden" name="version" value={cohort.version} />
  const wished = person.wishes.flatMap((id) => frame.choices.find((choice) => choice.id === id) ?? [])
  const choices = [...wished, ...frame.choices.filter((choice) => !wished.includes(choice))]
  return (
    <>
      <form method="post" action={own} className="after">
        <h2>{t('selection.member.put')}</h2>
        {version}
        {choices.length > 0 && (
          <SelectField
            form={form}
            name="choice"
            label={t('selection.fields.choice')}
            blank={t('selection.member.best')}
            options={choices.map(({ id, code, name }) => ({ value: id, label: `${code}: ${name}` }))}
            defaultValue={mark?.choiceId}
          />
        )}
        {frame.packages.length > 0 && (
          <SelectField
            form={form}
            name="package"
            label={t('selection.fields.package')}
            blank={t('selection.cohort.noAward')}
            options={frame.packages.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={mark?.packageId}
          />
        )}
        <TextField
          form={form}
          name="reason"
          label={t('selection.fields.reason')}
          hint={t('selection.cohort.reasonHint')}
          defaultValue={mark?.reason}
          maxLength={500}
        />
        <p className="row after">
          <button className="go">{t('selection.member.putButton')}</button>{' '}
          <button formAction={`${own}/out`}>{t('selection.member.takeButton')}</button>
        </p>
      </form>
      {mark?.byHand && (
        <form method="post" action={`${own}/release`} className="after">
          {version}
          <button className="plain">{t('selection.member.release')}</button>
        </form>
      )}
    </>
  )
}
