import { isRouteErrorResponse } from '@remix-run/react'
import { isKey, type Translate } from '#app/locales/translate.ts'

/** The status of a failed answer, and what to say about it: a thrown response by its status, everything else as 500. */
export function describeError(error: unknown, t: Translate): { status: number; title: string; lead: string } {
  const status = isRouteErrorResponse(error) ? error.status : 500
  const known = isKey(`common.errors.s${status}.title`) ? status : status < 500 ? 400 : 500
  const text = (name: string) => {
    const key = `common.errors.s${known}.${name}`
    return isKey(key) ? t(key) : ''
  }
  return { status, title: text('title'), lead: text('lead') }
}
