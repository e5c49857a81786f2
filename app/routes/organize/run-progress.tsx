import type { RunData } from './run.tsx'
import { Kpis } from '#app/ui/kpis.tsx'
import { usePage } from '#app/ui/use-page.ts'

const ROW_STATES = ['waiting', 'done', 'refused', 'same', 'undone'] as const

/** How far a run has come, and how many of its rows are in which state. */
export function RunProgress({ run, isWorking }: RunData) {
  const { t } = usePage()
  const { state, reached, total, counts } = run
  const doing = state === 'preview' ? 'looking' : state === 'undoing' ? 'undoing' : 'doing'
  const shown = ROW_STATES.filter((one) => (counts[one] ?? 0) > 0)
  return (
    <>
      {isWorking && (
        <div role="status">
          <p>
            {t(`run.progress.${doing}`, { done: reached, total })} <small>{t('run.rows.soon')}</small>
          </p>
          <meter min={0} max={Math.max(1, total)} value={reached} aria-hidden="true" />
        </div>
      )}
      {shown.length > 0 && (
        <div className="after">
          <Kpis items={shown.map((one) => ({ label: t(`run.rows.${one}`), value: counts[one] ?? 0 }))} />
        </div>
      )}
    </>
  )
}
