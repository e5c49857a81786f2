import { useDesk } from './desk.ts'
import type { RegistrationData } from './registration.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** What can be done for somebody now. The front desk sends mails again; all else is the organizers'. */
export function RegistrationActs({ seat, asOwner }: Pick<RegistrationData, 'seat' | 'asOwner'>) {
  const { slug, rights } = useDesk()
  const { t, path } = usePage()
  const base = `/organize/${slug}/registrations/${seat.id}`
  const stands = seat.state === 'held' || seat.state === 'confirmed'
  const mayOrganize = rights.includes('organize')
  const link = (page: string, label: string) => (
    <a className="btn" href={path(`${base}/${page}`)}>
      {label}
    </a>
  )
  return (
    <div className="row noprint">
      {stands && (
        <a className="btn" href={path(`/organize/${slug}/check-in/${seat.id}`)}>
          {t('checkIn.checkIn')}
        </a>
      )}
      {mayOrganize && stands && seat.fullName !== '' && link('details', t('registrant.act.details'))}
      {mayOrganize && seat.state === 'confirmed' && link('ticket', t('registrant.act.ticket'))}
      {mayOrganize && seat.state === 'held' && link('confirm', t('registrant.act.confirm'))}
      {mayOrganize && stands && link('cancel', t('registrant.act.cancel'))}
      {stands && (
        <form method="post" action={path(`${base}/resend`)}>
          <button>{t('registrant.act.resend')}</button>
        </form>
      )}
      {asOwner && (
        <a href={path(asOwner)} rel="noreferrer">
          {t('registrant.act.asOwner')}
        </a>
      )}
    </div>
  )
}
