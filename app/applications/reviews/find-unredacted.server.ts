import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

export const REDACTIONS_PAGE = 50

/** A file or a written letter of a submitted application, as organizers look through it before reviewers do. */
export interface Redactable {
  /** Of the file, or of the referee whose letter is a text. */
  fileId: string
  applicationId: string
  number: number
  /** The code of its question; '' of a letter. */
  code: string
  isText: boolean
  /** What was said of it: nothing yet, a copy, or that it is harmless. */
  copyId: string | null
  isClean: boolean
}

/** What waits, or all, by number. */
export async function listRedactable(
  db: Kysely<Database>,
  { callId, page, isWaiting }: { callId: string; page: number; isWaiting: boolean },
): Promise<{ rows: Redactable[]; total: number }> {
  const all = await everything(db, callId)
  const wanted = isWaiting ? all.filter(({ copyId, isClean }) => copyId === null && !isClean) : all
  return { rows: wanted.slice((page - 1) * REDACTIONS_PAGE, page * REDACTIONS_PAGE), total: wanted.length }
}

/** One of them, whatever was said of it; null when it is no file of this call. */
export async function findUnredacted(
  db: Kysely<Database>,
  { callId, fileId }: { callId: string; fileId: string },
): Promise<Redactable | null> {
  return (await everything(db, callId, fileId))[0] ?? null
}

async function everything(db: Kysely<Database>, callId: string, fileId?: string): Promise<Redactable[]> {
  const [files, letters] = await Promise.all([
    db
      .selectFrom('applicationAnswers as answer')
      .innerJoin('callQuestions', 'callQuestions.id', 'answer.questionId')
      .innerJoin('applications', 'applications.id', 'answer.applicationId')
      .leftJoin('applicationRedactions as made', 'made.fileId', 'answer.value')
      .select(['answer.value as fileId', 'answer.applicationId', 'applications.number', 'callQuestions.code'])
      .select(['made.copyId', 'made.isClean'])
      .where('callQuestions.callId', '=', callId)
      .where('callQuestions.kind', '=', 'file')
      .where('callQuestions.isHidden', '=', 0)
      .where('applications.state', '=', 'submitted')
      .where('answer.value', '!=', '')
      .$if(fileId !== undefined, (query) => query.where('answer.value', '=', fileId!))
      .orderBy('applications.number')
      .execute(),
    letterRows(db, callId, fileId),
  ])
  return [...files.map((row) => ({ ...row, isText: false })), ...letters]
    .map(({ isClean, number, ...row }) => ({ ...row, number: number ?? 0, isClean: isClean === 1 }))
    .toSorted((one, other) => one.number - other.number)
}

async function letterRows(db: Kysely<Database>, callId: string, fileId: string | undefined) {
  const rows = await db
    .selectFrom('referees')
    .innerJoin('applications', 'applications.id', 'referees.applicationId')
    .leftJoin('applicationRedactions as made', (join) =>
      join.on((on) =>
        on.or([on('made.fileId', '=', on.ref('referees.fileId')), on('made.fileId', '=', on.ref('referees.id'))]),
      ),
    )
    .select(['referees.id', 'referees.fileId', 'referees.letter', 'referees.applicationId', 'applications.number'])
    .select(['made.fileId as madeOf', 'made.copyId', 'made.isClean'])
    .where('applications.callId', '=', callId)
    .where('applications.state', '=', 'submitted')
    .where('referees.state', '=', 'answered')
    .$if(fileId !== undefined, (query) =>
      query.where((row) => row.or([row('referees.id', '=', fileId!), row('referees.fileId', '=', fileId!)])),
    )
    .execute()
  const rowOf = new Map(rows.map((row) => [row.madeOf, row]))
  const made = (id: string) => {
    const row = rowOf.get(id)
    return { copyId: row?.copyId ?? null, isClean: row?.isClean ?? null }
  }
  const parts = new Map<string, { fileId: string; applicationId: string; number: number | null; isText: boolean }>()
  for (const { id, fileId: file, letter, applicationId, number } of rows) {
    if (letter !== null && letter !== '') parts.set(id, { fileId: id, applicationId, number, isText: true })
    if (file !== null) parts.set(file, { fileId: file, applicationId, number, isText: false })
  }
  return [...parts.values()]
    .filter((part) => fileId === undefined || part.fileId === fileId)
    .map((part) => ({ ...part, code: '', ...made(part.fileId) }))
}

/** How many wait for somebody to look at them. */
export async function findUnredactedCount(db: Kysely<Database>, callId: string): Promise<number> {
  return (await listRedactable(db, { callId, page: 1, isWaiting: true })).total
}
