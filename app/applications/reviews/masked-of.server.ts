import type { Kysely } from 'kysely'
import type { Call } from '../calls/call.ts'
import type { StoredApplication } from './blind-view.ts'
import { mayBeSeen } from './blind-view.ts'
import { valuesOf } from '#app/registrations/questions/question.ts'
import type { Database } from '#db/schema.ts'

/** Longer hidden answers are texts; their words name nobody. */
const LONGEST_NAME = 120

interface MaskedOf {
  call: Pick<Call, 'hidden' | 'sections'>
  applicationId: string
  answers: { questionId: string; value: string }[]
}

/** Whose names what an applicant typed must not give away: theirs, their team's, their referees', their institution's. */
export async function maskedOf(
  db: Kysely<Database>,
  { call, applicationId, answers }: MaskedOf,
): Promise<StoredApplication['masked']> {
  const [people, referees] = await Promise.all([
    db
      .selectFrom('applications as one')
      .innerJoin('applications as mate', (join) =>
        join.on((on) =>
          on.or([
            on('mate.id', '=', on.ref('one.id')),
            on.and([on('mate.callId', '=', on.ref('one.callId')), on('mate.teamId', '=', on.ref('one.teamId'))]),
          ]),
        ),
      )
      .innerJoin('people', 'people.id', 'mate.personId')
      .select(['people.fullName', 'people.latinName', 'people.badgeName', 'people.certificateName'])
      .select(['people.email', 'people.affiliation'])
      .where('one.id', '=', applicationId)
      .execute(),
    db.selectFrom('referees').select(['fullName', 'email']).where('applicationId', '=', applicationId).execute(),
  ])
  const questions = call.sections.flatMap((section) => section.questions)
  const answered = (isMeant: (question: (typeof questions)[number]) => boolean) =>
    answers
      .filter(({ questionId }) => questions.some((question) => question.id === questionId && isMeant(question)))
      .flatMap(({ value }) => valuesOf(value))
      .filter((value) => value.length <= LONGEST_NAME)
  const isInstitution = ({ meaning }: (typeof questions)[number]) => meaning === 'institution'
  const names = [
    ...people.flatMap(({ affiliation: _affiliation, email, ...own }) => [...Object.values(own), localPart(email)]),
    ...referees.flatMap(({ fullName, email }) => [fullName, localPart(email)]),
    ...answered(
      (question) =>
        ['text', 'email'].includes(question.kind) && !isInstitution(question) && !mayBeSeen(question, call.hidden),
    ),
  ]
  return {
    names: names.filter((name): name is string => name !== null && name !== ''),
    institutions: [...people.flatMap(({ affiliation }) => affiliation ?? []), ...answered(isInstitution)].filter(
      (name) => name !== '',
    ),
  }
}

/** Mailboxes of places and offices, whose words name nobody. */
const OFFICES = new Set(
  'admin contact dean director employer hello info mail manager office referee secretary service support'.split(' '),
)

/** What of an address may be a name. */
function localPart(email: string | null): string {
  const [local = ''] = email?.split('@') ?? []
  return local
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => !OFFICES.has(word.toLowerCase()))
    .join(' ')
}
