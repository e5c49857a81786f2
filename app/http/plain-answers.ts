import type { IncomingMessage, ServerResponse } from 'node:http'
import { busyPage, COME_AGAIN } from './busy-page.ts'
import { acceptedEncoding } from './encoding.ts'
import type { StaticFile } from './static-files.ts'

/** A refusal that needs no page. */
export function plain(
  outgoing: ServerResponse,
  status: number,
  text: string,
  headers: Record<string, string> = {},
): void {
  outgoing.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers })
  outgoing.end(`${text}\n`)
}

export function notAllowed(outgoing: ServerResponse): void {
  plain(outgoing, 405, 'Use GET, HEAD or POST.', { Allow: 'GET, HEAD, POST' })
}

/** More is asked than we can carry: said at once, before anything is read or done. */
export function sendBusy(incoming: IncomingMessage, outgoing: ServerResponse): void {
  // Read and dropped: a connection that is cut while a browser sends shows no answer at all.
  incoming.resume()
  const { headers, url: target = '/', method } = incoming
  const encoding = acceptedEncoding(headers['accept-encoding']?.toString())
  const body = busyPage({ target, acceptLanguage: headers['accept-language'], isSent: method === 'POST', encoding })
  outgoing.writeHead(429, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': body.length,
    'Retry-After': String(COME_AGAIN),
    'Cache-Control': 'no-store',
    Vary: 'Accept-Encoding, Accept-Language',
    ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
  })
  outgoing.end(method === 'HEAD' ? undefined : body)
}

export function sendFile(incoming: IncomingMessage, outgoing: ServerResponse, file: StaticFile): void {
  const headers: Record<string, string | number> = {
    ETag: file.etag,
    Vary: 'Accept-Encoding',
    'Cache-Control': file.isImmutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
  }
  if (incoming.headers['if-none-match'] === file.etag) {
    outgoing.writeHead(304, headers).end()
    return
  }
  const { body, encoding } = file.bytes(acceptedEncoding(incoming.headers['accept-encoding']))
  outgoing.writeHead(200, {
    ...headers,
    'Content-Type': file.type,
    'Content-Length': body.length,
    ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
  })
  outgoing.end(incoming.method === 'HEAD' ? undefined : body)
}
