import { useDesk } from './desk.ts'
import { surveyAddresses, surveyTag } from './survey-words.ts'
import type { ListedSurvey } from '#app/surveys/find-survey.server.ts'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoment } from '#app/values/dates.ts'

/** The surveys of an event in their order: of whom each is asked, how it stands, and how many answered. */
export function SurveysTable({ surveys, base }: { surveys: ListedSurvey[]; base: string }) {
  const { zone } = useDesk()
  const { t, path, language, now } = usePage()
  return (
    <ScrollTable label={t('survey.title')}>
      <thead>
        <tr>
          <th scope="col">{t('survey.name')}</th>
          <th scope="col" className="more">
            {t('survey.whom')}
          </th>
          <th scope="col">{t('survey.state')}</th>
          <th scope="col" className="num">
            {t('survey.answers')}
          </th>
          <th scope="col">
            <span className="vh">{t('survey.results')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {surveys.map((survey) => {
          const { id, title, textLanguage, kind, trackCode, opensAt, closesAt, responses } = survey
          const { is, word } = surveyTag(survey, now)
          const { edit, results } = surveyAddresses(base, id)
          return (
            <tr key={id}>
              <th scope="row">
                <a href={path(edit)} lang={textLanguage}>
                  <bdi>{title}</bdi>
                </a>
                <br />
                <small>
                  {t(`survey.kinds.${kind}`)}
                  {opensAt && closesAt && (
                    <>
                      {' · '}
                      {t('survey.opensClosesOn', {
                        opens: formatMoment(opensAt, zone, language, { year: false }),
                        closes: formatMoment(closesAt, zone, language),
                      })}
                    </>
                  )}
                </small>
              </th>
              <td className="more">
                {trackCode ? <bdi>{t('survey.track', { code: trackCode })}</bdi> : t('survey.everybody')}
              </td>
              <td>
                <Tag is={is}>{t(`survey.states.${word}`)}</Tag>
              </td>
              <td className="num">{responses}</td>
              <td>
                <a href={path(results)}>
                  {t('survey.results')}
                  <span className="vh"> {title}</span>
                </a>
              </td>
            </tr>
          )
        })}
      </tbody>
    </ScrollTable>
  )
}
