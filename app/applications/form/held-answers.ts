/**
 * What somebody has answered so far, by the questions' codes, each as a list of values: of most kinds one, of `choices`
 * those that are ticked, of `languages` `en:4321` a language, of `grid` `ROW:LEVEL` a row, of `costs` `ROW:COST:OWN:OTHERS`
 * a row, in amounts as they are typed. A draft holds what was typed, right or not; `answerFault` says which it is.
 */
export type HeldAnswers = Record<string, string[]>

/** The first value of an answer, '' when there is none. */
export function heldValue(held: HeldAnswers, code: string | undefined): string {
  return (code === undefined ? undefined : held[code]?.[0]) ?? ''
}
