import { COURSE_INSTRUCTOR, COURSE_ORGANIZER } from './tunis-team.ts'
import type { CoursePerson } from './tunis-people.ts'
import { TUNIS_TRACKS } from './tunis-tracks.ts'
import { TUNIS_DAYS } from './tunis.ts'
import type { Instant } from '#app/values/moment.ts'

const FIRST = TUNIS_DAYS[0]!

type State = 'present' | 'absent' | 'excused'

interface CourseMark {
  email: string
  slot: string
  state: State
  at: Instant
}

/** What was marked in one go. */
interface CourseMarks {
  by: string
  source: 'list' | 'desk'
  desk?: string
  device?: string
  marks: CourseMark[]
}

/** Arrivals at two desks on the first morning, then half a day after the other in each lab. */
export function courseMarks(
  people: CoursePerson[],
  at: (day: string, time: string) => Instant,
  dayOf: (day: string) => string,
): CourseMarks[] {
  const clock = (hour: number, minutes: number) =>
    `${String(hour + Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  const arrivals = [1, 2].map((desk): CourseMarks => ({
    by: COURSE_ORGANIZER,
    source: 'desk',
    desk: `Desk ${desk}`,
    marks: people.flatMap(({ email, marks }, number) => {
      const time = marks.startsWith('l') ? '10:35' : clock(8, number)
      return number % 2 === desk - 1 ? [{ email, slot: 'arrival', state: 'present', at: at(FIRST, time) }] : []
    }),
  }))
  const halves = TUNIS_DAYS.flatMap((day, number) =>
    [0, 1].flatMap((half) => {
      const slot = `half:${dayOf(day)}:${half === 0 ? 'am' : 'pm'}`
      const hour = half === 0 ? 9 : 14
      return TUNIS_TRACKS.map(({ code, people: team }): CourseMarks => {
        const own = people.filter(({ track }) => track === code)
        return {
          by: team[0]!.email ?? COURSE_INSTRUCTOR,
          source: 'list',
          ...(code === 'RT-F' && number > 2 ? { device: 'Telephone of Lab B' } : {}),
          marks: own.map(({ email, marks }) => ({
            email,
            slot,
            state: STATES[marks[number * 2 + half]!]!,
            at: at(day, clock(hour, 40)),
          })),
        }
      })
    }),
  )
  const second = people.flatMap(({ email, marks }) =>
    [...marks].flatMap((mark, number): CourseMarks[] => {
      const [day, isMorning] = [TUNIS_DAYS[Math.floor(number / 2)]!, number % 2 === 0]
      const seen = { email, slot: `half:${dayOf(day)}:${isMorning ? 'am' : 'pm'}`, state: 'present' as const }
      if (mark === 'l') return [{ by: COURSE_INSTRUCTOR, source: 'list', marks: [{ ...seen, at: at(day, '10:50') }] }]
      if (mark !== '?') return []
      return [
        { by: COURSE_ORGANIZER, source: 'list', marks: [{ ...seen, at: at(day, isMorning ? '09:44' : '14:44') }] },
      ]
    }),
  )
  return [...arrivals, ...halves, ...second]
}

/** Who comes late was absent at first, and so was, for one of two people, whom both of them marked. */
const STATES: Record<string, State> = { p: 'present', a: 'absent', e: 'excused', l: 'absent', '?': 'absent' }
