import type { Shown } from './programme.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'

/** The ways to less of it, by track and by day, and to all of it on one page or as text. */
export function Choices({ programme, track, day, days, isByDay }: Shown & { days: string[] }) {
  const { t, language, path, feed } = usePage()
  const address = (query: Record<string, string | null>) => addressOf(path, programme.slug, query)
  return (
    <div className="noprint flow">
      {programme.tracks.length > 1 && (
        <nav aria-label={t('event.programme.trackFilter')}>
          <ul role="list" className="row">
            <li>
              <a href={address({ day: isByDay ? day : null })} aria-current={track === null ? 'true' : undefined}>
                {t('event.programme.allTracks')}
              </a>
            </li>
            {programme.tracks.map(({ code, title }) => (
              <li key={code}>
                <a
                  href={address({ day: isByDay ? day : null, track: code })}
                  aria-current={track === code ? 'true' : undefined}
                  title={title}
                >
                  <bdi>{code}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {days.length > 1 && (
        <nav aria-label={t('event.programme.days')}>
          <ul role="list" className="row">
            {days.map((one) => (
              <li key={one}>
                <a
                  href={isByDay ? address({ day: one, track }) : `#d${one}`}
                  aria-current={isByDay && one === day ? 'page' : undefined}
                >
                  {formatDay(one, language, { year: false })}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {days.length > 0 && (
        <p className="row">
          {isByDay && <a href={address({ day: 'all', track })}>{t('release.page.print')}</a>}
          <a href={feed(`/events/${programme.slug}/programme.txt${track ? `?${new URLSearchParams({ track })}` : ''}`)}>
            {t('release.page.text')}
          </a>
        </p>
      )}
    </div>
  )
}

function addressOf(path: (address: string) => string, slug: string, query: Record<string, string | null>): string {
  const set = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== null)
  const search = new URLSearchParams(set)
  return path(`/events/${slug}/programme${search.size > 0 ? `?${search}` : ''}`)
}
