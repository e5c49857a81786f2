import type { Kysely } from 'kysely'
import { listNames } from '../queries.server.ts'
import { cateringView } from './catering-view.server.ts'
import { listColumns } from './list-columns.ts'
import type { ListFilter } from './list-filter.ts'
import { listQuestions } from './list-questions.server.ts'
import type { ListView } from './list-view.ts'
import { hasPlaces, readListed } from './read-listed.server.ts'
import { resolveFilter, selectFiltered } from './select-listed.server.ts'
import { ticketDays } from './ticket-days.server.ts'
import { type ListField, type ListPurpose, visibleFields } from './visible-fields.ts'
import type { Language } from '#app/locales/languages.ts'
import { translator } from '#app/locales/translate.ts'
import type { EventPlace, HeldRole } from '#app/people/rights.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

export interface AskedList {
  event: EventPlace
  /** What its reader may see depends on them. */
  roles: HeldRole[]
  purpose: ListPurpose
  /** Whom they may see: `trackIdsFor`. */
  trackIds: string[] | 'all'
  filter: ListFilter
  language: string
  now: Instant
}

/**
 * A list as one reader may see it for one purpose. Of catering there are totals: a row is an answer and how often it was
 * given. @throws when the reader has no such purpose at the event: the caller asks `purposesOf` first.
 */
export async function readListView(db: Kysely<Database>, asked: AskedList): Promise<ListView> {
  if (asked.purpose === 'catering') {
    fieldsOf(asked)
    return await cateringView(db, { eventId: asked.event.id, language: asked.language })
  }
  const { columns, select, read } = await prepareList(db, asked)
  return {
    columns: columns.map(({ key, label, kind }) => ({ key, label, kind })),
    async ids() {
      const query = select().select('registrations.id').orderBy('people.sortKey').orderBy('registrations.id')
      // Nothing of it is to be renamed, row by row.
      const { rows } = await db.withoutPlugins().executeQuery(query.compile())
      return rows.map(({ id }) => id)
    },
    async rows(ids) {
      const found = await read(ids)
      return ids.map((id) => {
        const row = found.get(id)
        return row ? columns.map(({ cell }) => cell(row)) : null
      })
    },
  }
}

/** What a list is read with: its columns, who is on it, and what it needs of some of them. In a fixed number of queries. */
export async function prepareList(db: Kysely<Database>, asked: AskedList) {
  const { event, trackIds, filter, language, now } = asked
  const fields = fieldsOf(asked)
  const scope = { eventId: event.id, trackIds }
  const [resolved, questions, names, days, placed] = await Promise.all([
    resolveFilter(db, { eventId: event.id, filter, fields, now }),
    listQuestions(db, { eventId: event.id, fields, language }),
    listNames(db, { eventId: event.id }, language),
    fields.includes('days') ? ticketDays(db, event.id) : new Map<string, string[]>(),
    hasPlaces(db, event.id),
  ])
  const shown = [...Object.values(questions.own), ...questions.skills, ...questions.others].map(({ id }) => id)
  const questionIds = questions.shareEmailId === null ? shown : [...new Set([...shown, questions.shareEmailId])]
  return {
    fields,
    names,
    today: resolved.today,
    columns: listColumns(fields, questions, { ...names, days, language, t: translator(language as Language) }),
    select: (how?: { isCounted: boolean }) => selectFiltered(db, scope, resolved, how),
    read: (ids: string[]) => readListed(db, scope, { ids, fields: placed ? fields : unplaced(fields), questionIds }),
  }
}

function fieldsOf({ event, roles, purpose }: AskedList) {
  const fields = visibleFields(purpose, roles, event)
  if (fields.length === 0) throw new Error(`Nothing of ${purpose} is for this reader.`)
  return fields
}

/** Where nobody has a seat or a group, nobody is asked for theirs, page after page of a long list. */
function unplaced(fields: ListField[]): ListField[] {
  return fields.filter((field) => field !== 'seat' && field !== 'group')
}
