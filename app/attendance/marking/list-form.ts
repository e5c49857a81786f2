import type { AttendanceState } from '#db/schema.ts'

export interface MarkChange {
  registrationId: string
  state: AttendanceState
}

const STATES: readonly AttendanceState[] = ['present', 'absent', 'excused', 'none']
const MOST = 500

/**
 * What a posted list changes. Only who was shown is marked, and only where the form says something else than it showed, so
 * that what a colleague marked meanwhile stays. Two forms are read: a choice per person (`state-ID` beside `was-ID`), or
 * ticks (`people` shown, `was` and `present` ticked), in which who is not ticked is not there.
 */
export function changesInForm(form: FormData, current: Map<string, AttendanceState>): MarkChange[] {
  const all = (name: string) => form.getAll(name).filter((value) => typeof value === 'string')
  const people = [...new Set(all('people'))].slice(0, MOST)
  const [ticked, was] = [new Set(all('present')), new Set(all('was'))]
  const standing = (id: string) => current.get(id) ?? 'none'
  return people
    .map((registrationId) => {
      const chosen = form.get(`state-${registrationId}`)
      const shown = form.get(`was-${registrationId}`)
      if (chosen !== null) return { registrationId, state: chosenState(chosen, shown, standing(registrationId)) }
      if (form.has(`was-${registrationId}`)) return { registrationId, state: standing(registrationId) }
      const wasTicked = form.has('was') ? was.has(registrationId) : standing(registrationId) === 'present'
      const state = tickedState(ticked.has(registrationId), wasTicked, standing(registrationId))
      return { registrationId, state }
    })
    .filter(({ registrationId, state }) => state !== standing(registrationId))
}

function chosenState(chosen: FormDataEntryValue, shown: FormDataEntryValue | null, now: AttendanceState) {
  const state = STATES.find((one) => one === chosen)
  return state === undefined || state === shown ? now : state
}

function tickedState(isTicked: boolean, wasTicked: boolean, now: AttendanceState): AttendanceState {
  if (isTicked !== wasTicked) return isTicked ? 'present' : 'absent'
  return !isTicked && now === 'none' ? 'absent' : now
}
