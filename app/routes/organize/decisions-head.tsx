import { useCall } from './use-call.ts'
import type { DecisionCounts } from '#app/applications/decisions/list-decisions.server.ts'
import { Kpis } from '#app/ui/kpis.tsx'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { beginning, count as written } from '#app/ui/event/words.ts'

const KINDS = ['accept', 'reserve', 'decline', 'none'] as const

/** How many are decided which way, what can be done next, and the release that can still be taken back. */
export function DecisionsHead({
  counts,
  release,
  base,
}: {
  counts: DecisionCounts
  release: { id: string; count: number; left: number; sendAt: string } | null
  base: string
}) {
  const page = usePage()
  const { t, path, language } = page
  const { zone } = useCall()
  const behind = KINDS.reduce((sum, kind) => sum + counts[kind].behind, 0)
  const links = [
    { to: 'cohort', label: t('admission.desk.fromCohort') },
    { to: 'rest', label: t('admission.desk.rest') },
    { to: 'reserve', label: t('admission.desk.reserve') },
  ]
  return (
    <div className="flow">
      {release && (
        <Note is="ok">
          <p role="status">
            {t('admission.desk.waiting', {
              count: release.count,
              when: beginning(page, release.sendAt, { zone, city: null }),
            })}
          </p>
          {release.left > 0 && (
            <p>
              {t('admission.desk.releasing', { count: release.left })}{' '}
              <a href={path(base)}>{t('admission.desk.lookAgain')}</a>
            </p>
          )}
          <p>
            <a className="btn" href={path(`${base}/undo`)}>
              {t('admission.desk.undo')}
            </a>
          </p>
        </Note>
      )}
      {behind > 0 && (
        <Note is="warn">
          <p>{t('admission.desk.behindNote', { count: behind })}</p>
        </Note>
      )}
      <Kpis
        items={KINDS.map((kind) => ({
          label: t(`admission.kind.${kind}`),
          value: written(counts[kind].count, language),
          ...(counts[kind].released > 0
            ? { detail: `${t('admission.desk.released')}: ${written(counts[kind].released, language)}` }
            : {}),
        }))}
      />
      <p className="row">
        <a className="btn go" href={path(`${base}/review`)}>
          {t('admission.desk.review')}
        </a>
        {links.map(({ to, label }) => (
          <a key={to} href={path(`${base}/${to}`)}>
            {label}
          </a>
        ))}
      </p>
    </div>
  )
}
