import type { Tone } from './drawing/frame.ts'
import type { LinesOf } from './drawn-figures.ts'

const BARE: Tone = 'mute'

/** One for each database, beside the bare program and the usual way. */
const RUSH = (database: 'sqlite' | 'mysql', name: string, tone: Tone) => [
  { name: `Plenary, ${name}`, tone, database, figure: /^over HTTP, ([\d,]+) connections$/ },
  {
    name: `bare merged transaction, ${name}`,
    tone: BARE,
    database,
    figure: /^over HTTP, ([\d,]+) connections, bare merged transaction$/,
  },
]

export const LINES: readonly LinesOf[] = [
  {
    file: 'rush.svg',
    title: 'Registrations a second, over HTTP',
    unit: 'registrations a second',
    across: 'connections',
    bench: 'rush',
    lines: [
      ...RUSH('sqlite', 'SQLite', 'blue'),
      ...RUSH('mysql', 'MariaDB', 'green'),
      {
        name: 'SELECT … FOR UPDATE, MariaDB',
        tone: 'brown',
        database: 'mysql',
        figure: 'select for update, each by itself',
      },
    ],
  },
  {
    file: 'registration.svg',
    title: 'Registrations a second, on one hot event',
    unit: 'registrations a second',
    across: 'who ask at once',
    bench: 'registration',
    lines: [
      { name: 'Plenary, SQLite', tone: 'blue', database: 'sqlite', figure: /^([\d,]+) callers?$/ },
      { name: 'Plenary, MariaDB', tone: 'green', database: 'mysql', figure: /^([\d,]+) callers?$/ },
      { name: 'bare merged transaction, SQLite', tone: 'blue', database: 'sqlite', figure: 'bare merged transaction' },
      { name: 'bare merged transaction, MariaDB', tone: 'green', database: 'mysql', figure: 'bare merged transaction' },
      { name: 'SELECT … FOR UPDATE, MariaDB', tone: 'brown', database: 'mysql', figure: 'for update first' },
    ],
  },
  {
    file: 'search.svg',
    title: 'The slowest of fifteen searches',
    unit: 'milliseconds',
    across: 'events',
    bench: 'search',
    lines: [
      { name: 'the best 25, SQLite', tone: 'blue', database: 'sqlite', figure: /^([\d,]+) events, finding, slowest/ },
      { name: 'the best 25, MariaDB', tone: 'green', database: 'mysql', figure: /^([\d,]+) events, finding, slowest/ },
      { name: 'the whole page, SQLite', tone: 'red', database: 'sqlite', figure: /^([\d,]+) events, page, slowest/ },
      { name: 'the whole page, MariaDB', tone: 'ink', database: 'mysql', figure: /^([\d,]+) events, page, slowest/ },
      { name: 'aim', tone: 'brown', database: null, aim: 30 },
    ],
  },
]
