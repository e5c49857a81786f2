/** Programs that fetch calendars, by what they say of themselves; the first that matches. */
const CLIENTS = [
  ['google', /Google-Calendar-Importer|GoogleCalendar/i],
  ['outlook', /Microsoft\.Exchange|MSExchange|Microsoft Office|ms-office|Microsoft Outlook|\bOutlook[-/]/i],
  ['thunderbird', /Thunderbird|Lightning\/|Betterbird/i],
  ['evolution', /\bEvolution\/|^evolution-|gnome-calendar|libsoup/i],
  ['davx5', /ICSx5|DAVx5|bitfire/i],
  ['proton', /Proton(Mail|Calendar)?\b/i],
  ['fastmail', /Fastmail/i],
  ['nextcloud', /Nextcloud|ownCloud/i],
  ['vdirsyncer', /vdirsyncer|pimsync/i],
  ['khal', /\bkhal\b/i],
  ['apple', /CalendarAgent|dataaccessd|remindd|iCal\/|CalendarStore|\biOS\/.*accountsd/i],
  ['browser', /^Mozilla\/5\.0 .*(Firefox|Chrome|Safari|Edg|OPR)\//],
] as const satisfies readonly (readonly [string, RegExp])[]

export type CalendarClient = (typeof CLIENTS)[number][0] | 'other'

export const CALENDAR_CLIENTS: readonly CalendarClient[] = [...CLIENTS.map(([client]) => client), 'other']

/** The kind of program that asks for a calendar; nothing else of what it says is kept. */
export function calendarClient(userAgent: string | null): CalendarClient {
  return CLIENTS.find(([, pattern]) => pattern.test(userAgent ?? ''))?.[0] ?? 'other'
}

/** What was stored, as a kind that has a name. */
export function knownClient(stored: string | null): CalendarClient {
  return CALENDAR_CLIENTS.find((one) => one === stored) ?? 'other'
}
