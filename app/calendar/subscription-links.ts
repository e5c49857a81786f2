/**
 * How programs subscribe to a feed. `webcal:` comes second: some clients fetch it without encryption first. So Google is
 * given the encrypted address of a feed whose address is a secret.
 */
export function subscriptionLinks(feed: string, name: string, { isSecret = false } = {}) {
  const webcal = feed.replace(/^https?:/, 'webcal:')
  return {
    address: feed,
    webcal,
    google: `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(isSecret ? feed : webcal)}`,
    outlook: `https://outlook.live.com/calendar/0/addfromweb?${new URLSearchParams({ url: feed, name })}`,
  }
}
