import { agendaCalendar } from '#app/calendar/own/agenda.server.ts'
import { contentLines, icalFaults } from '#tests/support/ical-checker.ts'
import type { testServices } from '#tests/support/app.ts'
import { NOW } from '#tests/support/now.ts'
import { expect } from 'vitest'

type Given = Pick<Awaited<ReturnType<typeof testServices>>, 'db' | 'services'>

export const WHOLE = { hasSessions: false, hasDeadlines: true, hasWork: true }

/** Somebody's whole calendar as it is fetched, checked, by UID. */
export async function agendaOf(
  { db, services }: Given,
  account: { accountId: string; emailKey: string },
  has: Partial<typeof WHOLE> = {},
  now = NOW,
) {
  const agenda = { ...account, name: 'Mine', language: 'en' as const, ...WHOLE, ...has }
  const body = await agendaCalendar(db, services.config, agenda, now, (error) => {
    throw error
  })
  expect(icalFaults(body)).toEqual([])
  return { body, entries: entriesOf(body) }
}

/** The properties of each entry, by its UID without the domain. */
export function entriesOf(body: string): Record<string, Record<string, string>> {
  const entries: Record<string, Record<string, string>> = {}
  let entry: Record<string, string> | null = null
  for (const { name, value } of contentLines(body)) {
    if (name === 'BEGIN' && value === 'VEVENT') entry = {}
    else if (name === 'END' && value === 'VEVENT' && entry) {
      entries[entry['UID']!.split('@')[0]!] = entry
      entry = null
    } else if (entry) entry[name] = value
  }
  return entries
}
