import type { SectionView } from './application-section.server.ts'
import { callDeadline } from '#app/ui/call-moment.tsx'
import { Markdown } from '#app/ui/markdown.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** Beside the form: how it is decided, by what, and by when. */
export function ApplicationDeciding({
  view,
}: {
  view: Pick<SectionView, 'deciding' | 'criteria' | 'hidden' | 'decideAt' | 'call' | 'event' | 'contactEmail'>
}) {
  const page = usePage()
  const { t } = page
  const { deciding, criteria, hidden, decideAt, call, event, contactEmail } = view
  return (
    <aside className="flow" aria-labelledby="how">
      <h2 id="how">{t('application.apply.how')}</h2>
      {deciding && <Markdown text={deciding} />}
      {criteria.length > 0 && (
        <table>
          <tbody>
            {criteria.map(({ code, label, maximum }) => (
              <tr key={code}>
                <th scope="row">
                  <bdi>{label}</bdi>
                </th>
                <td className="num">
                  <bdi dir="ltr">{t('application.apply.outOf', { maximum })}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {hidden.length > 0 && (
        <p>
          {t('application.apply.blind', {
            fields: hidden.map((field) => t(`application.apply.hidden.${field}`)).join(t('common.listSeparator')),
          })}
        </p>
      )}
      {decideAt && (
        <p>
          {t('application.apply.decideAt')}
          {t('mail.colon')} {callDeadline(page, decideAt, { ...event, closesZone: call.closesZone })}
        </p>
      )}
      {contactEmail && (
        <p>
          <a href={`mailto:${contactEmail}`}>{t('application.apply.ask')}</a>
        </p>
      )}
    </aside>
  )
}
