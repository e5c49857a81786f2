import { useDesk } from './desk.ts'
import type { awardHistory } from '#app/scholarships/awards/award-history.server.ts'
import { actionWords } from '#app/ui/action-words.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoment } from '#app/values/dates.ts'

/** What was done with an award and its payouts, by whom, the newest first. */
export function AwardHistory({ history }: { history: Awaited<ReturnType<typeof awardHistory>> }) {
  const { zone } = useDesk()
  const { t, language } = usePage()
  return (
    <Leaf id="history" title={t('award.one.history')}>
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
