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
  }
}

export type RootData = ReturnType<typeof rootDataOf>
