import { calendarFaults } from './ical/calendar-faults.ts'
import { componentTree } from './ical/component-tree.ts'
import { contentLines } from './ical/content-lines.ts'
import { octetFaults } from './ical/octet-faults.ts'

export { type ContentLine, contentLines } from './ical/content-lines.ts'

/**
 * What is wrong with an iCalendar file, strictly by RFC 5545, 5546 and 7986 and by what clients need beyond them: the
 * faults that parsers let pass and clients stumble over. An empty list is a clean file.
 */
export function icalFaults(text: string): string[] {
  const { root, faults } = componentTree(contentLines(text))
  return [...octetFaults(text), ...faults, ...(root ? calendarFaults(root) : [])]
}
