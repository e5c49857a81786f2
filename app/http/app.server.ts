import { createRequestHandler, type RequestHandler, type ServerBuild } from '@remix-run/node'
import { randomUUID } from 'node:crypto'
import { isForeign } from './origin-gate.ts'
import { remixHandlers } from './remix-handlers.server.ts'
import { secure } from './security-headers.ts'
import { isLanguage, negotiateLanguage } from '#app/locales/languages.ts'
import type { Services } from '#app/services.server.ts'

/** Who asks: the address that limits count by. */
export interface Client {
  address: string
}

export type App = (request: Request, client: Client) => Promise<Response>

/** The whole application as a function of a request, without the socket: language, gate, Remix, headers. */
export function createApp(services: Services, build: ServerBuild | (() => Promise<ServerBuild>), mode: string): App {
  const handlerOf = typeof build === 'function' ? wholeHandler(build, mode) : remixHandlers(build, mode)
  return async (request, client) => {
    const requestId = randomUUID()
    const url = new URL(request.url)
    const { language, prefix } = languageOf(request, url)
    if (isForeign(request, url, services.config.baseUrl))
      return secure(new Response('Forbidden\n', { status: 403 }), services.config, requestId)
    const inner = withoutPrefix(url, prefix)
    const response = await handlerOf(inner.pathname)(forRemix(request, inner), {
      services,
      now: services.clock.now(),
      language,
      prefix,
      requestId,
      clientAddress: client.address,
    })
    // What may depend on who asks stays with them.
    if (request.headers.has('Cookie') && !response.headers.has('Cache-Control'))
      response.headers.set('Cache-Control', 'private, no-cache')
    return secure(response, services.config, requestId)
  }
}

/** In development the routes may be others at any time. */
function wholeHandler(build: () => Promise<ServerBuild>, mode: string): () => RequestHandler {
  const handler = createRequestHandler(build, mode)
  return () => handler
}

function languageOf(request: Request, url: URL) {
  const first = url.pathname.split('/')[1]
  if (isLanguage(first)) return { language: first, prefix: `/${first}` }
  return { language: negotiateLanguage(request.headers.get('Accept-Language')), prefix: '' }
}

/**
 * Without the language in front, and without `Origin`, by which our gate has decided already: Remix's own would fail on
 * the `null` that browsers send from a page with `Referrer-Policy: no-referrer`, as pages that carry a token have it.
 */
function forRemix(request: Request, url: URL): Request {
  const inner = url.href === request.url ? request : new Request(url, request)
  inner.headers.delete('Origin')
  return inner
}

/**
 * Nor as a request for the data behind a page: Remix would answer `/me.data` and `?_data=` with all that a loader
 * returned, `_routes` with one loader alone. No script of ours asks for them, so they are addresses like any other.
 */
function withoutPrefix(url: URL, prefix: string): URL {
  const inner = new URL(url)
  inner.pathname = url.pathname.slice(prefix.length) || '/'
  if (inner.pathname.endsWith('.data')) inner.pathname += '/'
  if (inner.searchParams.has('_data')) inner.searchParams.delete('_data')
  return inner
}
