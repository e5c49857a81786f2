import { createHash } from 'node:crypto'
import type { RequestContext } from './context.server.ts'
import { disposition } from './disposition.ts'
import { knownTagOf } from './entity-tag.ts'
import { httpDate } from './http-date.ts'
import { DEFAULT_LANGUAGE, type Language } from '#app/locales/languages.ts'
import { epochMilliseconds, type Instant } from '#app/values/moment.ts'

export const CALENDAR_TYPE = 'text/calendar; charset=utf-8'
export const JCAL_TYPE = 'application/calendar+json; charset=utf-8'

export interface Feed {
  body: string
  type: string
  /**
   * When it last changed: also when something was taken out of it, which its newest entry does not tell. Null where that
   * is not known.
   */
  updatedAt: Instant | null
  /** Given to a download and to a feed alike. */
  filename?: string
  /** A download is kept by the reader; a feed is read again and again, and Google once refused it as an attachment. */
  isDownload?: boolean
  /** Holds what is one person's: no shared cache may keep it, no address of it may travel. */
  isPrivate?: boolean
  /** Of what is in it, where its address does not say so. */
  language?: Language
}

type Asked = Pick<RequestContext, 'now' | 'language' | 'prefix'>

/**
 * A feed as an answer, whole, with a strong ETag, or 304. The day is part of the ETag, and of Last-Modified: a client
 * that emptied its calendar on a broken line asks again with the old one, and so heals within a day. It is the same for
 * whoever asks, in whatever language: only its address decides.
 */
export function feedAnswer(request: Request, context: Asked, feed: Feed): Response {
  const today = context.now.slice(0, 10)
  const hash = createHash('sha256').update(feed.body).digest('base64url').slice(0, 22)
  const etag = `"${hash}-${today}"`
  const headers = new Headers({
    'Content-Type': feed.type,
    'Content-Language': feed.language ?? feedLanguage(context),
    'Cache-Control': feed.isPrivate ? 'private, max-age=0' : 'public, max-age=900',
    ETag: etag,
    Vary: 'Accept-Encoding',
    'X-Robots-Tag': 'noindex',
  })
  if (feed.isPrivate) headers.set('Referrer-Policy', 'no-referrer')
  if (feed.filename) {
    const fallback = `calendar${/\.\w+$/.exec(feed.filename)?.[0] ?? ''}`
    headers.set('Content-Disposition', disposition(feed.filename, { fallback, isDownload: feed.isDownload === true }))
  }
  const changed = feed.updatedAt && asHttpDate(newest([feed.updatedAt, `${today}T00:00:00.000Z`])!)
  if (changed) headers.set('Last-Modified', changed)
  const known = knownTagOf(request, etag) ?? (isUnchanged(request, changed) ? etag : null)
  if (known === null) return new Response(feed.body, { headers })
  headers.set('ETag', known)
  return new Response(null, { status: 304, headers })
}

function asHttpDate(instant: Instant): string {
  return new Date(epochMilliseconds(instant)).toUTCString()
}

/** RFC 9110, 13.1.3: asked only where no tag is given. */
function isUnchanged({ headers }: Request, changed: string | null): boolean {
  const since = httpDate(headers.get('If-Modified-Since') ?? '')
  return changed !== null && since !== null && !headers.has('If-None-Match') && Date.parse(changed) <= since
}

/** The newest of some moments. */
export function newest(moments: Instant[]): Instant | null {
  return moments.reduce<Instant | null>(
    (latest, moment) => (latest === null || moment > latest ? moment : latest),
    null,
  )
}

/** The language of a feed is that of its address and of nothing else: programs do not negotiate. */
function feedLanguage({ language, prefix }: Pick<RequestContext, 'language' | 'prefix'>): Language {
  return prefix === '' ? DEFAULT_LANGUAGE : language
}

/** What calendars are written for: this site, in the language of the address; links always say which. */
export function siteOf({ services, ...asked }: Pick<RequestContext, 'services' | 'language' | 'prefix'>) {
  const { baseUrl, uidDomain } = services.config
  const language = feedLanguage(asked)
  return { baseUrl, uidDomain, language, prefix: `/${language}` }
}
