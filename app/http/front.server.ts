import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { NOT_NOW } from './answers.ts'
import type { App } from './app.server.ts'
import { acceptedEncoding } from './encoding.ts'
import { describeFault } from './error-log.server.ts'
import { loggablePath } from './loggable-path.ts'
import type { StaticFile } from './static-files.ts'
import { keepAnswers } from './kept-answers.server.ts'
import { securePlain } from './security-headers.ts'
import { sendResponse } from './send-response.ts'
import { sendWhole } from './send-whole.ts'
import { toRequest } from './to-request.ts'
import type { Services } from '#app/services.server.ts'
import { remembered } from '#app/values/remembered.ts'
import { ownTurn } from '#app/values/own-turn.ts'
import { whileAwaited } from '#app/values/rush.ts'

const METHODS = new Set(['GET', 'HEAD', 'POST'])

/** Answers what a development server compiles on demand, and calls back for everything else. */
export type Middleware = (incoming: IncomingMessage, outgoing: ServerResponse, next: () => void) => void

/** The HTTP front: static files, kept answers, refusals that need no page, and everything else through the application. */
export function createFront(
  app: App,
  services: Services,
  files: Map<string, StaticFile>,
  middleware?: Middleware,
): Server {
  const { config, log, metrics } = services
  const origin = new URL(config.baseUrl).origin
  const keptAddress = remembered(services.keptAddress)
  const keptAnswer = keepAnswers({
    versionOf: services.contentVersion,
    compose: (address) =>
      whileAwaited(async () => {
        await ownTurn()
        return await app(new Request(origin + address), { address: '' })
      }),
  })
  const server = createServer(
    { requestTimeout: 60_000, headersTimeout: 20_000, keepAliveTimeout: 65_000 },
    (incoming, outgoing) => {
      const began = performance.now()
      const address = middleware || incoming.method === 'POST' ? null : keptAddress(incoming.url ?? '')
      const keptId = address === null ? null : randomUUID()
      outgoing.on('close', () => {
        const seconds = (performance.now() - began) / 1000
        metrics.observeRequest(incoming.method ?? '', outgoing.statusCode, seconds)
        const requestId = keptId ?? outgoing.getHeader('X-Request-Id')
        const path = loggablePath(incoming.url ?? '')
        log.info(
          { requestId, method: incoming.method, path, status: outgoing.statusCode, ms: Math.round(seconds * 1000) },
          'request',
        )
      })
      if (address !== null && keptId !== null) return void answerKept(incoming, outgoing, address, keptId)
      securePlain(outgoing, config)
      if (middleware) middleware(incoming, outgoing, () => void guarded(incoming, outgoing))
      else void guarded(incoming, outgoing)
    },
  )
  return server

  /** When the database cannot say whether it still holds, or anything else goes wrong, there is no answer at all. */
  async function answerKept(incoming: IncomingMessage, outgoing: ServerResponse, address: string, requestId: string) {
    try {
      if (!METHODS.has(incoming.method ?? '')) return notAllowed(outgoing)
      await sendWhole(incoming, outgoing, await keptAnswer(address, services.clock.now()), requestId)
    } catch (error) {
      log.error({ requestId, fault: describeFault(error), path: loggablePath(address) }, 'internal fault')
      if (outgoing.headersSent) return void outgoing.destroy()
      securePlain(outgoing, config)
      outgoing.writeHead(503, { ...NOT_NOW, 'X-Request-Id': requestId }).end()
    }
  }

  async function guarded(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    try {
      await answer(incoming, outgoing)
    } catch (error) {
      if (outgoing.destroyed) return
      log.error({ fault: describeFault(error), path: loggablePath(incoming.url ?? '') }, 'request failed')
      if (outgoing.headersSent) outgoing.destroy()
      else if (/\.(ics|jcal)(\?|$)/.test(incoming.url ?? '')) outgoing.writeHead(503, NOT_NOW).end()
      else plain(outgoing, 500, 'Something went wrong on our side. Please try again.')
    }
  }

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    if (!METHODS.has(incoming.method ?? '')) return notAllowed(outgoing)
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
      await sendResponse(incoming, outgoing, await app(request, client))
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

function notAllowed(outgoing: ServerResponse): void {
  plain(outgoing, 405, 'Use GET, HEAD or POST.', { Allow: 'GET, HEAD, POST' })
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
