import type { LoaderFunctionArgs } from '@remix-run/node'
import { lookUpCertificate } from '#app/certificates/look-up-certificate.server.ts'

const HEADERS = { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex', 'Access-Control-Allow-Origin': '*' }

/** What we say of a certificate today, as data. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { services, clientAddress, now } = context
  const found = await lookUpCertificate(services.db, { typed: params.serial ?? '', clientAddress, now })
  if (found === 'unknown') return Response.json({ state: 'unknown' }, { status: 404, headers: HEADERS })
  if (found === 'often')
    return Response.json({ state: 'not-now' }, { status: 429, headers: { ...HEADERS, 'Retry-After': '60' } })
  const { serial, state, isIntact, version, content, signature, issuedAt, reissuedAt, revokedAt, reason } = found
  const standing = { serial, state: isIntact ? state : 'damaged', version, issuedAt, reissuedAt, revokedAt }
  return Response.json(
    {
      issuer: services.config.baseUrl,
      ...standing,
      reason: reason || null,
      certificate: isIntact ? content : null,
      signature: isIntact ? signature : null,
    },
    { headers: HEADERS },
  )
}
