/** What a list of registrations can show of each beside the name and the address, in the order of the list. */
export const FIELDS = [
  'latinName',
  'whence',
  'ticket',
  'track',
  'state',
  'money',
  'order',
  'code',
  'language',
  'proof',
  'note',
  'registered',
  'confirmed',
] as const

export type Field = (typeof FIELDS)[number]

/** A field, or the answers to a question by its id. */
export type Column = { is: Field } | { is: 'answer'; questionId: string }

const USUAL: Field[] = ['whence', 'ticket', 'state', 'money', 'registered']

/** What only organizers read. */
const THEIRS: Field[] = ['note']

/** The fields that there are for a reader. */
export function offeredFields(mayOrganize: boolean): Field[] {
  return FIELDS.filter((field) => mayOrganize || !THEIRS.includes(field))
}

/** The columns that an address asks for, in the order of the list, as far as the reader may see them. */
export function columnsOfAddress(
  address: URLSearchParams,
  { fields, questions }: { fields: Field[]; questions: { id: string }[] },
): Column[] {
  const wanted = address.getAll('columns').flatMap((one) => one.split(','))
  const chosen = wanted.length === 0 ? fields.filter((field) => USUAL.includes(field)) : fields
  return [
    ...chosen.filter((field) => wanted.length === 0 || wanted.includes(field)).map((is) => ({ is })),
    ...questions
      .filter(({ id }) => wanted.includes(nameOfAnswer(id)))
      .map(({ id }) => ({ is: 'answer' as const, questionId: id })),
  ]
}

/** What a column is called in an address. */
export function nameOfColumn(column: Column): string {
  return column.is === 'answer' ? nameOfAnswer(column.questionId) : column.is
}

export function nameOfAnswer(questionId: string): string {
  return `answer-${questionId}`
}
