import type { LoaderFunctionArgs } from '@remix-run/node'
import { disposition } from '#app/http/disposition.ts'
import { notFound } from '#app/http/answers.ts'

/** A mail's HTML runs nothing and loads nothing; its links open in place of the page around it. */
const LETTER_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-top-navigation-by-user-activation',
].join('; ')

/** One part of a mail of the outbox: `html`, `attachment-1`…, or `source`, the file as it is. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { outbox } = context.services
  const [file, part] = [params.file!, params.part!]
  if (!outbox) throw notFound()
  if (part === 'source') {
    const source = await outbox.source(file)
    if (!source) throw notFound()
    return download(source, file, 'message/rfc822')
  }
  const mail = await outbox.read(file)
  if (!mail) throw notFound()
  if (part === 'html' && mail.html !== null) return letter(mail.html)
  const number = /^attachment-([1-9]\d?)$/.exec(part)?.[1]
  const attachment = number === undefined ? undefined : mail.attachments[Number(number) - 1]
  if (!attachment) throw notFound()
  return download(attachment.content, attachment.filename, attachment.contentType)
}

function letter(html: string): Response {
  return new Response(html.replace('<head>', '<head><base target="_top">'), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': LETTER_POLICY,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
    },
  })
}

/** Never shown in place, whatever type it says it is. */
function download(content: Uint8Array, filename: string, contentType: string): Response {
  return new Response(new Uint8Array(content), {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': disposition(filename, { fallback: 'attachment' }),
      'Cache-Control': 'no-store',
    },
  })
}
