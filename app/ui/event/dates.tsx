import { Leaf } from '../leaf.tsx'
import { Timeline } from '../timeline.tsx'
import { usePage } from '../use-page.ts'
import { beginning, deadline } from './words.ts'
import type { DateKind, DateThatMatters } from '#app/events/dates-that-matter.ts'
import type { EventView } from '#app/events/event-view.ts'
import { daysUntil, formatDay } from '#app/values/dates.ts'

const OPENINGS: DateKind[] = ['scholarshipOpens', 'applyOpens', 'saleOpens']

export function Dates({ event, dates }: { event: EventView; dates: DateThatMatters[] }) {
  const page = usePage()
  const { t, language, now } = page
  const dayOf = { begins: event.startsOn, ends: event.endsOn }
  return (
    <Leaf id="dates" title={t('event.dates.title')}>
      <Timeline
        items={dates.map(({ kind, at, state }) => ({
          dateTime: kind === 'begins' || kind === 'ends' ? dayOf[kind] : at,
          at:
            kind === 'begins' || kind === 'ends'
              ? formatDay(dayOf[kind], language, { weekday: true })
              : (OPENINGS.includes(kind) ? beginning : deadline)(page, at, event),
          title: t(`event.dates.${kind}`),
          detail: state === 'current' ? t('event.dates.inDays', { count: daysUntil(now, at) }) : undefined,
          state,
        }))}
      />
    </Leaf>
  )
}
