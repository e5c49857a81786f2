import type { CheckInPersonData } from './check-in-person.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** What the desk can do for this person: one button, and where the rest is done. */
export function CheckInActs({
  holder,
  judgement,
  query,
  isHere,
  isConfirmed,
  slug,
}: CheckInPersonData & { slug: string }) {
  const { t, path } = usePage()
  const own = `/organize/${slug}/check-in/${holder.registrationId}`
  const { verdict, mayOverrule } = judgement
  const kept = [...new URLSearchParams(query)].map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
  return (
    <div className="row">
      {verdict === 'ok' && (
        <form method="post" action={path(own)}>
          {kept}
          <button className="go">{t('checkIn.checkIn')}</button>
        </form>
      )}
      {verdict === 'not-paid' && (
        <a className="btn go" href={path(`/finance/desk/${holder.orderCode}`)}>
          {t('checkIn.takeMoney')}
        </a>
      )}
      {mayOverrule.includes('desk') && (
        <form method="post" action={path(own)}>
          {kept}
          <input type="hidden" name="overrule" value={verdict} />
          <button>{t('checkIn.anyway')}</button>
        </form>
      )}
      {isHere && (
        <form method="post" action={path(`${own}/undo`)}>
          {kept}
          <button>{t('checkIn.undo')}</button>
        </form>
      )}
      {isConfirmed && (
        <a href={path(`/organize/${slug}/badges.pdf?person=${holder.registrationId}`)}>{t('checkIn.badge')}</a>
      )}{' '}
      <a href={path(`/organize/${slug}/registrations/${holder.registrationId}`)}>{t('checkIn.registration')}</a>
    </div>
  )
}
