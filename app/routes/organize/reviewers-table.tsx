import type { ListedReviewer } from '#app/applications/reviews/list-reviewers.server.ts'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { languageName } from '#app/values/dates.ts'

/** The reviewers of a call with what they read and know, and how far they are. */
export function ReviewersTable({ reviewers, base }: { reviewers: ListedReviewer[]; base: string }) {
  const { t, path, language } = usePage()
  const joined = (words: string[]) => new Intl.ListFormat(language, { type: 'unit' }).format(words)
  return (
    <ScrollTable labelledBy="reviewers">
      <thead>
        <tr>
          <th scope="col">{t('reviewing.organize.name')}</th>
          <th scope="col" className="num">
            {t('reviewing.scored')}
          </th>
          <th scope="col" className="num more">
            {t('reviewing.organize.passedOn')}
          </th>
          <th scope="col" className="more">
            {t('reviewing.organize.keepsTo')}
          </th>
          <th scope="col">
            <span className="vh">{t('organize.remove')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {reviewers.map(({ accountId, fullName, email, counts, languages, choiceCodes, isChair }) => {
          const all = counts.assigned + counts.started + counts.submitted
          const kept = [...languages.map((code) => languageName(code, language)), ...choiceCodes]
          return (
            <tr key={accountId}>
              <th scope="row">
                <a href={path(`${base}/reviewers/${accountId}`)}>
                  <bdi>{fullName || email}</bdi>
                </a>
                {isChair && <small> {t('reviewing.organize.chair')}</small>}
              </th>
              <td className="num">{t('reviewing.doneOf', { done: counts.submitted, all })}</td>
              <td className="num more">{counts.conflict + counts.skipped}</td>
              <td className="more">{kept.length === 0 ? t('reviewing.organize.everything') : joined(kept)}</td>
              <td>
                <a href={path(`${base}/reviewers/${accountId}/remove`)}>
                  {t('organize.remove')}
                  <span className="vh"> {fullName || email}</span>
                </a>
              </td>
            </tr>
          )
        })}
      </tbody>
    </ScrollTable>
  )
}
