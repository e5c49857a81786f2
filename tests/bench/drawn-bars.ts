import type { Tone } from './drawing/frame.ts'
import type { BarsOf } from './drawn-figures.ts'

const DATABASES = [
  { name: 'SQLite', database: 'sqlite' },
  { name: 'MariaDB', database: 'mysql' },
] as const

const OURS: Tone = 'green'
const BARE: Tone = 'mute'
const AIM: Tone = 'brown'

function visit(name: string, figure: string, [site, median]: [number, number]): BarsOf['groups'][number] {
  return {
    name,
    database: 'sqlite',
    bars: [
      { figure, name: 'Plenary, the page of an event', tone: OURS, share: 1 / 1000 },
      { value: site, name: 'a page of 246 KB', tone: BARE },
      { value: median, name: 'a page of 2,559 KB', tone: BARE },
    ],
  }
}

export const BARS: readonly BarsOf[] = [
  {
    file: 'pages.svg',
    title: 'Answers a second, the page of an event',
    unit: 'requests a second',
    bench: 'catalogue',
    groups: [
      {
        name: '“Nothing has changed” (304)',
        database: 'sqlite',
        bars: [
          { figure: 'event page, 304', name: 'Plenary', tone: OURS },
          { figure: 'event page, 304, bare node:http', name: 'bare node:http', tone: BARE },
        ],
      },
      {
        name: 'Kept, with brotli',
        database: 'sqlite',
        bars: [
          { figure: 'event page, kept', name: 'Plenary', tone: OURS },
          { figure: 'event page, kept, bare node:http', name: 'bare node:http', tone: BARE },
        ],
      },
      {
        name: 'Made anew each time',
        database: 'sqlite',
        bars: [
          { figure: 'event page, made', name: 'Plenary', tone: OURS },
          { figure: 'event page, made with all queries', name: 'Plenary, with all queries', tone: OURS },
          {
            figure: 'event page, made, React of the same components',
            name: 'React, the same components',
            tone: BARE,
          },
          { figure: 'event page, made, React of its elements', name: 'React, the elements alone', tone: BARE },
        ],
      },
    ],
  },
  {
    file: 'bytes.svg',
    title: 'What a first visit takes over the wire',
    unit: 'kilobytes',
    bench: 'bytes',
    groups: [
      {
        name: '',
        database: 'sqlite',
        bars: [
          {
            figure: 'event page, en, with headers',
            name: 'Plenary, the page of an event',
            tone: OURS,
            share: 1 / 1024,
          },
          {
            figure: 'journey, en, with headers',
            name: 'Plenary, until the place is confirmed',
            tone: OURS,
            share: 1 / 1024,
          },
          { value: 14, name: 'what fits the first flight of a connection', tone: AIM },
          { value: 246, name: 'a well-kept public site, 2022', tone: BARE },
          { value: 2559, name: 'the median page for phones, 2025', tone: BARE },
        ],
      },
    ],
  },
  {
    file: 'times.svg',
    title: 'Until a first visit shows something',
    unit: 'seconds',
    bench: 'bytes',
    groups: [
      visit('Slow 3G (400 kbit/s, 400 ms)', 'event page on slow 3G, painted', [6.5, 53]),
      visit('2G (280 kbit/s, 800 ms)', 'event page on 2G, painted', [10, 76]),
    ],
  },
  {
    file: 'exports.svg',
    title: 'Rows a second, a list of 100,000 as a file',
    unit: 'rows a second',
    bench: 'exports',
    groups: DATABASES.map(({ name, database }) => ({
      name,
      database,
      bars: [
        ...['csv', 'xlsx', 'json', 'vcf'].map((format) => ({ figure: format, name: format.toUpperCase(), tone: OURS })),
        { figure: 'bare driver', name: 'bare driver to nowhere', tone: BARE },
      ],
    })),
  },
  {
    file: 'memory.svg',
    title: 'Resident memory of the process',
    unit: 'megabytes',
    bench: 'memory',
    groups: [
      {
        name: '',
        database: 'sqlite',
        bars: [
          { figure: 'idle', name: 'at rest', tone: OURS },
          { figure: 'loaded, at its highest', name: 'under load, at its highest', tone: OURS },
          { figure: 'after the load', name: 'ten seconds after it', tone: OURS },
          { figure: 'soak, at its end', name: 'at the end of a soak', tone: OURS },
          { value: 250, name: 'aim under load', tone: AIM },
        ],
      },
    ],
  },
  {
    file: 'start.svg',
    title: 'From the command to ready',
    unit: 'milliseconds',
    bench: 'start',
    groups: [
      {
        name: '',
        database: 'sqlite',
        bars: [
          { figure: 'first start, ready after', name: 'npm start the first time, empty', tone: OURS },
          { figure: 'second start, ready after', name: 'npm start again', tone: OURS },
          { figure: 'server alone, ready after', name: 'the server alone', tone: OURS },
          { value: 1000, name: 'aim', tone: AIM },
        ],
      },
    ],
  },
]
