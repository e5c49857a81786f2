import { ApplyJudged } from './apply-judged.tsx'
import { toldForm } from './apply-check.tsx'
import type { ApplyView, Judgement } from './apply.server.ts'
import { SelectField, TextField } from '#app/ui/fields.tsx'
import { LANGUAGES } from '#app/locales/languages.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM, type FormState } from '#app/values/form-state.ts'

/** The first page of an application: who it is of, and where its link goes. What was told before rides along. */
export function ApplyStart({
  view,
  call,
  base,
  formKey,
  form = EMPTY_FORM,
  judged,
}: {
  view: ApplyView
  call: NonNullable<ApplyView['call']>
  base: string
  formKey: string
  form?: FormState | undefined
  judged: Judgement
}) {
  const { t, path, language } = usePage()
  const query = new URLSearchParams({ call: call.slug })
  return (
    <>
      <ApplyJudged call={call} judged={judged} />
      <p>
        <a href={`${path(base)}?${query}#check`}>{t('application.check.again')}</a>
      </p>
      <p>{t('application.start.lead')}</p>
      <form method="post" action={`${path(`${base}/begin`)}?${query}`} className="flow" noValidate>
        <input type="hidden" name="formKey" value={form.values['formKey']?.[0] ?? formKey} />
        {Object.entries(toldForm(judged).values).map(([name, [value]]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextField
          form={form}
          name="fullName"
          label={t('application.start.fullName')}
          hint={t('application.start.fullNameHint')}
          autoComplete="name"
          maxLength={200}
          defaultValue={view.me.fullName}
        />
        <TextField
          form={form}
          name="email"
          type="email"
          label={t('application.start.email')}
          hint={t('application.start.emailHint')}
          autoComplete="email"
          maxLength={191}
          defaultValue={view.me.email}
        />
        <SelectField
          form={form}
          name="language"
          label={t('application.start.language')}
          options={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))}
          defaultValue={language}
        />
        <p>
          <button className="go">{t('application.start.button')}</button>
        </p>
      </form>
    </>
  )
}
