import type { ApplicationData } from './application.tsx'
import { useCall } from './use-call.ts'
import { actionWords } from '#app/ui/action-words.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoment } from '#app/values/dates.ts'

/** What was done with the application and its letters, by whom, the newest first. */
export function ApplicationHistory({ history }: ApplicationData) {
  const { zone } = useCall()
  const { t, language } = usePage()
  return (
    <Leaf id="history" title={t('applicants.one.history')}>
      {history.length === 0 && <p className="mute">{t('applicants.one.noHistory')}</p>}
      <Timeline
        items={history.map((entry) => ({
          at: formatMoment(entry.at, zone, language),
          dateTime: entry.at,
          title: actionWords(entry.action, t),
          detail: entry.actorName ? <bdi>{entry.actorName}</bdi> : t(`team.log.actors.${entry.actorKind}`),
          state: 'done' as const,
        }))}
      />
    </Leaf>
  )
}
