import { usePage } from './use-page.ts'

/** The search form that leads to the catalogue. `carried` are filters that a new search keeps. */
export function Seek({ q, carried = [] }: { q?: string | undefined; carried?: [name: string, value: string][] }) {
  const { t, path } = usePage()
  return (
    <form role="search" className="row seek" action={path('/events')}>
      <label className="vh" htmlFor="q">
        {t('common.searchEvents')}
      </label>
      {carried.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <input
        type="search"
        id="q"
        name="q"
        dir="auto"
        maxLength={100}
        defaultValue={q}
        placeholder={t('common.searchExample')}
      />
      <button className="go">{t('common.search')}</button>
    </form>
  )
}
