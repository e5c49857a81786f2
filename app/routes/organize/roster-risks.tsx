import { useDesk } from './desk.ts'
import type { DecisionFacts } from '#app/participants/rosters/decision-facts.server.ts'
import type { RiskCounts } from '#app/participants/rosters/risk-counts.server.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** Where each is found: the registrations that were counted. */
const WHERE = {
  visa: 'registrations?state=confirmed&lacks=visa',
  unpaid: 'registrations?state=held&money=unpaid',
  unanswered: 'registrations?state=held&state=confirmed&answers=missing',
  unnamed: 'registrations?state=confirmed&lacks=name',
} as const satisfies Record<keyof RiskCounts, string>

/** What may still keep people of the list from coming, and how ready the event is. */
export function RosterRisks({ risks, tasks }: { risks: RiskCounts; tasks: DecisionFacts['tasks'] }) {
  const { slug } = useDesk()
  const { t, path } = usePage()
  const open = (Object.keys(WHERE) as (keyof RiskCounts)[]).filter((risk) => risks[risk] > 0)
  return (
    <>
      <Leaf id="risks" title={t('roster.risk')}>
        {open.length === 0 && <p>{t('roster.noRisk')}</p>}
        <ul role="list">
          {open.map((risk) => (
            <li key={risk} className="todo">
              <b>{risks[risk]}</b>
              <span>{t(`roster.risks.${risk}`)}</span>
              <a
                href={path(`/organize/${slug}/${WHERE[risk]}`)}
                aria-label={`${t('roster.look')}: ${t(`roster.risks.${risk}`)}`}
              >
                {t('roster.look')}
              </a>
            </li>
          ))}
        </ul>
      </Leaf>
      <Leaf id="readiness" title={t('roster.readiness')}>
        <p>
          {t('roster.tasks', { open: tasks.open, done: tasks.done })}
          {tasks.overdue > 0 && `${t('common.listSeparator')}${t('roster.tasksOverdue', { count: tasks.overdue })}`}
          {'. '}
          <a href={path(`/organize/${slug}/tasks`)}>{t('roster.toTasks')}</a>
        </p>
      </Leaf>
    </>
  )
}
