import type { IncomingMessage, ServerResponse } from 'node:http'
import { acceptedEncoding } from './encoding.ts'
import { encodedTag, knownTag } from './entity-tag.ts'
import { httpDate } from './http-date.ts'
import type { WholeAnswer } from './whole-answer.server.ts'

/** Sends an answer, or 304 to who has it (RFC 9110, 13.1.2 and 13.1.3). HEAD has the headers of GET. */
export async function sendWhole(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  answer: WholeAnswer,
  requestId: string,
): Promise<void> {
  const headers = answer.status === 200 ? [...answer.headers, 'x-request-id', requestId] : [...answer.headers]
  const known = answer.etag === null ? null : tagOf(incoming, answer, answer.etag)
  if (known !== null) {
    headers.push('etag', known)
    outgoing.writeHead(304, headers).end()
    return
  }
  const { body, encoding } = await answer.copy(acceptedEncoding(incoming.headers['accept-encoding']))
  if (answer.etag !== null) headers.push('etag', encodedTag(answer.etag, encoding))
  if (encoding !== 'identity') headers.push('content-encoding', encoding)
  headers.push('content-length', String(body.length))
  outgoing.writeHead(answer.status, headers)
  outgoing.end(incoming.method === 'HEAD' ? undefined : body)
}

/** The tag that 304 names, or null when the whole answer is to go out. */
function tagOf({ headers }: IncomingMessage, { modifiedAt }: WholeAnswer, etag: string): string | null {
  const ifNoneMatch = headers['if-none-match']
  if (ifNoneMatch !== undefined)
    return knownTag({ ifNoneMatch, acceptEncoding: headers['accept-encoding']?.toString() ?? null }, etag)
  const since = httpDate(headers['if-modified-since'] ?? '')
  return since !== null && modifiedAt !== null && modifiedAt <= since ? etag : null
}
