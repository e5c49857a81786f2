import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Leaf } from '#app/ui/leaf.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'

export const handle = { shell: 'public' }

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('certificate.how.title') }))

/** What is typed into a shell: a JWS and the set of keys on disk, nothing of ours. */
const OPENSSL = `jws=$(cat C2RF-94LB.jws)
plain() { tr -- '-_' '+/' | awk '{ while (length($0) % 4) $0 = $0 "="; print }' | base64 -d; }
kid=$(printf %s "$jws" | cut -d. -f1 | plain | jq -r .kid)
x=$(jq -r --arg kid "$kid" '.keys[] | select(.kid == $kid) | .x' keys.json)
{ printf '\\060\\052\\060\\005\\006\\003\\053\\145\\160\\003\\041\\000'; printf %s "$x" | plain; } > key.der
printf %s "\${jws%.*}" > signed.txt
printf %s "\${jws##*.}" | plain > signature.bin
openssl pkeyutl -verify -rawin -pubin -keyform DER -inkey key.der -in signed.txt -sigfile signature.bin
printf %s "$jws" | cut -d. -f2 | plain | jq .`

const NODE = `import { createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'

const [header, payload, signature] = readFileSync('C2RF-94LB.jws', 'utf8').trim().split('.')
const { kid } = JSON.parse(Buffer.from(header, 'base64url'))
const key = JSON.parse(readFileSync('keys.json')).keys.find((one) => one.kid === kid)
const isGenuine = verify(null, \`\${header}.\${payload}\`,
  createPublicKey({ key, format: 'jwk' }), Buffer.from(signature, 'base64url'))
console.log(isGenuine, JSON.parse(Buffer.from(payload, 'base64url')))`

export function loader({ context }: LoaderFunctionArgs) {
  return { baseUrl: context.services.config.baseUrl }
}

/** How a certificate is checked when we are not asked, or are gone. */
export default function VerifyHow() {
  const { baseUrl } = useLoaderData<typeof loader>()
  const { t, path } = usePage()
  return (
    <main id="main" tabIndex={-1}>
      <div className="flow intro">
        <h1>{t('certificate.how.title')}</h1>
        <p className="lead">{t('certificate.how.lead')}</p>
      </div>
      <Leaf id="format" title={t('certificate.how.format')}>
        <p>{t('certificate.how.formatLead')}</p>
      </Leaf>
      <Leaf id="key" title={t('certificate.how.key')}>
        <p>{t('certificate.how.keyLead')}</p>
        <p>
          <a href={`${baseUrl}/verify/keys.json`}>
            <bdi>{`${baseUrl}/verify/keys.json`}</bdi>
          </a>
        </p>
      </Leaf>
      <Leaf id="openssl" title={t('certificate.how.openssl')}>
        <p>{t('certificate.how.opensslLead')}</p>
        <Code text={OPENSSL} label={t('certificate.how.openssl')} />
      </Leaf>
      <Leaf id="library" title={t('certificate.how.library')}>
        <p>{t('certificate.how.libraryLead')}</p>
        <Code text={NODE} label={t('certificate.how.library')} />
      </Leaf>
      <p>{t('certificate.how.limits')}</p>
      <p>
        <a href={path('/verify')}>{t('certificate.verify.title')}</a>
      </p>
    </main>
  )
}

/** Wider than a phone: it scrolls by itself, and the keys reach it. */
function Code({ text, label }: { text: string; label: string }) {
  return (
    <div className="scroll" role="group" aria-label={label} tabIndex={0}>
      <pre dir="ltr">{text}</pre>
    </div>
  )
}
