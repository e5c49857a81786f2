import { type EventsChoice, isChosen, STATUSES, WHENS } from './events-choice.ts'
import { usePage } from '#app/ui/use-page.ts'

/** What the list is filtered by: a form that leads to an address, which can be kept and sent. */
export function EventsFilter({ choice, series }: { choice: EventsChoice; series: { slug: string; name: string }[] }) {
  const { t, path } = usePage()
  const selects = [
    {
      name: 'when',
      label: t('author.list.when'),
      value: choice.when,
      options: WHENS.map((one) => [one, t(`author.list.whens.${one}`)]),
    },
    {
      name: 'status',
      label: t('organize.statusHead'),
      value: choice.status,
      options: STATUSES.map((one) => [one, one === 'postponed' ? t('standing.status') : t(`organize.status.${one}`)]),
    },
    {
      name: 'series',
      label: t('organize.series'),
      value: choice.series,
      options: series.map(({ slug, name }) => [slug, name]),
    },
  ]
  return (
    <form className="row filt" role="search" aria-label={t('organize.filter')} action={path('/organize')}>
      <div>
        <label htmlFor="q">{t('organize.searchTitle')}</label>
        <input id="q" name="q" type="search" defaultValue={choice.q} dir="auto" />
      </div>
      {selects.map(({ name, label, value, options }) => (
        <div key={name}>
          <label htmlFor={name}>{label}</label>
          <select id={name} name={name} defaultValue={value ?? ''}>
            <option value="">{t('organize.all')}</option>
            {options.map(([code, text]) => (
              <option key={code} value={code}>
                {text}
              </option>
            ))}
          </select>
        </div>
      ))}
      <button>{t('organize.show')}</button>
      {isChosen(choice) && <a href={path('/organize')}>{t('organize.showAll')}</a>}
    </form>
  )
}
