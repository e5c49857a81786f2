import type { Kysely } from 'kysely'
import type { Call } from '../calls/call.ts'
import { letterCode, mayBeSeen, type StoredApplication } from './blind-view.ts'
import { maskedOf } from './masked-of.server.ts'
import { redactionsOf } from './redactions-of.server.ts'
import { endingOf } from '#app/files/file-name.ts'
import { findFiles } from '#app/files/read-file.server.ts'
import type { Database } from '#db/schema.ts'

type ReadCall = Pick<Call, 'id' | 'isBlind' | 'hidden' | 'sections'>

/**
 * One application for `reviewedApplication`, and by the code in its address which stored file a reviewer is served.
 * A file that is not safe to see has none.
 */
export async function readApplication(
  db: Kysely<Database>,
  { call, applicationId }: { call: ReadCall; applicationId: string },
): Promise<{ application: StoredApplication; fileIds: Map<string, string> }> {
  const [row, choices, answers, letters, redactions] = await Promise.all([
    db
      .selectFrom('applications')
      .innerJoin('people', 'people.id', 'applications.personId')
      .select(['applications.number', 'applications.language', 'applications.category', 'applications.residence'])
      .select(['applications.askedMinor', 'applications.askedCurrency', 'people.fullName'])
      .where('applications.id', '=', applicationId)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('applicationChoices')
      .select('choiceId')
      .where('applicationId', '=', applicationId)
      .orderBy('wish')
      .execute(),
    db
      .selectFrom('applicationAnswers')
      .select(['questionId', 'value', 'asked'])
      .where('applicationId', '=', applicationId)
      .where('erasedAt', 'is', null)
      .execute(),
    db
      .selectFrom('referees')
      .select(['id', 'kind', 'letter', 'fileId'])
      .where('applicationId', '=', applicationId)
      .where('state', '=', 'answered')
      .orderBy('id')
      .execute(),
    redactionsOf(db, applicationId),
  ])
  const questions = call.sections.flatMap((section) => section.questions)
  const sent = questions.flatMap((question) => {
    const value = question.kind === 'file' && answers.find(({ questionId }) => questionId === question.id)?.value
    return value ? [{ question, fileId: value }] : []
  })
  const isSafe = (id: string | null) => id === null || !call.isBlind || redactions.has(id)
  /** What is served in the place of a file. */
  const servedId = (id: string) => (call.isBlind ? (redactions.get(id)?.copyId ?? id) : id)
  const originals = [...sent.map(({ fileId }) => fileId), ...letters.flatMap(({ fileId }) => fileId ?? [])]
  const files = await findFiles(db, [...new Set([...originals, ...originals.map(servedId)])])
  const sizeOf = (id: string) => {
    const file = files.find((one) => one.id === servedId(id) && one.erasedAt === null)
    return file ? { ending: endingOf(file.mediaType), byteCount: file.byteCount } : null
  }
  const fileIds = new Map<string, string>()
  for (const { question, fileId } of sent)
    if (isSafe(fileId) && (!call.isBlind || mayBeSeen(question, call.hidden)))
      fileIds.set(question.code, servedId(fileId))
  for (const [at, { fileId }] of letters.entries())
    if (fileId !== null && isSafe(fileId)) fileIds.set(letterCode(at), servedId(fileId))
  return {
    application: {
      ...row,
      number: row.number ?? 0,
      choiceIds: choices.map(({ choiceId }) => choiceId),
      masked: call.isBlind ? await maskedOf(db, { call, applicationId, answers }) : { names: [], institutions: [] },
      answers,
      files: sent.flatMap(({ question, fileId }) => {
        const size = sizeOf(fileId)
        return size ? [{ questionId: question.id, isSafe: isSafe(fileId), ...size }] : []
      }),
      letters: letters.map(({ id, kind, letter, fileId }) => {
        const size = fileId === null ? null : sizeOf(fileId)
        return {
          kind,
          text: letter !== null && isSafe(id) ? letter : '',
          ending: size?.ending ?? null,
          byteCount: size?.byteCount ?? 0,
          isSafe: (letter === null || isSafe(id)) && isSafe(fileId),
        }
      }),
    },
    fileIds,
  }
}
