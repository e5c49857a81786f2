import type { CheckInData } from './check-in.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** Which desk one stands at, and what it is the door of; kept in the address. */
export function CheckInDoor({ desk, door, doors, slug }: CheckInData & { slug: string }) {
  const { t, path } = usePage()
  return (
    <Leaf id="desk-title" title={t('checkIn.thisDesk')} isWide>
      <form className="row filt" action={path(`/organize/${slug}/check-in`)}>
        <div>
          <label htmlFor="desk">{t('checkIn.desk')}</label>
          <p id="desk-hint" className="hint">
            {t('checkIn.deskHint')}
          </p>
          <input id="desk" name="desk" defaultValue={desk} dir="auto" maxLength={60} aria-describedby="desk-hint" />
        </div>
        <div>
          <label htmlFor="slot">{t('checkIn.door')}</label>
          <select id="slot" name="slot" defaultValue={door.key}>
            {doors.map(({ key, title }) => (
              <option key={key} value={key}>
                {title}
              </option>
            ))}
          </select>
        </div>
        <button>{t('checkIn.setDesk')}</button>
      </form>
    </Leaf>
  )
}
