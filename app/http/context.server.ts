import type { SamePage } from './same-page.ts'
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
  /** A new key for a form, by which it is known when it is sent more than once; a hole for one in a page that is kept. */
  formKey(): string
  /** Set by an action whose page is the same for many: it is rendered once. */
  samePage: SamePage | null
}

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends RequestContext {}
  interface Future {
    v3_singleFetch: true
  }
}
