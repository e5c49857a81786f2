import { foreign } from '../foreign.ts'
import { Leaf } from '../leaf.tsx'
import { usePage } from '../use-page.ts'

/** The whole programme, one of its tracks, or the event in one piece: for the reader's calendar. */
export function ProgrammeCalendars({
  slug,
  tracks,
}: {
  slug: string
  tracks: { code: string; title: string; language: string }[]
}) {
  const { t, feed } = usePage()
  const files = [
    { code: '', href: `/events/${slug}/programme.ics`, label: t('calendar.event.programme') },
    ...(tracks.length > 1 ? tracks : []).map(({ code, title }) => ({
      code,
      href: `/events/${slug}/programme/${encodeURIComponent(code)}.ics`,
      label: t('calendar.event.track', { track: title === code ? code : `${code} ${title}` }),
    })),
    { code: 'event', href: `/events/${slug}.ics`, label: t('calendar.event.whole') },
  ]
  return (
    <Leaf id="calendar" title={t('calendar.event.title')} isPrinted={false}>
      <p>{t('calendar.event.notBoth')}</p>
      <ul>
        {files.map(({ code, href, label }) => (
          <li key={code}>
            <a href={feed(href)}>
              <bdi>{label}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </Leaf>
  )
}

/** One session, for the reader's calendar. */
export function SessionFile({
  slug,
  session: { id, title, language },
}: {
  slug: string
  session: { id: string; title: string; language: string | null }
}) {
  const page = usePage()
  return (
    <a className="noprint" href={page.feed(`/events/${slug}/sessions/${id}.ics`)}>
      <span>
        {page.t('calendar.event.session')}
        <span className="vh">
          {': '}
          <bdi {...(language ? foreign(language, page.language) : {})}>{title}</bdi>
        </span>
      </span>
    </a>
  )
}
