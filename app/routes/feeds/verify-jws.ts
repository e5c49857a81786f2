import type { LoaderFunctionArgs } from '@remix-run/node'
import { lookUpCertificate } from '#app/certificates/look-up-certificate.server.ts'
import { notFound } from '#app/http/answers.ts'

/** The signed text of a certificate as a file, to be checked without us. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { services, clientAddress, now } = context
  const found = await lookUpCertificate(services.db, { typed: params.serial ?? '', clientAddress, now })
  if (found === 'often') throw new Response(null, { status: 429, headers: { 'Retry-After': '60' } })
  if (found === 'unknown' || found.signature === null) throw notFound()
  return new Response(found.signature, {
    headers: {
      'Content-Type': 'application/jose',
      'Content-Disposition': `attachment; filename="${found.serial}.jws"`,
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex',
      'X-Content-Type-Options': 'nosniff',
      'Access-Control-Allow-Origin': '*',
    },
  })
}
