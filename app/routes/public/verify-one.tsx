import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { VerifiedPage } from './verified-page.tsx'
import { lookUpCertificate } from '#app/certificates/look-up-certificate.server.ts'
import { SerialForm } from '#app/ui/certificate/serial-form.tsx'
import { isolate } from '#app/ui/isolate.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'

export const handle = { shell: 'public' }

const HEADERS = { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' }

export const headers: HeadersFunction = () => HEADERS

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({
    title: args.data?.found
      ? t('certificate.of', { serial: args.data.found.serial })
      : t('certificate.verify.unknown', { serial: args.data?.typed ?? '' }),
  }))

export async function loader({ params, context }: LoaderFunctionArgs) {
  const typed = params.serial!.slice(0, 40)
  const { services, clientAddress, now } = context
  const found = await lookUpCertificate(services.db, { typed, clientAddress, now })
  if (typeof found !== 'string') return data({ typed, found, isOften: false }, { headers: HEADERS })
  const isOften = found === 'often'
  const headers = isOften ? { ...HEADERS, 'Retry-After': '60' } : HEADERS
  return data({ typed, found: null, isOften }, { status: isOften ? 429 : 404, headers })
}

/** What a certificate certifies, to anyone who has its number. */
export default function VerifyOne() {
  const { typed, found, isOften } = useLoaderData<typeof loader>()
  const { t } = usePage()
  if (found) return <VerifiedPage found={found} />
  return (
    <main id="main" tabIndex={-1}>
      <div className="flow intro narrow">
        <h1>{isOften ? t('certificate.verify.often') : t('certificate.verify.unknown', { serial: isolate(typed) })}</h1>
        <p className="lead">{t(isOften ? 'certificate.verify.oftenLead' : 'certificate.verify.unknownLead')}</p>
        <SerialForm typed={typed} />
      </div>
    </main>
  )
}
