import type { ListedSurvey } from '#app/surveys/find-survey.server.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** What can be done with a survey as it stands: each on a page that says what happens. */
export function SurveyActs({ survey, address }: { survey: ListedSurvey; address: string }) {
  const { t, path } = usePage()
  const { status, responses } = survey
  const lead = { draft: 'survey.makeReadyLead', ready: 'survey.isReady', closed: 'survey.isClosed' } as const
  return (
    <Leaf id="acts" title={t('survey.act')} isWide>
      <p>{t(lead[status])}</p>
      <p className="row">
        {status === 'draft' && (
          <a className="btn go" href={path(`${address}/status/ready`)}>
            {t('survey.makeReady')}
          </a>
        )}
        {status === 'ready' && (
          <a className="btn" href={path(`${address}/status/closed`)}>
            {t('survey.close')}
          </a>
        )}
        {status === 'ready' && responses === 0 && (
          <a href={path(`${address}/status/draft`)}>{t('survey.backToDraft')}</a>
        )}
        {responses === 0 && <a href={path(`${address}/remove`)}>{t('survey.remove')}</a>}
      </p>
    </Leaf>
  )
}
