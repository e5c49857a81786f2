import type { ShownReading } from '#app/applications/plain-text/shown-reading.ts'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** What was understood of a text form, and before that what was not: where, what stood there, what was expected. */
export function TextReading({ reading }: { reading: ShownReading }) {
  const { t } = usePage()
  const { answers, unread } = reading
  return (
    <>
      <h2 id="unread">
        {unread.length === 0 ? t('textForm.upload.all') : t('textForm.upload.unread', { count: unread.length })}
      </h2>
      {unread.length > 0 && (
        <>
          <p>{t('textForm.upload.unreadLead')}</p>
          <ScrollTable labelledBy="unread">
            <thead>
              <tr>
                <th scope="col">{t('textForm.upload.line')}</th>
                <th scope="col">{t('textForm.upload.stood')}</th>
                <th scope="col">{t('textForm.upload.expected')}</th>
              </tr>
            </thead>
            <tbody>
              {unread.map(({ line, text, why, suggestion, label, marker }, at) => (
                <tr key={at}>
                  <th scope="row" className="num">
                    {line}
                  </th>
                  <td>
                    {label && (
                      <>
                        <small>
                          <bdi>{label}</bdi> <bdi dir="ltr">[{marker}]</bdi>
                        </small>
                        <br />
                      </>
                    )}
                    <bdi>
                      {text.split('\n').map((one, at) => (
                        <span key={at}>
                          {at > 0 && <br />}
                          {one}
                        </span>
                      ))}
                    </bdi>
                  </td>
                  <td>
                    {t(`textForm.why.${why}`)}{' '}
                    {suggestion && t('textForm.upload.perhaps', { suggestion: `\u2068${suggestion}\u2069` })}
                  </td>
                </tr>
              ))}
            </tbody>
          </ScrollTable>
        </>
      )}
      <details open={unread.length === 0}>
        <summary>{t('textForm.upload.understood', { count: answers.length })}</summary>
        <dl className="after">
          {answers.map(({ marker, label, text }) => (
            <div key={marker}>
              <dt>
                <small>
                  <bdi>{label}</bdi>
                </small>
              </dt>
              <dd>
                <bdi>{text}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  )
}
