import type { LabSeat } from '#app/participants/lab/lab-queries.server.ts'
import { usePage } from '#app/ui/use-page.ts'

interface Sitter {
  registrationId: string
  fullName: string
  latinName: string | null
  /** Where they sit now. */
  at: string | null
}

/** Who sits at a seat: somebody else, or nobody. */
export function LabSitter({
  base,
  seat,
  people,
}: {
  base: string
  seat: Pick<LabSeat, 'heldBy' | 'person'>
  people: Sitter[]
}) {
  const { t, path } = usePage()
  return (
    <form method="post" action={path(`${base}/assign`)} className="row filt">
      <input type="hidden" name="was" value={seat.heldBy ?? ''} />
      <div>
        <label htmlFor="registrationId">{t('lab.who')}</label>
        <p className="hint" id="who-h">
          {t('lab.whoHint')}
        </p>
        <select
          id="registrationId"
          name="registrationId"
          aria-describedby="who-h"
          defaultValue={seat.person?.registrationId ?? ''}
        >
          <option value="">{t('lab.nobody')}</option>
          {people.map(({ registrationId, fullName, latinName, at }) => {
            const name = latinName ? `${fullName} (${latinName})` : fullName
            return (
              <option key={registrationId} value={registrationId}>
                {at === null ? name : t('lab.hasSeat', { name, label: at })}
              </option>
            )
          })}
        </select>
      </div>
      <button>{t('lab.assign')}</button>
    </form>
  )
}
