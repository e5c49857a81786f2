import { addDays, epochMilliseconds, type Instant } from '#app/values/moment.ts'

/** Google's form for one entry, filled in (its parameters are not documented; they have not changed since 2008). */
export function googleEventLink(event: {
  title: string
  address: string
  startsOn: string
  endsOn: string
  startsTime: string | null
  startsAt: Instant
  endsAt: Instant
  venue: string | null
  city: string | null
}): string {
  const isShort = epochMilliseconds(event.endsAt) - epochMilliseconds(event.startsAt) <= 86_400_000
  const dates =
    event.startsTime !== null && isShort
      ? [event.startsAt, event.endsAt].map((at) => at.replace(/[-:]|\.\d+/g, ''))
      : [event.startsOn, addDays(event.endsOn, 1)].map((day) => day.replaceAll('-', ''))
  const query = new URLSearchParams({
    action: 'TEMPLATE',
    text: event.title,
    dates: dates.join('/'),
    details: event.address,
    location: [event.venue, event.city].filter(Boolean).join(', '),
  })
  return `https://calendar.google.com/calendar/render?${query}`
}

/** How programs subscribe to a feed. `webcal:` comes second: some clients fetch it without encryption. */
export function subscriptionLinks(feed: string, name: string) {
  const webcal = feed.replace(/^https?:/, 'webcal:')
  return {
    address: feed,
    webcal,
    google: `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcal)}`,
    outlook: `https://outlook.live.com/calendar/0/addfromweb?${new URLSearchParams({ url: feed, name })}`,
  }
}
