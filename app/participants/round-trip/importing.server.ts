import type { Kysely } from 'kysely'
import { applyValues } from './apply-values.server.ts'
import { lookAtRow, type Present } from './look-at-row.ts'
import { cellsOf, type SheetRow, sheetRows } from './sheet-rows.server.ts'
import { type SheetWords, sheetWords } from './sheet-words.server.ts'
import type { Doing, KindRules, Looking } from '../runs/kind-rules.server.ts'
import {
  cannot,
  type Image,
  isSame,
  type Looked,
  type Row,
  type Run,
  type RunProps,
  willDo,
} from '../runs/run-kinds.ts'
import { valuesOf } from '#app/registrations/questions/question.ts'
import { Refused } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

type Props = Extract<RunProps, { kind: 'import' }>

/** Puts an edited sheet back: each row is held against its registration, and what differs is written. */
export const importing: KindRules = {
  async look(db, { run, rows, now }: Looking<Props>) {
    const words = await wordsOf(db, run)
    const [fresh, looked] = [rows.filter(isFresh), rows.filter((row) => !isFresh(row))]
    const codes = [...fresh.map(({ after }) => String(after['code'] ?? '')), ...(await codesOf(db, looked))]
    const seats = await sheetRows(db, { eventId: run.eventId, now, words, codes })
    const byCode = new Map(seats.map((seat) => [seat.code, seat]))
    const byId = new Map(seats.map((seat) => [seat.id, seat]))
    return rows.map((row) =>
      isFresh(row)
        ? lookAtFresh(row, byCode.get(String(row.after['code'] ?? '')), words)
        : lookAgain(row, byId.get(row.subjectId!), words),
    )
  },
  async act(db, doing: Doing<Props>) {
    await applyValues(db, { ...doing, values: doing.row.after, words: await wordsOf(db, doing.run) })
    return doing.row
  },
  async undo(db, doing: Doing<Props>) {
    const { run, row, now } = doing
    const words = await wordsOf(db, run)
    const seats = await sheetRows(db, { eventId: run.eventId, now, words, codes: await codesOf(db, [row]) })
    if (!isAs(seats[0], row.after, words)) throw new Refused({ code: 'seat-gone' })
    await applyValues(db, { ...doing, values: row.before, words })
  },
}

const known = new WeakMap<Run, Promise<SheetWords>>()

/** The same for all rows of a part, which share their run. */
async function wordsOf(db: Kysely<Database>, run: Run): Promise<SheetWords> {
  const words = known.get(run) ?? sheetWords(db, run.eventId)
  known.set(run, words)
  return await words
}

/** As it was sent; whose it is is not known yet. */
function isFresh({ subjectId }: Row): boolean {
  return subjectId === null
}

async function codesOf(db: Kysely<Database>, rows: Row[]): Promise<string[]> {
  const ids = rows.flatMap(({ subjectId }) => subjectId ?? [])
  if (ids.length === 0) return []
  const found = await db.selectFrom('registrations').select('code').where('id', 'in', ids).execute()
  return found.map(({ code }) => code)
}

function lookAtFresh({ after: given }: Row, seat: SheetRow | undefined, words: SheetWords): Looked {
  if (!seat) return cannot('run.problem.unknownCode')
  const trackCodes = words.tracks.map(({ code }) => code)
  return {
    ...lookAtRow(given, presentOf(seat, words), { questions: words.questions, trackCodes }),
    subjectId: seat.id,
  }
}

/** Of what was agreed to, whether it can still be done: only over what it was then. */
function lookAgain({ before, after }: Row, seat: SheetRow | undefined, words: SheetWords): Looked {
  if (!seat) return cannot('refusal.seat-gone')
  if (Object.keys(after).length === 0) return isSame()
  return isAs(seat, before, words) ? willDo(before, after) : cannot('run.problem.changedSince', before, after)
}

function isAs(seat: SheetRow | undefined, image: Image, words: SheetWords): boolean {
  if (!seat) return false
  const cells: Record<string, string> = cellsOf(seat, words)
  return Object.entries(image).every(([column, value]) => cells[column] === value)
}

function presentOf(seat: SheetRow, words: SheetWords): Present {
  const codeOf = new Map(words.questions.map(({ id, code }) => [id, code]))
  return {
    cells: cellsOf(seat, words),
    isStanding: seat.state === 'held' || seat.state === 'confirmed',
    isUnnamed: seat.fullName === '' && seat.erasedAt === null,
    isErased: seat.erasedAt !== null,
    isOfTrack: seat.typeTrackId !== null,
    isInGroup: Number(seat.mainCount) > 1,
    ticketTypeId: seat.ticketTypeId,
    trackId: seat.trackId ?? seat.typeTrackId,
    answers: Object.fromEntries(
      Object.entries(seat.answers).flatMap(([id, value]) => {
        const code = codeOf.get(id)
        return code === undefined ? [] : [[code, valuesOf(value)] as const]
      }),
    ),
  }
}
