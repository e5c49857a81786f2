import type { AttendanceData } from './attendance.tsx'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** What was just saved, with a way to take it back. */
export function AttendanceSaved({ frame, slot, saved }: AttendanceData) {
  const { t, path } = usePage()
  const { count, undone, refused, at } = saved
  if (undone !== null)
    return (
      <Note is="ok">
        <p role="status">{t('attendance.undone', { count: undone })}</p>
      </Note>
    )
  if (count === null || !slot) return null
  return (
    <Note is={refused ? 'warn' : 'ok'}>
      <p role="status">
        {count === 0 ? t('attendance.nothingChanged') : t('attendance.saved', { count, slot: slot.title })}
        {refused ? ` ${t('attendance.notMarked', { count: refused })}` : null}
      </p>
      {count > 0 && (
        <form method="post" action={path(`/teach/${frame.event.slug}/attendance/undo`)}>
          <input type="hidden" name="slot" value={slot.key} />
          <input type="hidden" name="at" value={at} />
          <button className="plain">{t('attendance.undo')}</button>
        </form>
      )}
    </Note>
  )
}
