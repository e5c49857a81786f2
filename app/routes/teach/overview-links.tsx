import { usePage } from '#app/ui/use-page.ts'

const LINKS = [
  ['list', 'participants'],
  ['attendance', 'attendance'],
  ['lab', 'lab'],
  ['paper', 'paper'],
  ['surveys', 'surveys'],
  ['certificates', 'certificates'],
  ['messages', 'messages/new'],
] as const

/** Where an instructor goes from here, the page for a room without a network first. */
export function OverviewLinks({ slug }: { slug: string }) {
  const { t, path } = usePage()
  return (
    <section className="sum flow" aria-labelledby="away">
      <h2 id="away">{t('workshop.away')}</h2>
      <p>
        <a href={path(`/attendance/${slug}`)}>{t('workshop.offline')}</a>
        <br />
        <small>{t('workshop.offlineWhy')}</small>
      </p>
      <ul role="list">
        {LINKS.map(([key, page]) => (
          <li key={key}>
            <a href={path(`/teach/${slug}/${page}`)}>{t(`workshop.links.${key}`)}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
