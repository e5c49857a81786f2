import type { CohortPage } from './cohort-page.server.ts'
import { COHORT_SHOWS } from './cohort-shown.ts'
import { usePage } from '#app/ui/use-page.ts'

/** Which of the candidates are listed; its answer is an address. */
export function CohortShows({
  base,
  cohort,
  show,
  choice,
  frame,
}: Pick<CohortPage, 'base' | 'cohort' | 'show' | 'choice' | 'frame'>) {
  const { t, path } = usePage()
  return (
    <form className="noprint" role="search" aria-label={t('organize.filter')} action={path(`${base}/${cohort.id}`)}>
      <div className="row filt">
        <div>
          <label htmlFor="show">{t('selection.cohort.shows')}</label>
          <select id="show" name="show" defaultValue={show}>
            {COHORT_SHOWS.map((one) => (
              <option key={one} value={one}>
                {t(`selection.cohort.show.${one}`)}
              </option>
            ))}
          </select>
        </div>
        {frame.choices.length > 1 && (
          <div>
            <label htmlFor="choice">{t('selection.cohort.choice')}</label>
            <select id="choice" name="choice" defaultValue={choice ?? ''}>
              <option value="">{t('organize.all')}</option>
              {frame.choices.map(({ id, code, name }) => (
                <option key={id} value={id}>
                  {code}: {name}
                </option>
              ))}
            </select>
          </div>
        )}
        <button>{t('organize.show')}</button>
      </div>
    </form>
  )
}
