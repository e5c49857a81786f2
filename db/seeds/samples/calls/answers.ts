import type { Chance } from '#app/values/chance.ts'
import type { SamplePeople } from './peoples.ts'
import { SAMPLE_ORGANIZATIONS, SAMPLE_ROLES, SAMPLE_SENTENCES } from './sentences.ts'
import type { CallQuestionKind, CallQuestionMeaning } from '#db/schema.ts'

/** A call as whoever answers it needs it. */
export interface SampleForm {
  choices: { id: string; taughtIn: string | null }[]
  choicesMaximum: number
  takesTeams: boolean
  sections: { questions: SampleQuestion[] }[]
}

interface SampleQuestion {
  id: string
  code: string
  kind: CallQuestionKind
  meaning: CallQuestionMeaning
  isRequired: boolean
  options: { value: string }[]
  rows: { value: string }[]
  levels: { value: string }[]
  choiceIds: string[]
  shownWhen: { questionId: string; value: string } | null
}

interface Author {
  people: SamplePeople
  country: string
  language: string
  gender: string | null
  firstWish: string | null
  /** From 0 to 1: how much there is to it. */
  quality: number
  dice: Chance
}

/** What an invented applicant answers, by the questions' codes; files are left to who stores them. */
export function answersOf(form: SampleForm, author: Author): Record<string, string[]> {
  const questions = form.sections.flatMap((section) => section.questions)
  const answers: Record<string, string[]> = {}
  for (const question of questions) {
    const { code, kind, isRequired, choiceIds, shownWhen } = question
    if (choiceIds.length > 0 && !choiceIds.includes(author.firstWish ?? '')) continue
    const leads = questions.find(({ id }) => id === shownWhen?.questionId)
    if (shownWhen && leads && !answers[leads.code]?.includes(shownWhen.value)) continue
    if (kind === 'file' || (!isRequired && question.meaning === '' && author.dice.is(0.25))) continue
    const answer = answerTo(question, author).filter((value) => value !== '')
    if (answer.length > 0) answers[code] = answer
  }
  return answers
}

function answerTo(question: SampleQuestion, author: Author): string[] {
  return meant(question, author) ?? byCode(question, author) ?? byKind(question, author)
}

/** Of questions that mean the same in every call. */
function meant({ meaning, kind, options }: SampleQuestion, { gender, country, dice }: Author): string[] | null {
  switch (meaning) {
    case 'gender':
      return gender === null ? [] : [gender]
    case 'birth-year':
      return [String(1966 + Math.floor((dice.next() + dice.next()) * 20))]
    case 'institution':
      return [dice.one(SAMPLE_ORGANIZATIONS).replace('{country}', country)]
    case 'first-time':
      return [dice.is(0.72) ? 'yes' : 'no']
    case 'needs-visa':
      return [dice.is(0.6) ? 'yes' : dice.is(0.7) ? 'no' : 'unsure']
    case 'publish-name':
      return [dice.is(0.8) ? 'yes' : 'no']
    case 'earlier-award':
      return [kind === 'choice' && dice.is(0.07) ? dice.one(options).value : 'no']
    case 'colleagues':
      return dice.is(0.08) ? [`colleague-${dice.below(900)}@example.org`] : []
    case '':
      return null
  }
}

function byCode({ code, options }: SampleQuestion, { country, language, quality, dice }: Author): string[] | null {
  switch (code) {
    case 'residence':
    case 'nationality':
      return [country]
    case 'institution-country':
      return [dice.is(0.25) ? 'US' : country]
    case 'role':
      return [dice.one(SAMPLE_ROLES[language] ?? SAMPLE_ROLES.en!)]
    case 'users':
      return [String(50 * 2 ** dice.below(12))]
    case 'laptop':
    case 'release':
    case 'other-track':
      return [dice.is(0.85) ? 'yes' : 'no']
    case 'student':
    case 'funded-speaker':
      return [dice.is(code === 'student' ? 0.3 : 0.02) ? 'yes' : 'no']
    case 'support':
      return [dice.is(0.5 + 0.2 * quality) ? options[0]!.value : dice.one(options).value]
    default:
      return null
  }
}

function byKind({ code, kind, options, rows, levels }: SampleQuestion, author: Author): string[] {
  const { people, quality, dice } = author
  switch (kind) {
    case 'text':
    case 'longtext':
      return [written(code, author)]
    case 'number':
      return [String(dice.below(40))]
    case 'date':
      return [`20${27 + dice.below(3)}-0${1 + dice.below(9)}-15`]
    case 'country':
      return [author.country]
    case 'phone':
      return [`+000 55 ${String(dice.below(1e7)).padStart(7, '0')}`]
    case 'email':
      return [`second-${dice.below(1e6)}@example.org`]
    case 'choice':
      return [dice.one(options).value]
    case 'choices':
      return dice.some(options, 1 + dice.below(2)).map(({ value }) => value)
    case 'yesno':
      return [dice.is(0.6) ? 'yes' : 'no']
    case 'consent':
      return ['yes']
    case 'languages':
      return options.map(({ value }) => `${value}:${levelsOf(value === 'fr' ? people.french : people.english, dice)}`)
    case 'grid':
      return rows.map(
        ({ value }) =>
          `${value}:${levels[Math.floor(levels.length * Math.min(0.99, quality * dice.next() * 1.8))]!.value}`,
      )
    case 'costs':
      return rows.map(({ value }) => costs(value, dice))
    case 'file':
      return []
  }
}

function levelsOf(mean: number, dice: Chance): string {
  return [0, 0, 0, 0].map(() => Math.max(0, Math.min(4, mean + (dice.is(0.3) ? dice.below(3) - 1 : 0)))).join('')
}

const COSTS: Record<string, [least: number, most: number]> = {
  travel: [350, 1500],
  lodging: [200, 600],
  visa: [30, 120],
}

/** What it costs, what they pay, what others pay: whole amounts. */
function costs(row: string, dice: Chance): string {
  const [least, most] = COSTS[row] ?? [40, 250]
  const cost = least + 10 * dice.below((most - least) / 10)
  const own = dice.is(0.35) ? 10 * Math.floor((cost * dice.next() * 0.5) / 10) : 0
  const others = dice.is(0.2) ? 10 * Math.floor((cost * dice.next() * 0.4) / 10) : 0
  return `${row}:${cost}:${own}:${others}`
}

const ABOUT: Record<string, string> = {
  problem: 'problem',
  relevance: 'work',
  statement: 'problem',
  plan: 'plan',
  contribution: 'plan',
  community: 'community',
  service: 'community',
  'under-served': 'place',
  participation: 'place',
  'who-pays': 'money',
  'other-funding': 'money',
}

/** The better the application, the more there is to read. */
function written(code: string, { language, quality, dice }: Author): string {
  const about = SAMPLE_SENTENCES[ABOUT[code] ?? 'work']!
  const sentences = about[language] ?? about.en!
  return dice.some(sentences, 1 + Math.round(quality * 2)).join(' ')
}
