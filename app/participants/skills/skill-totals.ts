import type { SkillColumn } from './skill-column.ts'

interface Said {
  language: string | null
  values: Record<string, string[]>
}

export interface SkillTotal {
  column: SkillColumn
  /** In the order of the options; what is no option any more behind them. */
  answers: { value: string; label: string; people: number }[]
}

/** How many said what, of each column that is no laptop. */
export function skillTotals(columns: SkillColumn[], people: Said[]): SkillTotal[] {
  return columns
    .filter(({ meaning }) => meaning !== 'laptop')
    .map((column) => {
      const counts = new Map(column.options.map(({ value }) => [value, 0]))
      for (const { values } of people)
        for (const value of new Set(values[column.key])) counts.set(value, (counts.get(value) ?? 0) + 1)
      return {
        column,
        answers: [...counts].map(([value, people]) => ({ value, label: labelOf(column, value), people })),
      }
    })
}

export function labelOf({ options }: SkillColumn, value: string): string {
  return options.find((option) => option.value === value)?.label ?? value
}

/** Who brings a laptop and who needs one; null where nobody was asked by yes or no. Who said it twice is counted once. */
export function laptopTotals(columns: SkillColumn[], people: Said[]) {
  const keys = columns.filter(({ meaning, kind }) => meaning === 'laptop' && kind === 'yesno').map(({ key }) => key)
  if (keys.length === 0) return null
  const said = people.map(({ values }) => keys.map((key) => values[key]?.[0]).findLast((value) => value !== undefined))
  const brings = said.filter((value) => value === 'yes').length
  const needs = said.filter((value) => value === 'no').length
  return { brings, needs, unknown: people.length - brings - needs }
}

/** The languages that people read, the most frequent first. */
export function languageTotals(people: Said[]): { language: string; people: number }[] {
  const counts = new Map<string, number>()
  for (const { language } of people) if (language !== null) counts.set(language, (counts.get(language) ?? 0) + 1)
  return [...counts]
    .map(([language, people]) => ({ language, people }))
    .toSorted((one, other) => other.people - one.people || (one.language < other.language ? -1 : 1))
}
