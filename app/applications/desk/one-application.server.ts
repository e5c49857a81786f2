import type { Kysely } from 'kysely'
import { findFiles } from '#app/files/read-file.server.ts'
import { factsOf as employerFacts } from '#app/applications/referees/keyed-referee.server.ts'
import type { Database } from '#db/schema.ts'

/** Where an application is, for who organizes its call; null for another call's, and where there is none. */
export async function applicationPlace(
  db: Kysely<Database>,
  { callId, applicationId }: { callId: string; applicationId: string },
) {
  return (
    (await db
      .selectFrom('applications')
      .innerJoin('people', 'people.id', 'applications.personId')
      .leftJoin('applicationTeams as team', 'team.id', 'applications.teamId')
      .leftJoin('accounts', 'accounts.id', 'applications.eligibilityBy')
      .leftJoin('people as judge', 'judge.id', 'accounts.personId')
      .selectAll('applications')
      .select(['people.fullName', 'people.email', 'people.erasedAt', 'team.code as team', 'judge.fullName as judge'])
      .where('applications.id', '=', applicationId)
      .where('applications.callId', '=', callId)
      .executeTakeFirst()) ?? null
  )
}

export type ApplicationPlace = NonNullable<Awaited<ReturnType<typeof applicationPlace>>>

/** Everything of one application, for who organizes its call: answers, wishes, team, letters, files, reviews by their state. */
export async function oneApplication(db: Kysely<Database>, application: Pick<ApplicationPlace, 'id' | 'teamId'>) {
  const { id, teamId } = application
  const [answers, wishes, letters, members, reviews] = await Promise.all([
    db
      .selectFrom('applicationAnswers')
      .innerJoin('callQuestions as question', 'question.id', 'applicationAnswers.questionId')
      .select([
        'applicationAnswers.questionId',
        'applicationAnswers.value',
        'applicationAnswers.asked',
        'question.kind',
      ])
      .where('applicationAnswers.applicationId', '=', id)
      .where('applicationAnswers.erasedAt', 'is', null)
      .execute(),
    db.selectFrom('applicationChoices').select('choiceId').where('applicationId', '=', id).orderBy('wish').execute(),
    db.selectFrom('referees').selectAll().where('applicationId', '=', id).orderBy('id').execute(),
    teamId === null
      ? []
      : db
          .selectFrom('applications')
          .innerJoin('people', 'people.id', 'applications.personId')
          .select(['applications.id', 'people.fullName', 'applications.state'])
          .where('applications.teamId', '=', teamId)
          .where('applications.id', '<>', id)
          .orderBy('applications.id')
          .execute(),
    db
      .selectFrom('reviews')
      .select(['state', (eb) => eb.fn.countAll<number>().as('count')])
      .where('applicationId', '=', id)
      .groupBy('state')
      .execute(),
  ])
  const ofAnswers = answers.filter(({ kind }) => kind === 'file').map(({ value }) => value)
  const files = await findFiles(db, [...ofAnswers, ...letters.flatMap(({ fileId }) => fileId ?? [])])
  const fileOf = (fileId: string | null) => {
    const file = files.find((one) => one.id === fileId)
    return file && file.erasedAt === null ? { id: file.id, name: file.name, byteCount: file.byteCount } : null
  }
  return {
    answers: answers.map((answer) => ({ ...answer, file: answer.kind === 'file' ? fileOf(answer.value) : null })),
    choiceIds: wishes.map(({ choiceId }) => choiceId),
    letters: letters.map(({ fileId, facts, emailKey: _key, keyVersion: _version, ...letter }) => ({
      ...letter,
      // What is kept half done is its writer's alone.
      letter: letter.state === 'answered' ? letter.letter : null,
      facts: letter.state === 'answered' ? employerFacts(facts) : null,
      file: letter.state === 'answered' ? fileOf(fileId) : null,
    })),
    members,
    reviews: reviews.map(({ state, count }) => ({ state, count: Number(count) })),
  }
}

/** A file that belongs to an application: an answer, or a letter that was handed in. Null for every other. */
export async function fileOfApplication(
  db: Kysely<Database>,
  { applicationId, fileId }: { applicationId: string; fileId: string },
): Promise<string | null> {
  const answer = await db
    .selectFrom('applicationAnswers')
    .innerJoin('callQuestions', 'callQuestions.id', 'applicationAnswers.questionId')
    .select('applicationAnswers.value')
    .where('applicationAnswers.applicationId', '=', applicationId)
    .where('callQuestions.kind', '=', 'file')
    .where('applicationAnswers.value', '=', fileId)
    .where('applicationAnswers.erasedAt', 'is', null)
    .executeTakeFirst()
  if (answer) return fileId
  const letter = await db
    .selectFrom('referees')
    .select('fileId')
    .where('applicationId', '=', applicationId)
    .where('fileId', '=', fileId)
    .where('state', '=', 'answered')
    .executeTakeFirst()
  return letter ? fileId : null
}
