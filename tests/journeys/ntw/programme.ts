import type { Typed } from './fill-form.ts'
import { type Track, TRACKS } from './workshop.ts'

const DAYS = ['2027-06-14', '2027-06-15', '2027-06-16', '2027-06-17', '2027-06-18']

/** What each track's days are about, Monday to Friday. */
const TOPICS: Record<string, string[]> = {
  T1: ['Linux & the shell', 'TCP/IP', 'Routing on hosts', 'DNS basics', 'Hardening, feedback'],
  T2: ['Addressing & OSPF', 'IS-IS & lab topology', 'BGP I', 'BGP II & policy', 'RPKI, IXP day, feedback'],
  'T2-F': ['Adressage & OSPF', 'IS-IS & topologie', 'BGP I', 'BGP II & politique', 'RPKI, IXP, bilan'],
  T3: ['DNS', 'DNSSEC', 'Mail', 'Web', 'Directory, feedback'],
  T4: ['Monitoring', 'Flows', 'The NOC', 'Incidents', 'Security, feedback'],
}

interface Part {
  kind: string
  start: string
  end: string
  what: string
  who: 'nobody' | 'teachers' | 'instructors' | 'assistants'
}

const PARTS: Part[] = [
  { kind: 'other', start: '08:30', end: '09:00', what: 'Sign-in, questions', who: 'nobody' },
  { kind: 'tutorial', start: '09:00', end: '10:45', what: 'Lecture and lab', who: 'teachers' },
  { kind: 'tutorial', start: '11:15', end: '13:00', what: 'Lecture and lab', who: 'teachers' },
  { kind: 'lab', start: '14:00', end: '15:45', what: 'Lab', who: 'instructors' },
  { kind: 'lab', start: '16:15', end: '18:00', what: 'Lab', who: 'instructors' },
  { kind: 'lab', start: '20:00', end: '22:00', what: 'Open lab', who: 'assistants' },
]

function peopleOf({ lead, instructors, assistants }: Track, who: Part['who']) {
  const named = (role: string, names: string[]) => names.map((fullName) => ({ role, fullName }))
  if (who === 'assistants') return named('assistant', assistants)
  if (who === 'nobody') return []
  return [...named('lead-instructor', who === 'teachers' ? [lead] : []), ...named('instructor', instructors)]
}

const titleOf = (track: Track, day: number, what: string) => `${TOPICS[track.code]![day]}: ${what}`

/** Monday of T2, by hand: each part as the form of a session takes it. */
export function mondayOfRouting(): Typed[] {
  const track = TRACKS.find(({ code }) => code === 'T2')!
  return PARTS.map(({ kind, start, end, what, who }) => ({
    title: titleOf(track, 0, what),
    kind,
    trackId: `T2: ${track.title}`,
    language: track.language,
    heldOn: DAYS[0]!,
    startsTime: start,
    endsTime: end,
    room: track.room,
    isPublic: true,
    ...Object.fromEntries(
      peopleOf(track, who).flatMap(({ role, fullName }, at) => [
        [`people[${at}].fullName`, fullName],
        [`people[${at}].role`, role],
      ]),
    ),
  }))
}

const HEAD = ['kind', 'title', 'language', 'day', 'start', 'end', 'track', 'room', 'people', 'public']

/** All the rest as somebody has it in a spreadsheet. */
export function restAsSheet(): { text: string; count: number } {
  const ofTracks = TRACKS.flatMap((track) =>
    DAYS.flatMap((day, at) =>
      PARTS.filter(() => track.code !== 'T2' || at > 0).map(({ kind, start, end, what, who }) => {
        const people = peopleOf(track, who).map(({ role, fullName }) => `${role}: ${fullName}`)
        return [kind, titleOf(track, at, what), track.language, day, start, endOf(track, at, start, end)].concat([
          track.code,
          track.room,
          people.join('; '),
          'yes',
        ])
      }),
    ),
  )
  const saturday = '2027-06-19'
  const rows = [
    ['other', 'Registration', 'en', '2027-06-13', '14:00', '18:00', '', 'Foyer', '', 'yes'],
    ...ofTracks,
    ['other', 'Check of the names on certificates', 'en', DAYS[3]!, '12:30', '13:00', 'T2', 'L2', '', 'yes'],
    ...TRACKS.map(({ code, language, room }) => [
      'other',
      'Exam',
      language,
      saturday,
      '09:00',
      '11:00',
      code,
      room,
      '',
      'yes',
    ]),
    ['plenary', 'Certificates and closing', 'en', saturday, '12:00', '13:00', '', 'Foyer', '', 'yes'],
  ]
  return { text: [HEAD, ...rows].map((row) => row.join('\t')).join('\n'), count: rows.length }
}

/** On Thursday T2 ends its morning half an hour early, for the check of names. */
function endOf({ code }: Track, day: number, start: string, end: string): string {
  return code === 'T2' && day === 3 && start === '11:15' ? '12:30' : end
}
