import type { CoursePerson } from './tunis-people.ts'
import { CHANGE, KEEP, TOPICS, UNCLEAR } from './tunis-sentences.ts'

type Answers = Record<string, string | string[]>

const SKILLS = ['ip-addressing', 'routing', 'bgp', 'dns', 'unix', 'monitoring']

const LAPTOPS = ['linux', 'windows', 'windows', 'macos']

/** What those of a track know before they come, roughly: 0 never done it, 3 could teach it. */
const KNOWN: Record<string, number[]> = {
  'RT-E': [2, 1, 1, 1, 2, 1],
  'RT-F': [2, 1, 0, 1, 1, 1],
  'DNS-A': [1, 1, 0, 1, 2, 0],
}

/** One of those of a track, by every third person. */
function said(texts: Record<string, string[]>, { track }: CoursePerson, at: number): string | undefined {
  return at % 3 === 0 ? texts[track]![Math.floor(at / 3) % texts[track]!.length] : undefined
}

function level(base: number, at: number): string {
  return String(Math.min(3, Math.max(0, base + ((at * 7) % 4) - 1)))
}

/** What was answered before the course. */
export function beforeAnswers(person: CoursePerson, at: number): Answers {
  const skills = SKILLS.map((code, number) => [`skill-${code}`, level(KNOWN[person.track]![number]!, at + number)])
  const topic = said(TOPICS, person, at)
  return {
    ...Object.fromEntries(skills),
    laptop: person.answers['laptop'] === 'no' ? 'none' : LAPTOPS[at % LAPTOPS.length]!,
    ...(topic ? { topics: topic } : {}),
  }
}

/** What was answered at the end of a day; null by who did not. */
export function dailyAnswers(person: CoursePerson, at: number, day: number): Answers | null {
  if (person.marks[day * 2 + 1] !== 'p' || (at + day) % 6 === 5) return null
  const unclear = said(UNCLEAR, person, at + day)
  const grade = day === 1 ? 3 + (at % 3) : 4 + ((at + day) % 2)
  return { today: String(grade), ...(unclear ? { unclear } : {}) }
}

/** What was answered at the end of the course. */
export function endAnswers(person: CoursePerson, at: number): Answers {
  const grade = (base: number, step: number) => String(Math.min(5, Math.max(1, base + ((at * step) % 3) - 1)))
  const [keep, change] = [said(KEEP, person, at), said(CHANGE, person, at + 1)]
  return {
    content: grade(5, 2),
    pace: at % 5 === 0 ? 'fast' : at % 11 === 3 ? 'slow' : 'right',
    instructors: grade(5, 4),
    labs: grade(4, 5),
    rooms: grade(3, 7),
    ...(keep ? { keep } : {}),
    ...(change ? { change } : {}),
  }
}
