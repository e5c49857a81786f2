/** What a list of applications can show beside the number and the name. */
export const FACTS = [
  'state',
  'missing',
  'eligibility',
  'wishes',
  'country',
  'category',
  'gender',
  'language',
  'team',
  'letters',
  'score',
  'asked',
  'visa',
  'submitted',
  'channel',
  'email',
  'note',
] as const

export type Fact = (typeof FACTS)[number]

const USUAL: Fact[] = ['state', 'missing', 'eligibility', 'wishes', 'country', 'letters', 'submitted']

export type ApplicationColumn = { is: 'fact'; fact: Fact } | { is: 'answer'; questionId: string }

/** The columns that an address asks for, in the order in which they are offered; without any, the usual ones. */
export function columnsOfAddress(address: URLSearchParams, questions: { id: string }[]): ApplicationColumn[] {
  const named = address.has('columns') ? address.getAll('columns') : USUAL
  return [
    ...FACTS.filter((fact) => named.includes(fact)).map((fact) => ({ is: 'fact' as const, fact })),
    ...questions
      .filter(({ id }) => named.includes(`answer.${id}`))
      .map(({ id }) => ({ is: 'answer' as const, questionId: id })),
  ]
}

/** Everything there is: what a file has unless it is told otherwise. */
export function allColumns(questions: { id: string }[]): ApplicationColumn[] {
  return [
    ...FACTS.map((fact) => ({ is: 'fact' as const, fact })),
    ...questions.map(({ id }) => ({ is: 'answer' as const, questionId: id })),
  ]
}

export function nameOfColumn(column: ApplicationColumn): string {
  return column.is === 'fact' ? column.fact : `answer.${column.questionId}`
}
