import type { CallQuestionKind, CallQuestionMeaning } from '#db/schema.ts'

/** A value and its words, English and French. */
export type Choice = [value: string, en: string, fr: string]
type Words = [label: string, help?: string]

interface More {
  isRequired?: boolean
  maximum?: number
  isInWords?: boolean
  isHidden?: boolean
  meaning?: CallQuestionMeaning
  shownWhen?: { question: string; value: string }
  choices?: string[]
  options?: Choice[]
  /** Of a grid, or of a table of costs. */
  rows?: Choice[]
  levels?: Choice[]
}

/** A question of a sample's form, written in two languages. */
export function asked(
  code: string,
  kind: CallQuestionKind,
  { en, fr }: { en: Words; fr: Words },
  purpose: string,
  { options = [], rows, levels = [], ...more }: More = {},
) {
  const optionsIn = (language: 'en' | 'fr') =>
    rows ? { rows: worded(rows, language), levels: worded(levels, language) } : worded(options, language)
  const textIn = ([label, help = '']: Words, language: 'en' | 'fr') => ({ label, help, options: optionsIn(language) })
  return { code, kind, purpose, ...more, texts: { en: textIn(en, 'en'), fr: textIn(fr, 'fr') } }
}

/** A page of a sample's form. */
export function page<Question>(code: string, { en, fr }: { en: Words; fr: Words }, questions: Question[]) {
  const textIn = ([title, help = '']: Words) => ({ title, help })
  return { code, texts: { en: textIn(en), fr: textIn(fr) }, questions }
}

function worded(choices: Choice[], language: 'en' | 'fr') {
  return choices.map(([value, en, fr]) => ({ value, label: language === 'en' ? en : fr }))
}
