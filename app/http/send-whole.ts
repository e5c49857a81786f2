import type { IncomingMessage, ServerResponse } from 'node:http'
import { acceptedEncoding, type Encoding } from './encoding.ts'
import { knownTag } from './entity-tag.ts'
import { httpDate } from './http-date.ts'
import type { WholeAnswer } from './whole-answer.server.ts'
import { remembered } from '#app/values/remembered.ts'

/** There are some dozens of such headers among all the browsers of the world. */
const encodingOf: (header: string) => Encoding = remembered(acceptedEncoding)

/** Sends an answer, or 304 to who has it (RFC 9110, 13.1.2 and 13.1.3). HEAD has the headers of GET. */
export async function sendWhole(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  answer: WholeAnswer,
): Promise<void> {
  const accepted = incoming.headers['accept-encoding']
  const encoding = accepted === undefined ? 'identity' : encodingOf(String(accepted))
  const known = answer.tags && tagOf(incoming, answer, answer.tags[encoding])
  if (known !== null) {
    outgoing.writeHead(304, [...answer.saidAgain, 'etag', known]).end()
    return
  }
  const { body, headers } = await answer.copy(encoding)
  outgoing.writeHead(answer.status, headers)
  outgoing.end(incoming.method === 'HEAD' ? undefined : body)
}

/**
 * The tag that 304 names, or null when the whole answer is to go out.
 * @param best of the copy that would go out, which nearly everybody has who has one.
 */
function tagOf({ headers }: IncomingMessage, { etag, modifiedAt }: WholeAnswer, best: string): string | null {
  const ifNoneMatch = headers['if-none-match']
  if (ifNoneMatch === best) return best
  if (ifNoneMatch !== undefined)
    return knownTag({ ifNoneMatch, acceptEncoding: headers['accept-encoding']?.toString() ?? null }, etag ?? '')
  const asked = headers['if-modified-since']
  const since = asked === undefined ? null : httpDate(asked)
  return since !== null && modifiedAt !== null && modifiedAt <= since ? etag : null
}
