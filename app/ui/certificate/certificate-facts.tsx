import type { ReactNode } from 'react'
import type { CertificateContent } from '#app/certificates/certificate.ts'
import { foreign } from '#app/ui/foreign.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatDays } from '#app/values/dates.ts'

/** What a certificate says, as a list of facts under the reader's words. */
export function CertificateFacts({ content, serial }: { content: CertificateContent; serial: string }) {
  const { t, language } = usePage()
  const said = (text: string | null) => text && <bdi {...foreign(content.language, language)}>{text}</bdi>
  const length = [
    t('certificate.days', { count: content.days }),
    ...(content.hours > 0 ? [t('certificate.hours', { count: content.hours })] : []),
  ]
  const facts: [string, ReactNode][] = [
    [
      t('certificate.verify.name'),
      <b key="name">
        <bdi>{content.name}</bdi>
      </b>,
    ],
    [t('certificate.verify.latinName'), content.latinName && <bdi>{content.latinName}</bdi>],
    [t('certificate.verify.statement'), said(content.statement)],
    [t('certificate.verify.event'), said(content.event)],
    [t('certificate.verify.track'), said(content.track)],
    [
      t('certificate.verify.where'),
      <span key="where">
        {said(content.place)}
        <br />
        {formatDays(content.startsOn, content.endsOn, language)}
      </span>,
    ],
    [t('certificate.verify.length'), length.join(t('common.listSeparator'))],
    [t('certificate.verify.host'), said(content.host)],
    [
      t('certificate.verify.signed'),
      content.signatories.length > 0 && (
        <ul role="list">
          {content.signatories.map(({ name, latinName, title }) => (
            <li key={name + title}>
              <bdi>{latinName ? `${name} (${latinName})` : name}</bdi>
              {title && (
                <>
                  {t('common.listSeparator')}
                  {said(title)}
                </>
              )}
            </li>
          ))}
        </ul>
      ),
    ],
    [t('certificate.verify.number'), <bdi key="serial">{serial}</bdi>],
  ]
  return (
    <dl>
      {facts.map(
        ([label, value]) =>
          value && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
