/** What a figure is held to. Where no line of the table speaks of a figure, it is only shown. */
export interface Aim {
  bench: string
  /** Its whole name, or a pattern for several. */
  figure: string | RegExp
  /** What it is to be; null where the last figure alone counts. */
  aim: number | null
  /** How much worse than the last one it may be, as a share of it: what the same code differs by on a busy machine. */
  tolerance: number
  /** The last figure, for ratios and counts, which every machine shares; the aim, for times and rates, which differ. */
  heldTo: 'last' | 'aim'
  /** Where the aim comes from. */
  from: string
}

const SPEED = 'what throw-away programs can do on the same machine'
const CALENDARS = 'ten times what the library does alone'
const OURS = 'no worse than it was'

const KB = 1024

const last = { heldTo: 'last' } as const
const own = { ...last, aim: null, from: OURS }

export const AIMS: readonly Aim[] = [
  { bench: 'catalogue', figure: /, kept ÷ bare node:http/, aim: 0.6, tolerance: 0.2, ...last, from: SPEED },
  { bench: 'catalogue', figure: /, 304 ÷ bare node:http/, aim: 0.5, tolerance: 0.2, ...last, from: SPEED },
  {
    bench: 'catalogue',
    figure: /, made ÷ React of the same components/,
    aim: 0.45,
    tolerance: 0.2,
    ...last,
    from: SPEED,
  },
  { bench: 'catalogue', figure: /, made( with all queries)? ÷ React/, tolerance: 0.25, ...own },
  { bench: 'catalogue', figure: /, brotli$/, tolerance: 0.02, ...own },

  { bench: 'registration', figure: /÷ 2,000 callers for 50 events$/, aim: 0.8, tolerance: 0.2, ...last, from: SPEED },
  { bench: 'registration', figure: /^2,000 callers ÷ bare merged/, tolerance: 0.25, ...own },
  { bench: 'registration', figure: /^200 callers.* ÷ /, tolerance: 0.25, ...own },
  { bench: 'registration', figure: /^sold of 100 seats/, aim: 100, tolerance: 0, ...last, from: SPEED },
  { bench: 'registration', figure: /^without the guard/, aim: 101, tolerance: 0, heldTo: 'aim', from: SPEED },

  { bench: 'bytes', figure: /^event page, \w+, with headers$/, aim: 11 * KB, tolerance: 0.02, ...last, from: SPEED },
  { bench: 'bytes', figure: /^journey, \w+, with headers$/, aim: 20 * KB, tolerance: 0.02, ...last, from: SPEED },
  { bench: 'bytes', figure: /^largest event page, brotli$/, aim: 11 * KB, tolerance: 0.02, ...last, from: SPEED },
  { bench: 'bytes', figure: /, (brotli|with headers)$/, tolerance: 0.02, ...own },
  { bench: 'bytes', figure: 'journey, requests', aim: 3, tolerance: 0, ...last, from: 'a page is one request' },

  { bench: 'rush', figure: /÷ bare merged transaction/, aim: 0.33, tolerance: 0.2, ...last, from: SPEED },
  { bench: 'rush', figure: /^over HTTP, \d+ connections$/, aim: 3000, tolerance: 0.25, heldTo: 'aim', from: SPEED },
  { bench: 'rush', figure: 'one event ÷ spread over 50', aim: 0.8, tolerance: 0.2, ...last, from: SPEED },
  { bench: 'rush', figure: 'two processes ÷ one', aim: 1, tolerance: 0.2, ...last, from: SPEED },
  { bench: 'rush', figure: /people for 10000 seats, sold$/, aim: 10_000, tolerance: 0, ...last, from: SPEED },
  { bench: 'rush', figure: /, answers of 5xx$/, aim: 0, tolerance: 0, ...last, from: SPEED },
  { bench: 'rush', figure: /, without the guard$/, aim: 10_001, tolerance: 0, heldTo: 'aim', from: SPEED },

  {
    bench: 'search',
    figure: /events, (finding|page), slowest query$/,
    aim: 30,
    tolerance: 0.25,
    heldTo: 'aim',
    from: SPEED,
  },

  { bench: 'memory', figure: 'idle', aim: 120, tolerance: 0.1, heldTo: 'aim', from: SPEED },
  { bench: 'memory', figure: 'loaded, at its highest', aim: 250, tolerance: 0.1, heldTo: 'aim', from: SPEED },

  { bench: 'start', figure: 'second start, ready after', aim: 1000, tolerance: 0.15, heldTo: 'aim', from: SPEED },

  { bench: 'exports', figure: 'csv ÷ bare driver', tolerance: 0.25, ...own },
  { bench: 'exports', figure: 'p99 during ÷ quiet', tolerance: 1, ...own },

  {
    bench: 'calendar',
    figure: /^composing, ical-generator alone ÷ ours/,
    aim: 10,
    tolerance: 0.3,
    ...last,
    from: CALENDARS,
  },
  { bench: 'calendar', figure: /^304 ÷ bare node:http/, aim: 0.5, tolerance: 0.2, ...last, from: SPEED },
]
