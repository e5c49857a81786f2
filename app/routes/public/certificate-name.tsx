import type { SerializeFrom } from '@remix-run/node'
import type { loader } from './certificate.tsx'
import { NameFields } from '#app/ui/certificate/name-fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoment } from '#app/values/dates.ts'
import type { FormState } from '#app/values/form-state.ts'

type Own = NonNullable<SerializeFrom<typeof loader>['own']>

/** The name as it stands or will stand, to be agreed to or corrected while there is time. */
export function CertificateName({ own, form }: { own: Own; form: FormState }) {
  const { t, path, language, now } = usePage()
  const when = formatMoment(own.until, own.event.zone, language)
  if (!own.isConfirmed) return null
  return (
    <Leaf id="name" title={t('certificate.fields.name')}>
      {own.confirmedAt && <p>{t('certificate.own.confirmed')}</p>}
      {now >= own.until ? (
        <p>{t('certificate.own.over', { when })}</p>
      ) : (
        <form method="post" action={path(`/registrations/${own.code}/certificate?key=${own.key}`)} noValidate>
          <p>{t('certificate.own.checkLead')}</p>
          <NameFields form={form} name={own.name} latinName={own.latinName} seen={own.seen} />
          <p className="after">
            <button className="go">{t('certificate.own.confirm')}</button>
          </p>
          <p className="hint">{t('certificate.own.until', { when })}</p>
        </form>
      )}
    </Leaf>
  )
}
