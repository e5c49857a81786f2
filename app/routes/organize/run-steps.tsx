import { useDesk } from './desk.ts'
import type { RunData } from './run.tsx'
import { UNDOABLE } from '#app/participants/runs/run-kinds.ts'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** What can be done with a run as it stands: each has an address of its own. */
export function RunSteps({ run, isWorking }: RunData) {
  const { slug } = useDesk()
  const { t, path } = usePage()
  const base = `/organize/${slug}/runs/${run.id}`
  const { state, counts, props } = run
  const button = (step: 'start' | 'stop' | 'go-on' | 'discard', label: string, isMain = false) => (
    <form method="post" action={path(`${base}/${step}`)}>
      <button className={isMain ? 'go' : undefined}>{label}</button>
    </form>
  )
  const done = counts.done ?? 0
  if (state === 'preview')
    return (
      <div className="flow">
        <p>{isWorking ? '' : t(counts.waiting ? 'run.startLead' : 'run.startNone')}</p>
        <div className="row">
          {!isWorking && counts.waiting ? button('start', t('run.start', { count: counts.waiting }), true) : null}
          {button('discard', t('run.discard'))}
        </div>
      </div>
    )
  if (state === 'waiting' || state === 'running')
    return (
      <div className="row">
        {button('stop', t('run.stop'))} <small>{t('run.stopLead')}</small>
      </div>
    )
  const mayUndo = (state === 'done' || state === 'stopped') && done > 0
  return (
    <>
      {Object.keys(counts).length === 0 && (
        <Note>
          <p>{t('run.forgotten')}</p>
        </Note>
      )}
      <div className="row">
        {state === 'stopped' && button('go-on', t('run.goOn'), true)}
        {mayUndo &&
          (UNDOABLE.includes(props.kind) ? (
            <a className="btn" href={path(`${base}/undo`)}>
              {t('run.undo.link')}
            </a>
          ) : (
            <small>{t('run.undo.never')}</small>
          ))}
      </div>
    </>
  )
}
