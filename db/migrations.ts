import type { Migration } from 'kysely/migration'

/**
 * Every step of the schema, in order; a test compares this list with the folder. A step is read only where it is still to
 * be taken: hardly ever, and a database that is up to date is to be found so at once.
 */
export const MIGRATIONS: Record<string, Migration> = {
  '0001-people': step(() => import('./migrations/0001-people.ts')),
  '0002-events': step(() => import('./migrations/0002-events.ts')),
  '0003-registrations': step(() => import('./migrations/0003-registrations.ts')),
  '0004-payments': step(() => import('./migrations/0004-payments.ts')),
  '0005-mail-and-audit': step(() => import('./migrations/0005-mail-and-audit.ts')),
  '0006-event-facets': step(() => import('./migrations/0006-event-facets.ts')),
  '0007-offer': step(() => import('./migrations/0007-offer.ts')),
  '0008-vouchers': step(() => import('./migrations/0008-vouchers.ts')),
  '0009-questions-and-files': step(() => import('./migrations/0009-questions-and-files.ts')),
  '0010-waiting-list': step(() => import('./migrations/0010-waiting-list.ts')),
  '0011-money': step(() => import('./migrations/0011-money.ts')),
  '0012-indexes': step(() => import('./migrations/0012-indexes.ts')),
  '0013-calendars': step(() => import('./migrations/0013-calendars.ts')),
  '0014-workspace': step(() => import('./migrations/0014-workspace.ts')),
  '0015-calls': step(() => import('./migrations/0015-calls.ts')),
  '0016-scholarships': step(() => import('./migrations/0016-scholarships.ts')),
  '0017-selection': step(() => import('./migrations/0017-selection.ts')),
  '0018-teaching': step(() => import('./migrations/0018-teaching.ts')),
  '0019-attendance': step(() => import('./migrations/0019-attendance.ts')),
  '0020-surveys': step(() => import('./migrations/0020-surveys.ts')),
  '0021-certificates': step(() => import('./migrations/0021-certificates.ts')),
  '0022-search-postings': step(() => import('./migrations/0022-search-postings.ts')),
  '0023-long-lists': step(() => import('./migrations/0023-long-lists.ts')),
  '0024-indexes-of-few': step(() => import('./migrations/0024-indexes-of-few.ts')),
  '0025-turning-points': step(() => import('./migrations/0025-turning-points.ts')),
}

function step(read: () => Promise<Migration>): Migration {
  return { up: async (db) => await (await read()).up(db) }
}
