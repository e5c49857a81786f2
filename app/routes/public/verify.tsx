import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { seeOther } from '#app/http/answers.ts'
import { SerialForm } from '#app/ui/certificate/serial-form.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { parseCode } from '#app/values/code.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('certificate.verify.title') }))

/** What was typed leads to the page of that number, however it was typed. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const typed = (new URL(request.url).searchParams.get('serial') ?? '').trim()
  if (typed !== '') throw seeOther(context, `/verify/${encodeURIComponent(parseCode(typed) ?? typed.slice(0, 40))}`)
  return null
}

/** Where anybody checks a certificate by its number. */
export default function Verify() {
  const { t, path } = usePage()
  return (
    <main id="main" tabIndex={-1}>
      <div className="flow intro narrow">
        <h1>{t('certificate.verify.title')}</h1>
        <p className="lead">{t('certificate.verify.lead')}</p>
        <SerialForm />
        <p className="row">
          <a href={path('/verify/check')}>{t('certificate.verify.file')}</a>{' '}
          <a href={path('/verify/how')}>{t('certificate.verify.how')}</a>
        </p>
      </div>
    </main>
  )
}
