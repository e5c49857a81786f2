import { Crumbs } from '#app/ui/crumbs.tsx'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDays, formatMoment } from '#app/values/dates.ts'
import type { EntryView } from '#app/waiting-list/queries.server.ts'

const NEWS = { joined: 'waiting.joinedNote', changed: 'waiting.changed', 'at-end': 'waiting.changedAtEnd' } as const

/** Where one stands, in the first sentence, and the one thing to do now. */
export function WaitingLead({
  entry,
  news,
  takeQuery,
  declineAddress,
  ownQuery,
}: {
  entry: EntryView
  news: keyof typeof NEWS | null
  takeQuery: string
  declineAddress: string
  /** The key of this page. */
  ownQuery: string
}) {
  const { t, path, language } = usePage()
  const { offer, state, position } = entry
  const place = { place: position?.place ?? 1, of: position?.of ?? 1 }
  return (
    <>
      <Crumbs
        trail={[
          { label: t('common.events'), to: '/events' },
          { label: <bdi>{entry.title}</bdi>, to: `/events/${entry.slug}` },
          { label: t('waiting.title') },
        ]}
      />
      <div className="flow intro">
        <p className="kind">
          {t('waiting.title')} · <bdi>{entry.title}</bdi> ·{' '}
          <bdi>{formatDays(entry.startsOn, entry.endsOn, language)}</bdi>
        </p>
        <h1>{t(`waiting.heading.${state}`, place)}</h1>
        {state === 'waiting' && news && (
          <Note is="ok">
            <p>{t(NEWS[news])}</p>
          </Note>
        )}
        <p className="lead">{leadOf(entry, { t, language })}</p>
        {offer && (
          <p className="row">
            <a className="btn go" href={path(`/events/${entry.slug}/register?${takeQuery}`)}>
              {t('waiting.take', { count: offer.seats })}
            </a>{' '}
            <a className="btn" href={declineAddress}>
              {t('waiting.decline')}
            </a>{' '}
            <a className="btn" href={path(`/waiting-list/${entry.code}/offer.ics?${ownQuery}`)}>
              {t('agenda.offer')}
            </a>
          </p>
        )}
        {entry.isListOpen && (state === 'lapsed' || state === 'withdrawn') && (
          <p>
            <a className="btn go" href={path(`/events/${entry.slug}/waiting-list`)}>
              {t('waiting.joinAgain')}
            </a>
          </p>
        )}
        <p className="hint">
          {t('waiting.code')}{' '}
          <b>
            <bdi dir="ltr">{entry.code}</bdi>
          </b>
        </p>
      </div>
    </>
  )
}

function leadOf(entry: EntryView, { t, language }: Pick<ReturnType<typeof usePage>, 't' | 'language'>): string {
  const { state, position, offer, title: event } = entry
  if (offer) {
    const when = formatMoment(offer.untilAt, entry.zone, language)
    return t('waiting.offeredLead', { count: offer.seats, ticket: offer.ticket, when })
  }
  if (state === 'offered') return t('waiting.stateLead.taken', { event })
  if (state !== 'waiting') return t(`waiting.stateLead.${state}`, { event })
  if (entry.isLate) return t('waiting.stateLead.late', { event })
  if (!position || position.place === 1) return t('waiting.stateLead.first', { event })
  return t('waiting.stateLead.before', { event, seats: position.seatsBefore })
}
