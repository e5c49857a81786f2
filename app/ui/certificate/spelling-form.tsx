import { NameFields } from './name-fields.tsx'
import { Leaf } from '../leaf.tsx'
import { usePage } from '../use-page.ts'
import { formatMoment } from '#app/values/dates.ts'
import type { FormState } from '#app/values/form-state.ts'
import type { Instant } from '#app/values/moment.ts'

interface Props {
  form: FormState
  name: {
    name: string
    latinName: string | null
    seen: string
    confirmedAt: Instant | null
    confirmedBy: '' | 'person' | 'organizer' | null
  }
  zone: string
  address: string
}

/** How a name is spelled on a certificate, who agreed to that and when, and a form to change it. */
export function SpellingForm({ form, name, zone, address }: Props) {
  const { t, path, language } = usePage()
  const agreed = name.confirmedAt && name.confirmedBy
  return (
    <Leaf id="spelling" title={t('certificate.person.spelling')}>
      <p>{t('certificate.person.spellingLead')}</p>
      <p className="hint">
        {agreed
          ? t(`certificate.person.agreedBy.${agreed}`, { when: formatMoment(name.confirmedAt!, zone, language) })
          : t('certificate.person.notAgreed')}
      </p>
      <form method="post" action={path(address)} noValidate>
        <NameFields form={form} {...name} />
        <p className="after">
          <button className="go">{t('certificate.person.saveName')}</button>
        </p>
      </form>
    </Leaf>
  )
}
