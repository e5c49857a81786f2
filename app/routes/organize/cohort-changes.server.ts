import type { Mark } from '#app/applications/selection/cohorts/read-cohort.server.ts'
import type { HandChange } from '#app/applications/selection/composing/change-by-hand.ts'

/** What the boxes of a page say that is other than it is. */
export function handChanges(form: FormData, marks: ReadonlyMap<string, Pick<Mark, 'isIn'>>): HandChange[] {
  const ticked = new Set(form.getAll('in').map(String))
  const shown = [...new Set(form.getAll('shown').map(String))].slice(0, 200)
  return shown.flatMap((applicationId) => {
    const isIn = ticked.has(applicationId)
    return isIn === (marks.get(applicationId)?.isIn ?? false) ? [] : [{ applicationId, isIn }]
  })
}
