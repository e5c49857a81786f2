import type { Language } from '#app/locales/languages.ts'
import type { Separator } from '#app/values/csv.ts'

/** How a file is to be made, where its format leaves a choice. */
export interface FileStyle {
  separator: Separator
  hasMark: boolean
  paper: Paper
}

export type Paper = 'a4' | 'us-letter'

const SEPARATORS = new Map<string, Separator>([
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
])
const PAPERS = new Map<string, Paper>([
  ['a4', 'a4'],
  ['letter', 'us-letter'],
])

/** Spreadsheet programs of these languages take the comma for a decimal sign. */
const BY_LANGUAGE: Record<Language, Separator> = { en: ',', fr: ';', ar: ';' }

/** `?separator=comma|semicolon|tab`, `?bom=1`, `?paper=a4|letter`; null for what is none of them. */
export function readFileStyle(address: URLSearchParams, language: Language): FileStyle | null {
  const named = address.get('separator')
  const separator = named === null ? BY_LANGUAGE[language] : SEPARATORS.get(named)
  const paper = PAPERS.get(address.get('paper') ?? 'a4')
  if (separator === undefined || paper === undefined) return null
  return { separator, hasMark: address.get('bom') === '1', paper }
}
