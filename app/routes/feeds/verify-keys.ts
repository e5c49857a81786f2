import type { LoaderFunctionArgs } from '@remix-run/node'
import { listKeys } from '#app/certificates/find-certificate.server.ts'
import { publicJwk } from '#app/certificates/signing-key.ts'

/** The public keys that certificates were ever signed by, as a JWK set (RFC 7517, 5). */
export async function loader({ context }: LoaderFunctionArgs) {
  const keys = (await listKeys(context.services.db)).map(publicJwk)
  return new Response(JSON.stringify({ keys }), {
    headers: {
      'Content-Type': 'application/jwk-set+json',
      'Cache-Control': 'public, max-age=300',
      'Access-Control-Allow-Origin': '*',
    },
  })
}
