import type { ApplicationPageView } from './application.tsx'
import { callDeadline } from '#app/ui/call-moment.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoment } from '#app/values/dates.ts'
import type { Instant } from '#app/values/moment.ts'

/** What comes of an application that still stands, and of no other. */
const AWAITED = ['letters', 'review', 'decision']

/** What has happened and what comes, in order. */
export function ApplicationDates({ view }: { view: ApplicationPageView }) {
  const page = usePage()
  const { t, now, language } = page
  const { dates, call, event } = view
  const place = { ...event, closesZone: call.closesZone }
  const all: {
    kind: 'started' | 'submitted' | 'closes' | 'letters' | 'review' | 'decision' | 'event'
    at: Instant | null
  }[] = [
    { kind: 'started', at: dates.startedAt },
    { kind: 'submitted', at: dates.submittedAt },
    { kind: 'closes', at: call.closesAt },
    { kind: 'letters', at: dates.refereesUntilAt },
    { kind: 'review', at: dates.reviewUntilAt },
    { kind: 'decision', at: dates.decideAt },
    { kind: 'event', at: dates.eventAt },
  ]
  const isWaitedFor = view.standing !== 'withdrawn' && view.standing !== 'missed' && view.standing !== 'cancelled'
  const known = all
    .filter(({ kind }) => isWaitedFor || !AWAITED.includes(kind))
    .flatMap(({ kind, at }) => (at === null ? [] : [{ kind, at }]))
    .toSorted((one, other) => one.at.localeCompare(other.at))
  const next = known.findIndex(({ at }) => at > now)
  const isPoint = (kind: string) => kind === 'started' || kind === 'submitted' || kind === 'event'
  return (
    <Timeline
      items={known.map(({ kind, at }, index) => ({
        dateTime: at,
        at: isPoint(kind) ? formatMoment(at, event.zone, language) : callDeadline(page, at, place),
        title: t(`application.status.date.${kind}`),
        state: at <= now ? 'done' : index === next ? 'current' : 'next',
      }))}
    />
  )
}
