import { redirect } from '@remix-run/node'
import type { RequestContext } from './context.server.ts'

/** Nothing is here, or nothing that the asker may know of: the two look the same. */
export function notFound(): Response {
  return new Response(null, { status: 404, statusText: 'Not Found' })
}

export function forbidden(): Response {
  return new Response(null, { status: 403, statusText: 'Forbidden' })
}

export function badRequest(): Response {
  return new Response(null, { status: 400, statusText: 'Bad Request' })
}

/** After a change: go there by GET, in the language of the page. */
export function seeOther(context: Pick<RequestContext, 'prefix'>, address: string): Response {
  return redirect(`${context.prefix}${address}`, 303)
}

/** The headers of 503 without a word: who asked keeps what they have, and comes again in two minutes. */
export const NOT_NOW = { 'Retry-After': '120', 'Cache-Control': 'no-store', 'Content-Length': '0' }
