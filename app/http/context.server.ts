import type { Language } from '#app/locales/languages.ts'
import type { Services } from '#app/services.server.ts'
import type { Instant } from '#app/values/moment.ts'

/** What every loader and action gets as `context`: one request, its moment, its language, and the services. */
export interface RequestContext {
  services: Services
  now: Instant
  /** The language of the page; `prefix` is '' or '/fr', as the address had it, and goes in front of every link. */
  language: Language
  prefix: string
  requestId: string
  clientAddress: string
}

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends RequestContext {}
  interface Future {
    v3_singleFetch: true
  }
}
