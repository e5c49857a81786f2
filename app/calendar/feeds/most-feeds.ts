/** How many calendars of one's own may be in use: enough for every program of one person. */
export const MOST_FEEDS = 20
