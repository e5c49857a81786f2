import { foreign } from '#app/ui/foreign.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'

interface OwnCertificate {
  serial: string
  code: string
  key: string
  event: string
  language: string
  issuedOn: string
}

/** One's own certificates, each with the way to its page. */
export function OwnCertificates({ certificates }: { certificates: OwnCertificate[] }) {
  const { path, language } = usePage()
  return (
    <ul role="list">
      {certificates.map((one) => (
        <li key={one.serial}>
          <a href={path(`/registrations/${one.code}/certificate?key=${one.key}`)}>
            <bdi {...foreign(one.language, language)}>{one.event}</bdi>
          </a>{' '}
          <small>
            <bdi>{one.serial}</bdi> · {formatDay(one.issuedOn, language)}
          </small>
        </li>
      ))}
    </ul>
  )
}
