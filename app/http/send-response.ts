import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { acceptedEncoding, encode, type Encoding, encodingStream, isCompressible } from './encoding.ts'
import { encodedTag } from './entity-tag.ts'

/** Pages are small and go out whole, compressed; lists that may be long (CSV) go out as they come, compressed on the way. */
export async function sendResponse(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  response: Response,
): Promise<void> {
  outgoing.statusCode = response.status
  for (const [name, value] of response.headers) if (name !== 'set-cookie') outgoing.setHeader(name, value)
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) outgoing.setHeader('Set-Cookie', cookies)
  if (!response.body) return void outgoing.end()
  const type = response.headers.get('Content-Type')
  const isText = isCompressible(type) && !response.headers.has('Content-Encoding')
  const wanted = isText ? acceptedEncoding(incoming.headers['accept-encoding']) : 'identity'
  if (isText && !/accept-encoding/i.test(response.headers.get('Vary') ?? ''))
    outgoing.appendHeader('Vary', 'Accept-Encoding')
  const isHead = incoming.method === 'HEAD'
  if (type?.startsWith('text/csv')) {
    if (!isHead) return stream(response.body, wanted, outgoing)
    await response.body.cancel()
    return void outgoing.end()
  }
  const sent = await encode(Buffer.from(await response.arrayBuffer()), wanted)
  const etag = response.headers.get('ETag')
  if (etag !== null) outgoing.setHeader('ETag', encodedTag(etag, sent.encoding))
  if (sent.encoding !== 'identity') outgoing.setHeader('Content-Encoding', sent.encoding)
  outgoing.setHeader('Content-Length', sent.body.length)
  outgoing.end(isHead ? undefined : sent.body)
}

/** A source that fails half-way breaks the connection, so that no short file looks whole. */
async function stream(body: ReadableStream<Uint8Array>, encoding: Encoding, outgoing: ServerResponse): Promise<void> {
  const source = Readable.fromWeb(body as WebStream)
  if (encoding === 'identity') return pipeline(source, outgoing)
  outgoing.setHeader('Content-Encoding', encoding)
  await pipeline(source, encodingStream(encoding), outgoing)
}
