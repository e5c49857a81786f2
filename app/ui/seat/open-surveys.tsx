import type { OpenSurvey } from '#app/surveys/answering/seat-surveys.server.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoment } from '#app/values/dates.ts'

/** The surveys that somebody can answer now, on the page of their seat. Nothing when there are none. */
export function OpenSurveys({
  surveys,
  address,
  zone,
}: {
  surveys: OpenSurvey[]
  /** Of one of them, by its id. */
  address: (id: string) => string
  zone: string
}) {
  const { t, path, language } = usePage()
  if (surveys.length === 0) return null
  return (
    <Leaf id="surveys" title={t('survey.seat.title')}>
      <ul role="list">
        {surveys.map(({ id, title, isAnswered, isAnonymous, until }) => (
          <li key={id}>
            <a className="btn" href={path(address(id))}>
              {title}
            </a>{' '}
            <small>
              {[
                isAnswered && t('survey.seat.answered'),
                t(isAnonymous ? 'survey.seat.anonymous' : 'survey.seat.named'),
                t('survey.seat.until', { when: formatMoment(until, zone, language) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </li>
        ))}
      </ul>
    </Leaf>
  )
}
