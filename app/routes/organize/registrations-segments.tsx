import { useDesk } from './desk.ts'
import type { RegistrationsData } from './registrations.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** The lists that organizers ask for most, one click each. */
export function RegistrationsSegments({
  questions,
  tracks,
  query,
  shownAs,
}: Pick<RegistrationsData, 'questions' | 'tracks' | 'query' | 'shownAs'>) {
  const { slug } = useDesk()
  const { t, path } = usePage()
  const visa = questions.find(({ code }) => code === 'visa')
  const segments: [label: string, query: string][] = [
    [t('registrant.everybody'), ''],
    [t('organize.states.held'), 'state=held'],
    [t('registrant.money.unpaid'), 'state=confirmed&money=unpaid'],
    ...(questions.length > 0 ? [[t('registrant.answers.missing'), 'answers=missing'] as [string, string]] : []),
    ...(visa
      ? [[t('registrant.needsVisa'), `answer=${encodeURIComponent(`${visa.id}:yes`)}`] as [string, string]]
      : []),
    [t('registrant.proofWaits'), 'proof=waiting'],
    [t('registrant.recent.week'), 'recent=week'],
    ...tracks.map(({ id, code }): [string, string] => [code, `track=${id}`]),
  ]
  return (
    <nav className="noprint" aria-label={t('registrant.segments')}>
      <ul role="list" className="row">
        {segments.map(([label, segment]) => (
          <li key={segment}>
            <a
              href={path(
                `/organize/${slug}/registrations?${new URLSearchParams([...new URLSearchParams(segment), ...shownAs])}`,
              )}
              aria-current={isSame(segment, query) ? 'true' : undefined}
            >
              <bdi>{label}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function isSame(one: string, other: string): boolean {
  return new URLSearchParams(one).toString() === other
}
