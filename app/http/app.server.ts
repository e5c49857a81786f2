import { type AppLoadContext, createRequestHandler, type ServerBuild } from '@remix-run/node'
import { randomUUID } from 'node:crypto'
import { runDirectly } from './direct-actions.server.ts'
import { isForeign } from './origin-gate.ts'
import { ReceivedForm } from './received-form.ts'
import { type BuildInAreas, type Handler, remixHandlers } from './remix-handlers.server.ts'
import { SamePages } from './same-pages.server.ts'
import { secure } from './security-headers.ts'
import { isLanguage, negotiateLanguage } from '#app/locales/languages.ts'
import type { Services } from '#app/services.server.ts'
import { remembered } from '#app/values/remembered.ts'
import { newToken } from '#app/values/secret.ts'

/** Who asks: the address that limits count by, and what stands for the key of a form where the page is kept. */
export interface Client {
  address: string
  formKey?: string
}

export type App = (request: Request, client: Client) => Promise<Response>

/** There are some hundreds of such headers among all the browsers of the world; a longer one is asked for by no browser. */
const negotiated = remembered(negotiateLanguage)
const LONGEST = 200
const preferred = (header: string) => (header.length > LONGEST ? negotiateLanguage(header) : negotiated(header))

/** The whole application as a function of a request, without the socket: language, gate, Remix, headers. */
export function createApp(
  services: Services,
  build: ServerBuild | BuildInAreas | (() => Promise<ServerBuild>),
  mode: string,
): App {
  const handlerOf = typeof build === 'function' ? wholeHandler(build, mode) : remixHandlers(build, mode)
  const pages = new SamePages()
  return async (request, client) => {
    const requestId = randomUUID()
    const url = new URL(request.url)
    const { language, prefix } = languageOf(request, url)
    if (isForeign(request, url, services.config.baseUrl))
      return secure(new Response('Forbidden\n', { status: 403 }), services.config, requestId)
    const inner = withoutPrefix(url, prefix)
    const now = services.clock.now()
    const context: AppLoadContext = {
      services,
      now,
      language,
      prefix,
      requestId,
      clientAddress: client.address,
      formKey: () => client.formKey ?? newToken(),
      samePage: null,
    }
    const response = await answer(await handlerOf(inner.pathname), pages, at(inner, request), context)
    // What may depend on who asks stays with them.
    if (request.headers.has('Cookie') && !response.headers.has('Cache-Control'))
      response.headers.set('Cache-Control', 'private, no-cache')
    return secure(response, services.config, requestId)
  }
}

/** In development the routes may be others at any time. */
function wholeHandler(build: () => Promise<ServerBuild>, mode: string): () => Promise<Handler> {
  const handler = { remix: createRequestHandler(build, mode), direct: null }
  return () => Promise.resolve(handler)
}

async function answer(
  handler: Handler,
  pages: SamePages,
  request: Request,
  context: AppLoadContext,
): Promise<Response> {
  const { remix, direct } = handler
  const directly = direct && request.method === 'POST' ? await runDirectly(direct, request, context) : null
  if (directly) return directly
  const known = context.samePage && (await pages.find(request, context.samePage, context.now))
  if (known) return known
  const rendered = await remix(forPage(request), context)
  return context.samePage ? await pages.keep(request, rendered, context.samePage, context.now) : rendered
}

/**
 * Of a form that an action has read nothing is left to read; Remix looks at the rest of the request only. Without
 * `Origin`, by which our gate has decided already: Remix's own would fail on the `null` that browsers send from a page
 * with `Referrer-Policy: no-referrer`, as pages that carry a token have it.
 */
function forPage(request: Request): Request {
  const page = request instanceof ReceivedForm ? request.whole() : request.bodyUsed ? withoutBody(request) : request
  page.headers.delete('Origin')
  return page
}

function withoutBody({ url, method, headers, signal }: Request): Request {
  return new Request(url, { method, headers, signal })
}

function languageOf(request: Request, url: URL) {
  const first = url.pathname.split('/')[1]
  if (isLanguage(first)) return { language: first, prefix: `/${first}` }
  return { language: preferred(request.headers.get('Accept-Language') ?? ''), prefix: '' }
}

/** Without the language in front. */
function at(url: URL, request: Request): Request {
  if (url.href === request.url) return request
  return request instanceof ReceivedForm ? request.at(url.href) : new Request(url, request)
}

/**
 * Nor as a request for the data behind a page: Remix would answer `/me.data` and `?_data=` with all that a loader
 * returned, `_routes` with one loader alone. No script of ours asks for them, so they are addresses like any other.
 */
function withoutPrefix(url: URL, prefix: string): URL {
  if (prefix === '' && url.search === '' && !url.pathname.endsWith('.data')) return url
  const inner = new URL(url)
  inner.pathname = url.pathname.slice(prefix.length) || '/'
  if (inner.pathname.endsWith('.data')) inner.pathname += '/'
  if (inner.searchParams.has('_data')) inner.searchParams.delete('_data')
  return inner
}
