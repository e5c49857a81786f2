import type { RankedCall } from './ranking-table.tsx'
import { numberLabel } from '#app/applications/reviews/number-label.ts'
import type { ComparedCohorts, ComparedPerson } from '#app/applications/selection/cohorts/compare-cohorts.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { countryName } from '#app/values/dates.ts'

interface Props {
  compared: ComparedCohorts
  call: RankedCall
  base: string
}

/** Who is in one of two cohorts and not in the other, and who is in both with something else. */
export function ComparePeople({ compared, call, base }: Props) {
  const { t } = usePage()
  const { cohorts, onlyIn, differing, same } = compared
  return (
    <>
      <p className="get">{t('selection.compare.same', { count: same })}</p>
      <div className="cols">
        {cohorts.map(({ id, name }, at) => (
          <section key={id} className="leaf wide" aria-labelledby={`only-${at}`}>
            <h2 id={`only-${at}`}>
              <bdi>{t('selection.compare.onlyIn', { name })}</bdi>
            </h2>
            <People people={onlyIn[at]!} cohortId={id} compared={compared} call={call} base={base} />
          </section>
        ))}
      </div>
      {differing.length > 0 && (
        <section className="leaf wide" aria-labelledby="differing">
          <h2 id="differing">{t('selection.compare.both')}</h2>
          <People people={differing} cohortId={cohorts[0].id} compared={compared} call={call} base={base} />
        </section>
      )}
    </>
  )
}

function People({ people, cohortId, compared, call, base }: Props & { people: ComparedPerson[]; cohortId: string }) {
  const { t, path, language } = usePage()
  if (people.length === 0) return <p className="mute">{t('selection.compare.nobody')}</p>
  const code = (id: string | null) => compared.choices.find((choice) => choice.id === id)?.code ?? '–'
  const pack = (id: string | null) => compared.packages.find((one) => one.id === id)?.name ?? ''
  return (
    <ul role="list">
      {people.map(({ id, number, rank, residence, places }) => (
        <li key={id}>
          <a href={path(`${base}/${cohortId}/members/${id}`)}>
            <bdi>{numberLabel(call.numberPrefix, number ?? 0)}</bdi>
          </a>{' '}
          {t('selection.because.rank', { rank })} {residence && countryName(residence, language)}{' '}
          <small>
            {places.map(({ choiceId, packageId }, at) => (
              <span key={at}>
                {at > 0 && ' → '}
                <bdi>{`${code(choiceId)} ${pack(packageId)}`.trim()}</bdi>
              </span>
            ))}
          </small>
        </li>
      ))}
    </ul>
  )
}
