import { MOST_GROUPS } from '#app/participants/lab/deal-groups.ts'
import { usePage } from '#app/ui/use-page.ts'

/** Deals everybody out into groups anew. */
export function LabDealing({ action }: { action: string }) {
  const { t } = usePage()
  return (
    <form method="post" action={action} className="after">
      <fieldset>
        <legend>{t('lab.deal')}</legend>
        <div className="row">
          <div>
            <label htmlFor="count">{t('lab.dealCount')}</label>
            <input id="count" name="count" type="number" min={1} max={MOST_GROUPS} defaultValue={4} dir="ltr" />
          </div>
          <div>
            <label htmlFor="by">{t('lab.dealBy')}</label>
            <select id="by" name="by" defaultValue="countries">
              <option value="countries">{t('lab.dealByCountries')}</option>
              <option value="list">{t('lab.dealByList')}</option>
            </select>
          </div>
        </div>
        <p>
          <button>{t('lab.dealButton')}</button>
        </p>
      </fieldset>
    </form>
  )
}
