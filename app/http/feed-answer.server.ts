import { createHash } from 'node:crypto'
import type { RequestContext } from './context.server.ts'
import { epochMilliseconds, type Instant } from '#app/values/moment.ts'

export const CALENDAR_TYPE = 'text/calendar; charset=utf-8'

export interface Feed {
  body: string
  type: string
  /** Of the newest thing in it; null when it is empty. */
  updatedAt: Instant | null
  /** Given to a download and to a feed alike; in ASCII. */
  filename?: string
  /** A download is kept by the reader; a feed is read again and again, and Google once refused it as an attachment. */
  isDownload?: boolean
  /** Holds what is one person's: no shared cache may keep it, no address of it may travel. */
  isPrivate?: boolean
}

/**
 * A feed as an answer, whole, with a strong ETag, or 304. The day is part of the ETag: a client that emptied its
 * calendar on a broken line asks again with the old one, and so heals within a day.
 */
export function feedAnswer(request: Request, context: Pick<RequestContext, 'now' | 'language'>, feed: Feed): Response {
  const hash = createHash('sha256').update(feed.body).digest('base64url').slice(0, 22)
  const etag = `"${hash}-${context.now.slice(0, 10)}"`
  const headers = new Headers({
    'Content-Type': feed.type,
    'Content-Language': context.language,
    'Cache-Control': feed.isPrivate ? 'private, max-age=0' : 'public, max-age=900',
    ETag: etag,
    Vary: 'Accept-Language',
    'X-Robots-Tag': 'noindex',
  })
  if (feed.isPrivate) headers.set('Referrer-Policy', 'no-referrer')
  if (feed.updatedAt) headers.set('Last-Modified', new Date(epochMilliseconds(feed.updatedAt)).toUTCString())
  if (feed.filename)
    headers.set(
      'Content-Disposition',
      `${feed.isDownload ? 'attachment' : 'inline'}; filename="${feed.filename.replace(/[^\w.-]/g, '')}"`,
    )
  if (isKnown(request.headers.get('If-None-Match'), etag)) return new Response(null, { status: 304, headers })
  return new Response(feed.body, { headers })
}

/** RFC 9110, 13.1.2: a list of tags, compared weakly, or `*`. */
function isKnown(header: string | null, etag: string): boolean {
  if (header === null) return false
  return header.trim() === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}

/** The newest of some moments. */
export function newest(moments: Instant[]): Instant | null {
  return moments.reduce<Instant | null>(
    (latest, moment) => (latest === null || moment > latest ? moment : latest),
    null,
  )
}

/** What calendars are written for: this site, in the language of the request. */
export function siteOf({ services, language, prefix }: RequestContext) {
  const { baseUrl, uidDomain } = services.config
  return { baseUrl, uidDomain, language, prefix }
}
