import type { DueItem } from '#app/participants/home/due-items.ts'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'
import { offsetName, wallClock } from '#app/values/moment.ts'

interface Props {
  items: DueItem[]
  zone: string
  /** What a clock there is named after: the city, else the zone. */
  place: string
}

const SOON_DAYS = 7

/** What waits for who teaches, each by its day on the event's clock. */
export function DueList({ items, zone, place }: Props) {
  const { t, path } = usePage()
  return (
    <ul role="list">
      {items.map((item) => {
        const { code, count, to, at } = item
        const text = t(`workshop.dueItems.${code}`, { count })
        return (
          <li key={`${code}${at}`} className="todo">
            <DueTag item={item} zone={zone} />
            <span>
              <b>{text}</b>
              {at && (
                <>
                  <br />
                  <small>
                    {t('workshop.byDay', { time: wallClock(at, zone).time, place, offset: offsetName(at, zone) })}
                  </small>
                </>
              )}
            </span>
            <a href={path(to)} aria-label={`${t(`workshop.dueLinks.${code}`)}: ${text}`}>
              {t(`workshop.dueLinks.${code}`)}
            </a>
          </li>
        )
      })}
    </ul>
  )
}

/** By when, as shape, colour and word. */
export function DueTag({ item: { at }, zone }: { item: DueItem; zone: string }) {
  const { t, language, now } = usePage()
  if (at === null) return <Tag is="wait">{t('workshop.now')}</Tag>
  const { day } = wallClock(at, zone)
  const isSoon = Date.parse(at) - Date.parse(now) <= SOON_DAYS * 86_400_000
  return (
    <Tag is={isSoon ? 'wait' : undefined}>
      <time dateTime={at}>{formatDay(day, language, { year: day.slice(0, 4) !== now.slice(0, 4) })}</time>
    </Tag>
  )
}
