import { type Answer, type Question, splitLevels, storedAnswer } from './question.ts'

/** An answer with the words that it answered, as a row keeps it. */
export interface FrozenAnswer {
  questionId: string
  value: string
  asked: string
  questionVersion: number
}

/** What was asked and chosen, as the person saw it. A consent keeps its whole text. */
export interface Asked {
  label: string
  language: string
  help?: string
  /** Of the chosen values; of kind `languages` of every language asked. */
  options?: { value: string; label: string }[]
}

/** The column's length. */
const LONGEST = 12_000

export function freezeAnswer(
  question: Pick<Question, 'id' | 'kind' | 'label' | 'help' | 'language' | 'options' | 'version'>,
  answer: Answer,
): FrozenAnswer {
  const { id, kind, label, help, language, version } = question
  const chosen = [answer].flat().map((value) => (kind === 'languages' ? splitLevels(value).value : value))
  const options = question.options.filter(({ value }) => chosen.includes(value))
  const asked: Asked = {
    label,
    language,
    ...(kind === 'consent' && help !== '' ? { help } : {}),
    ...(options.length > 0 ? { options } : {}),
  }
  const text = JSON.stringify(asked)
  return {
    questionId: id,
    value: storedAnswer(answer),
    asked: text.length <= LONGEST ? text : JSON.stringify({ label, language }),
    questionVersion: version,
  }
}

/** The words that an answer was given to; null for answers from before they were kept. */
export function askedWords(asked: string): Asked | null {
  try {
    return asked === '' ? null : (JSON.parse(asked) as Asked)
  } catch {
    return null
  }
}
