import type { ReactNode } from 'react'
import type { ParticipantsData } from './participants.tsx'
import { usePage } from '#app/ui/use-page.ts'

/**
 * Ticks for everybody on the page, kept at once: who is shown and not ticked is not there. What was ticked when it was shown
 * goes with it (`was`, never quite empty), so that what a colleague marked meanwhile stays.
 */
export function AttendanceForm({
  frame,
  rows,
  slotKey,
  back,
  children,
}: ParticipantsData & { slotKey: string; back: string; children: ReactNode }) {
  const { t, path } = usePage()
  return (
    <form method="post" action={path(`/teach/${frame.event.slug}/attendance`)}>
      <input type="hidden" name="slot" value={slotKey} />
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="was" value="" />
      {rows.map(({ id, isHere }) => [
        <input key={id} type="hidden" name="people" value={id} />,
        isHere && <input key={`was ${id}`} type="hidden" name="was" value={id} />,
      ])}
      {children}
      <p className="row after">
        <button className="go">{t('list.save')}</button> <span className="hint">{t('list.onPaper')}</span>
      </p>
    </form>
  )
}
