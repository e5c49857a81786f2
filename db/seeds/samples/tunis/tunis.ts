import { tunisQuestions } from './tunis-questions.ts'
import { TUNIS_TRACKS } from './tunis-tracks.ts'
import { type Calendar, lately } from '../calendar.ts'
import { questionParts } from '../questions.ts'
import { ticket } from '../tickets.ts'
import { seriesOf } from '../../series.ts'
import { topicsOf } from '../../topics.ts'
import type { Instant } from '#app/values/moment.ts'

export const TUNIS_ZONE = 'Africa/Tunis'
export const TUNIS_DAYS = ['2026-10-19', '2026-10-20', '2026-10-21', '2026-10-22', '2026-10-23']

/** So long ago that the answers of its last survey are shown. */
export function tunisCalendar(now: Instant): Calendar {
  return lately(now, TUNIS_DAYS.at(-1)!, { days: 21 })
}

/** A workshop that is over, invented, so that all that teaching leaves behind is there to be looked at. */
export function tunisDocument(now: Instant) {
  const calendar = tunisCalendar(now)
  const year = calendar.year(2026)
  const tickets = TUNIS_TRACKS.map(({ code }) =>
    ticket(
      code,
      { en: [`A seat, track ${code}`], fr: [`Une place, parcours ${code}`], ar: [`مقعد في المسار ${code}`] },
      { track: code, quotas: ['seats', code.toLowerCase()] },
    ),
  )
  const codes = tickets.map(({ code }) => code)
  const questions = questionParts(tunisQuestions(calendar.day('2027-02-28')), { onsite: codes, online: [], hidden: [] })
  const quotas = [
    { key: 'seats', name: 'All tracks together', size: 45, track: null },
    ...codes.map((code) => ({ key: code.toLowerCase(), name: `Track ${code}`, size: 16, track: code })),
  ]
  return {
    slug: `ntw-${year}-tunis`,
    series: seriesOf('ntw'),
    status: 'published',
    isSample: true,
    language: 'en',
    texts: textsOf(year),
    dates: {
      startsOn: calendar.day(TUNIS_DAYS[0]!),
      endsOn: calendar.day(TUNIS_DAYS.at(-1)!),
      startsTime: '08:30',
      endsTime: '17:00',
      zone: TUNIS_ZONE,
    },
    place: { country: 'TN', city: 'Tunis', venue: 'Example Institute', latitude: 36.8065, longitude: 10.1815 },
    format: 'onsite',
    level: 'intermediate',
    languages: ['en', 'fr', 'ar'],
    topics: topicsOf('routing', 'dns', 'network-operations'),
    host: { slug: 'isoc-tunisia', name: 'Internet Society Tunisia Chapter', kind: 'chapter', country: 'TN' },
    contactEmail: 'training@plenary.example',
    admission: 'registration',
    tracks: TUNIS_TRACKS.map(({ code, language, room, texts }) => ({
      code,
      language,
      level: 'intermediate',
      room,
      texts,
    })),
    people: TUNIS_TRACKS.flatMap(({ code, people }) => people.map((one) => ({ ...nameOf(one), track: code }))),
    sessions: sessionsOf(calendar),
    quotas: quotas.map(({ key, size, track }) => ({ key, size, track })),
    ticketTypes: tickets,
    questions: questions.open,
    private: { quotas: quotas.map(({ key, name }) => ({ key, name })), questions: questions.secret },
  }
}

function textsOf(year: number) {
  return {
    en: {
      title: `Regional Internet Training Workshop ${year}, Tunis`,
      summary: 'Five days in three labs: routing in English and in French, the DNS in Arabic.',
    },
    fr: {
      title: `Atelier régional de formation à l’Internet ${year}, Tunis`,
      summary: 'Cinq jours dans trois labos : le routage en anglais et en français, le DNS en arabe.',
    },
    ar: {
      title: `ورشة التدريب الإقليمية على الإنترنت ${year}، تونس`,
      summary: 'خمسة أيام في ثلاثة مختبرات: التوجيه بالإنجليزية والفرنسية، ونظام الأسماء بالعربية.',
    },
  }
}

function nameOf({ role, fullName, latinName }: (typeof TUNIS_TRACKS)[number]['people'][number]) {
  return { role, fullName, ...(latinName ? { latinName } : {}) }
}

/** A morning and an afternoon a day in each lab, one opening and one closing for everybody. */
function sessionsOf(calendar: Calendar) {
  const classes = TUNIS_TRACKS.flatMap(({ code, language, room, people, days }) =>
    days.flatMap((titles, day) =>
      titles.map((title, half) => ({
        code: `${code}-${day + 1}${half === 0 ? 'A' : 'B'}`,
        kind: 'lab',
        title,
        track: code,
        language,
        heldOn: calendar.day(TUNIS_DAYS[day]!),
        ...(half === 0 ? { startsTime: '09:30', endsTime: '12:30' } : { startsTime: '14:00', endsTime: '16:30' }),
        room,
        people: people.filter(({ role }) => role !== 'assistant').map(nameOf),
      })),
    ),
  )
  const plenary = { kind: 'plenary', room: 'Example Hall' }
  const first = { heldOn: calendar.day(TUNIS_DAYS[0]!), startsTime: '08:30', endsTime: '09:15' }
  const last = { heldOn: calendar.day(TUNIS_DAYS.at(-1)!), startsTime: '16:30', endsTime: '17:00' }
  return [
    { ...plenary, code: 'OPENING', title: 'Welcome', ...first },
    ...classes,
    { ...plenary, code: 'CLOSING', title: 'Certificates and goodbye', ...last },
  ]
}
