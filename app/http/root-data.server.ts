import type { RequestContext } from './context.server.ts'

/** What every page needs to know of its request: its language, its address, its moment, its number. */
export function rootDataOf(request: Request, context: RequestContext) {
  const url = new URL(request.url)
  const { services, language, prefix, now, requestId } = context
  return {
    language,
    prefix,
    now,
    requestId,
    /** Without the language in front, so that it can be had in another. */
    address: url.pathname + url.search,
    baseUrl: services.config.baseUrl,
    contactEmail: services.config.mailFrom,
    isDemonstration: services.config.mode === 'demo',
    /** Whether the mail of this installation can be read in it. */
    hasOutbox: services.outbox !== null,
    /** Whether this page is a form that comes back with errors; known once the page is rendered. */
    hasErrors: false,
  }
}

export type RootData = ReturnType<typeof rootDataOf>
