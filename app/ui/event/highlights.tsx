import { Leaf } from '../leaf.tsx'
import { usePage } from '../use-page.ts'
import { SessionRows, TimesNote } from './session-rows.tsx'
import { count } from './words.ts'
import type { EventView } from '#app/events/event-view.ts'

export function Highlights({ event }: { event: EventView }) {
  const { t, language, path } = usePage()
  return (
    <Leaf id="programme" title={t('event.programme.highlights')}>
      <table className="when">
        <caption>
          <TimesNote event={event} hasStreams={event.highlights.some(({ isStreamed }) => isStreamed)} />
        </caption>
        {[...Map.groupBy(event.highlights, ({ heldOn }) => heldOn)].map(([day, sessions]) => (
          <SessionRows key={day} day={day} sessions={sessions} />
        ))}
      </table>
      <p className="row">
        <a href={path(`/events/${event.slug}/programme`)}>
          {t('event.programme.whole', { count: event.sessionCount, shown: count(event.sessionCount, language) })}
        </a>
      </p>
    </Leaf>
  )
}
