import { ChoiceField } from '#app/ui/fields.tsx'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** The ways to pay; the only one is chosen already. */
export function RegisterPayment({
  form,
  methods,
  contactEmail,
}: {
  form: FormState
  methods: string[]
  contactEmail: string | null
}) {
  const { t } = usePage()
  if (methods.length === 0)
    return (
      <Note is="warn">
        <p>{t('register.noMethod')}</p>
        {contactEmail && (
          <p>
            <a href={`mailto:${contactEmail}`}>{t('register.askOrganizers')}</a>
          </p>
        )}
      </Note>
    )
  const method = form.values['method'] ?? (methods.length === 1 ? methods : [])
  return (
    <ChoiceField
      form={{ ...form, values: { ...form.values, method } }}
      name="method"
      legend={t('register.howToPay')}
      options={methods.map((method) => ({
        value: method,
        label: method === 'card' ? t('register.method.card') : method,
        detail: method === 'card' ? t('register.method.cardDetail') : undefined,
      }))}
    />
  )
}
