import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import type { App } from './app.server.ts'
import { acceptedEncoding, encode, type Encoding, encodingStream, isCompressible } from './encoding.ts'
import { describeFault } from './error-log.server.ts'
import { loggablePath } from './loggable-path.ts'
import type { StaticFile } from './static-files.ts'
import { securePlain } from './security-headers.ts'
import { toRequest } from './to-request.ts'
import type { Services } from '#app/services.server.ts'
import { ownTurn } from '#app/values/own-turn.ts'
import { whileAwaited } from '#app/values/rush.ts'

const METHODS = new Set(['GET', 'HEAD', 'POST'])

/** Answers what a development server compiles on demand, and calls back for everything else. */
export type Middleware = (incoming: IncomingMessage, outgoing: ServerResponse, next: () => void) => void

/** The HTTP front: static files, refusals that need no page, and everything else through the application. */
export function createFront(
  app: App,
  services: Services,
  files: Map<string, StaticFile>,
  middleware?: Middleware,
): Server {
  const { config, log, metrics } = services
  const server = createServer(
    { requestTimeout: 60_000, headersTimeout: 20_000, keepAliveTimeout: 65_000 },
    (incoming, outgoing) => {
      securePlain(outgoing, config)
      const began = performance.now()
      outgoing.on('close', () => {
        const seconds = (performance.now() - began) / 1000
        metrics.observeRequest(incoming.method ?? '', outgoing.statusCode, seconds)
        const requestId = outgoing.getHeader('X-Request-Id')
        const path = loggablePath(incoming.url ?? '')
        log.info(
          { requestId, method: incoming.method, path, status: outgoing.statusCode, ms: Math.round(seconds * 1000) },
          'request',
        )
      })
      if (middleware) middleware(incoming, outgoing, () => void guarded(incoming, outgoing))
      else void guarded(incoming, outgoing)
    },
  )
  return server

  async function guarded(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    try {
      await answer(incoming, outgoing)
    } catch (error) {
      if (outgoing.destroyed) return
      log.error({ fault: describeFault(error), path: loggablePath(incoming.url ?? '') }, 'request failed')
      if (outgoing.headersSent) outgoing.destroy()
      else plain(outgoing, 500, 'Something went wrong on our side. Please try again.')
    }
  }

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    if (!METHODS.has(incoming.method ?? ''))
      return plain(outgoing, 405, 'Use GET, HEAD or POST.', { Allow: 'GET, HEAD, POST' })
    const file = files.get((incoming.url ?? '').split('?', 1)[0] ?? '')
    if (file && incoming.method !== 'POST') return sendFile(incoming, outgoing, file)
    const request = toRequest(incoming, outgoing, config.baseUrl)
    if (request === null) return plain(outgoing, 400, 'This address cannot be read.')
    if (request === 'too-large') {
      // Read and dropped: a connection that is cut while a browser sends shows no answer at all.
      incoming.resume()
      return plain(outgoing, 413, 'This is more than we accept in one request.')
    }
    const client = { address: clientAddress(incoming, config.trustProxy) }
    await whileAwaited(async () => {
      await ownTurn()
      await send(incoming, outgoing, await app(request, client))
    })
  }
}

function clientAddress(incoming: IncomingMessage, isBehindProxy: boolean): string {
  const forwarded = incoming.headers['x-forwarded-for']
  const last = isBehindProxy
    ? String(forwarded ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : ''
  return last || (incoming.socket.remoteAddress ?? '')
}

function plain(outgoing: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): void {
  outgoing.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers })
  outgoing.end(`${text}\n`)
}

function sendFile(incoming: IncomingMessage, outgoing: ServerResponse, file: StaticFile): void {
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

/** Pages are small and go out whole, compressed; lists that may be long (CSV) go out as they come, compressed on the way. */
async function send(incoming: IncomingMessage, outgoing: ServerResponse, response: Response): Promise<void> {
  outgoing.statusCode = response.status
  for (const [name, value] of response.headers) if (name !== 'set-cookie') outgoing.setHeader(name, value)
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) outgoing.setHeader('Set-Cookie', cookies)
  if (!response.body || incoming.method === 'HEAD') {
    await response.body?.cancel()
    outgoing.end()
    return
  }
  const type = response.headers.get('Content-Type')
  const isText = isCompressible(type) && !response.headers.has('Content-Encoding')
  const wanted = isText ? acceptedEncoding(incoming.headers['accept-encoding']) : 'identity'
  if (isText) outgoing.appendHeader('Vary', 'Accept-Encoding')
  if (type?.startsWith('text/csv')) return stream(response.body, wanted, outgoing)
  const sent = await encode(Buffer.from(await response.arrayBuffer()), wanted)
  if (sent.encoding !== 'identity') outgoing.setHeader('Content-Encoding', sent.encoding)
  outgoing.setHeader('Content-Length', sent.body.length)
  outgoing.end(sent.body)
}

/** A source that fails half-way breaks the connection, so that no short file looks whole. */
async function stream(body: ReadableStream<Uint8Array>, encoding: Encoding, outgoing: ServerResponse): Promise<void> {
  const source = Readable.fromWeb(body as WebStream)
  if (encoding === 'identity') return pipeline(source, outgoing)
  outgoing.setHeader('Content-Encoding', encoding)
  await pipeline(source, encodingStream(encoding), outgoing)
}
