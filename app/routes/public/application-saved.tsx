import type { SectionView } from './application-section.server.ts'
import { CallAlso, callDeadline } from '#app/ui/call-moment.tsx'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { offsetName, wallClock } from '#app/values/moment.ts'

/** When it was saved, and until when one can come back, on the call's clock and in UTC. */
export function ApplicationSaved({
  view,
  isRest,
  isJust,
}: {
  view: SectionView
  /** A file was refused, and all else was kept. */
  isRest: boolean
  isJust: boolean
}) {
  const page = usePage()
  const { t } = page
  const { savedAt, call, event } = view
  const { time } = wallClock(savedAt, event.zone)
  const saved = `${time} (${offsetName(savedAt, event.zone)})`
  const place = { ...event, closesZone: call.closesZone }
  return (
    <Note is="ok">
      {isRest && (
        <p>
          <b>{t('application.form.restSaved')}</b>
        </p>
      )}
      <p role={isJust ? 'status' : undefined}>
        {call.closesAt
          ? t('application.form.saved', {
              time: saved,
              when: callDeadline(page, call.closesAt, place),
            })
          : t('application.form.savedOpen', { time: saved })}
        {call.closesAt && <CallAlso at={call.closesAt} place={place} />}
      </p>
      {view.state === 'submitted' && <p>{t('application.form.isSent')}</p>}
    </Note>
  )
}
