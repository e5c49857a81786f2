import { useDesk } from './desk.ts'
import { StatusTag } from './status-tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { daysUntil, formatDays } from '#app/values/dates.ts'

/** Which event this is, how far away, how it stands; and what is done most from here. */
export function OverviewHead({ isReady }: { isReady: boolean }) {
  const event = useDesk()
  const { t, language, path, now } = usePage()
  const base = `/organize/${event.slug}`
  const days = daysUntil(now, event.startsAt)
  const dates = formatDays(event.startsOn, event.endsOn, language)
  const organizes = event.rights.includes('organize')
  const isDraft = event.status === 'draft'
  return (
    <div className="row ends">
      <div>
        <h1>
          <bdi>{event.title}</bdi>
        </h1>
        <p className="mute">
          {event.postponedAt === null ? dates : <s>{dates}</s>}
          {days > 0 &&
            event.postponedAt === null &&
            `${t('common.listSeparator')}${t('organize.inDays', { count: days })}`}{' '}
          · <StatusTag status={event.status} endsAt={event.endsAt} postponedAt={event.postponedAt} />
        </p>
      </div>
      <p className="row noprint">
        {isDraft && organizes && (
          <a className="btn" href={path(`${base}/preview`)}>
            {t('organize.preview')}
          </a>
        )}{' '}
        {!isDraft && (
          <a className="btn" href={path(`/events/${event.slug}`)}>
            {t('organize.publicPage')}
          </a>
        )}{' '}
        {organizes && (
          <a className={isReady ? 'btn go' : 'btn'} href={path(`${base}/publish`)}>
            {isDraft ? t('organize.publish') : t('figures.changeOrCancel')}
          </a>
        )}{' '}
        {event.status === 'published' && event.endsAt > now && event.rights.includes('people') && (
          <a className="btn go" href={path(`${base}/registrations/new`)}>
            {t('registrant.registerSomeone')}
          </a>
        )}
      </p>
    </div>
  )
}
