import { z } from 'zod'
import type { CallQuestion } from './call.ts'

const options = z.array(z.object({ value: z.string(), label: z.string() }))
const grid = z.object({ rows: options, levels: options.default([]) })

/** What a question lists, in one language. */
export type QuestionLists = Pick<CallQuestion, 'options' | 'rows' | 'levels'>

/** What `callQuestionTexts.options` holds: a list of options, or the rows of a grid or a table of costs with its levels. */
export function optionsOf(json: string): QuestionLists {
  const held: unknown = json === '' ? [] : JSON.parse(json)
  const list = options.safeParse(held)
  if (list.success) return { options: list.data, rows: [], levels: [] }
  return { options: [], ...grid.parse(held) }
}

/** The same the other way round. */
export function jsonOfLists({ options: list, rows, levels }: QuestionLists): string {
  if (rows.length > 0) return JSON.stringify({ rows, levels })
  return list.length === 0 ? '' : JSON.stringify(list)
}
