import type { Readable } from 'node:stream'
import PostalMime from 'postal-mime'
import type { ReceivedMail } from '#app/mail/sort-reply.ts'

/** An answer of a calendar is a few kilobytes; what is longer is told by its beginning. */
const READ_BYTES = 1024 * 1024
const HEADER_BYTES = 256 * 1024
const DEPTH = 20

/**
 * Reads a mail from a stream: all of it, so that the mail server never writes into a closed pipe, and keeps its first
 * megabyte. What no parser makes sense of has no headers and no parts.
 */
export async function readMail(stream: Readable): Promise<ReceivedMail> {
  const kept: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Buffer)
    if (size < READ_BYTES) kept.push(bytes.subarray(0, READ_BYTES - size))
    size += bytes.length
  }
  try {
    const options = { attachmentEncoding: 'utf8', maxNestingDepth: DEPTH, maxHeadersSize: HEADER_BYTES } as const
    const email = await PostalMime.parse(Buffer.concat(kept), options)
    const headers = email.headers.map(({ key, value }) => ({ key, value }))
    // Text, because of `attachmentEncoding`.
    const parts = email.attachments.map(({ mimeType, content }) => ({ type: mimeType, text: content as string }))
    return { headers, parts, method: email.attachments.find(({ method }) => method)?.method ?? null }
  } catch {
    return { headers: [], parts: [], method: null }
  }
}
