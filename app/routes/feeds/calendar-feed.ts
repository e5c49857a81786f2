import type { LoaderFunctionArgs } from '@remix-run/node'
import { toJcal } from '#app/calendar/jcal.ts'
import { describeFault } from '#app/http/error-log.server.ts'
import { CALENDAR_TYPE, JCAL_TYPE, siteOf } from '#app/http/feed-answer.server.ts'
import { feedLoader } from '#app/http/feed-loader.server.ts'
import type { Instant } from '#app/values/moment.ts'

interface AskedCalendar {
  body: string
  updatedAt: Instant | null
  /** Without its ending. */
  filename: string
  /** To be kept, whatever the address says; what is to be subscribed to is kept where the address says `?download`. */
  isDownload?: boolean
}

/** The loader of a public calendar: as iCalendar or, where the address ends so, as jCal. */
export function calendarLoader(find: (args: LoaderFunctionArgs) => Promise<AskedCalendar | null>) {
  return feedLoader(async (args) => {
    const calendar = await find(args)
    if (!calendar) return null
    const { body, updatedAt, filename, isDownload = false } = calendar
    const { pathname, searchParams } = new URL(args.request.url)
    // Routes are matched whatever the case, and with a slash behind.
    const isJcal = /\.jcal\/*$/i.test(pathname)
    return {
      body: isJcal ? await toJcal(body) : body,
      type: isJcal ? JCAL_TYPE : CALENDAR_TYPE,
      updatedAt,
      filename: `${filename}${isJcal ? '.jcal' : '.ics'}`,
      isDownload: isDownload || searchParams.has('download'),
    }
  })
}

/** What public calendars need of a request. */
export function portsOf({ context, request }: LoaderFunctionArgs) {
  const { log } = context.services
  return {
    site: siteOf(context),
    onFault: (error: unknown) => {
      const { pathname: path } = new URL(request.url)
      log.error({ requestId: context.requestId, path, fault: describeFault(error) }, 'calendar text')
    },
  }
}
