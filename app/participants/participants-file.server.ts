import type { Kysely } from 'kysely'
import { BYTE_ORDER_MARK, csvRow, csvRows } from './participants-csv.ts'
import type { Participant, ParticipantFilter } from './participants.ts'
import { countParticipants, nextParticipants, type VisibleQuestion } from './queries.server.ts'
import type { ParticipantField } from './visible-fields.ts'
import type { Database } from '#db/schema.ts'

const AT_ONCE = 1000

export interface ParticipantsFile {
  filter: ParticipantFilter
  fields: ParticipantField[]
  questions: VisibleQuestion[]
  /** The first row, in the reader's language. */
  head: string[]
  separator: string
  hasMark: boolean
  /** How a row's fields and answers are written, in the reader's language. */
  write: (participant: Participant) => {
    fields: Partial<Record<ParticipantField, string>>
    answers: Record<string, string>
  }
}

/**
 * The list as CSV, in pieces of at most 1,000 people.
 * @throws at the end when people are missing that were on the list all the time: the download breaks off visibly.
 */
export async function* participantsFile(db: Kysely<Database>, file: ParticipantsFile): AsyncGenerator<string> {
  const before = await countParticipants(db, file.filter)
  const questionIds = file.questions.map(({ id }) => id)
  yield (file.hasMark ? BYTE_ORDER_MARK : '') + csvRows([file.head], file.separator)
  let written = 0
  let after: Participant | null = null
  for (;;) {
    const rows: Participant[] = await nextParticipants(db, { ...file.filter, after, limit: AT_ONCE }, file.questions)
    if (rows.length > 0) {
      yield csvRows(
        rows.map((row) => csvRow(file.write(row), file.fields, questionIds)),
        file.separator,
      )
    }
    written += rows.length
    if (rows.length < AT_ONCE) break
    after = rows.at(-1)!
  }
  const missing = Math.min(before, await countParticipants(db, file.filter)) - written
  if (missing > 0) throw new Error(`The participant list is short of ${missing} rows.`)
}
