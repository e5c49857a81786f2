import { COLUMNS, type Column } from './columns.ts'
import { writePeople } from './people-cell.ts'
import { writeTime } from './time-cells.ts'
import { answers, kinds } from './words.ts'
import type { ImportFacts, StoredSession } from '../import/import-plan.ts'
import type { Translate } from '#app/locales/translate.ts'

/** A programme as rows of a spreadsheet, its head first: in the words of one language, and read back in every one. */
export function sheetRows({ event, tracks, sessions }: ImportFacts, t: Translate): string[][] {
  const codes = new Map(tracks.map(({ id, code }) => [id, code]))
  const cellsOf = (session: StoredSession): Record<Column, string> => ({
    id: session.id,
    code: session.code ?? '',
    kind: kinds.write(session.kind, t),
    title: session.title,
    abstract: session.abstract,
    language: session.language ?? '',
    day: session.heldOn,
    start: writeTime(session, 'starts', event.zone),
    end: writeTime(session, 'ends', event.zone),
    track: session.trackId === null ? '' : (codes.get(session.trackId) ?? ''),
    room: session.room ?? '',
    people: writePeople(session.people, t),
    interpretation: session.interpretation,
    stream: session.streamUrl ?? '',
    capacity: String(session.capacity ?? ''),
    public: answers.write(session.isPublic === 1 ? 'yes' : 'no', t),
  })
  const rows = sessions.map((session) => {
    const cells = cellsOf(session)
    return COLUMNS.map((column) => cells[column])
  })
  return [COLUMNS.map((column) => t(`release.column.${column}`)), ...rows]
}
