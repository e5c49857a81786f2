import { CheckField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** `conductUrl` is that of the event’s own code of conduct, where it has one. */
export function RegisterAgreements({
  form,
  count,
  conductUrl,
}: {
  form: FormState
  count: number
  conductUrl: string | null
}) {
  const { t, path } = usePage()
  const isOne = count === 1
  return (
    <>
      <CheckField form={form} name="conduct">
        {isOne ? t('register.conductStart') : t('register.conductStartMany')}{' '}
        <a href={conductUrl ?? path('/about/conduct')}>{t('register.conductLink')}</a>{' '}
        {isOne ? t('register.conductEnd') : t('register.conductEndMany')}
      </CheckField>
      <CheckField form={form} name="attendeeList" isOptional>
        {t('register.attendeeList', { count })}
      </CheckField>
      <CheckField form={form} name="photographs" isOptional>
        {t('register.photographs', { count })}
      </CheckField>
      <p className="hint">
        {t('register.keeping')} <a href={path('/about/privacy')}>{t('register.privacy')}</a>
      </p>
    </>
  )
}
