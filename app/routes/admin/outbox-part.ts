import type { LoaderFunctionArgs } from '@remix-run/node'
import { disposition } from '#app/http/disposition.ts'
import { notFound } from '#app/http/answers.ts'
import { letterAnswer } from '#app/http/letter-answer.ts'

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
  if (part === 'html' && mail.html !== null) return letterAnswer(mail.html)
  const number = /^attachment-([1-9]\d?)$/.exec(part)?.[1]
  const attachment = number === undefined ? undefined : mail.attachments[Number(number) - 1]
  if (!attachment) throw notFound()
  return download(attachment.content, attachment.filename, attachment.contentType)
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
