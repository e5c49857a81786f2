import records from './history/events.json' with { type: 'json' }
import { monthOf, zoneOf } from './history/when-and-where.ts'
import { splitSources } from './history/sources.ts'
import { seriesOf } from './series.ts'
import { topicsOf } from './topics.ts'
import { addDays } from '#app/values/moment.ts'
import { fold } from '#app/values/text.ts'

/** A record as it was collected; `history/events.json` is a copy, letter by letter. */
export interface HistoryRecord {
  series: string
  title: string
  edition: number | null
  year: number
  start_date: string | null
  end_date: string | null
  city: string | null
  country_code: string | null
  venue: string | null
  confidence: string
  source: string
  notes?: string
  well_known_fields?: string[]
  participants?: number
  participant_countries?: number
  languages?: string[]
  tracks?: string[]
  format?: string
  status?: string
}

export const HISTORY = records as HistoryRecord[]

/** The series of a record by its slug, and the topic that the whole series is about. */
const SERIES: Record<string, [slug: string, topic?: string]> = {
  INET: ['inet'],
  'INET Regional': ['inet-regional'],
  NDSS: ['ndss', 'security'],
  NTW: ['ntw', 'network-operations'],
  'ISOC Regional Training': ['regional', 'network-operations'],
  CEENet: ['ceenet', 'network-operations'],
  WALC: ['walc', 'network-operations'],
  AfNOG: ['afnog', 'network-operations'],
  ngNOG: ['ngnog', 'network-operations'],
  SANOG: ['sanog', 'network-operations'],
  PacNOG: ['pacnog', 'network-operations'],
  MENOG: ['menog', 'network-operations'],
  CaribNOG: ['caribnog', 'network-operations'],
  APRICOT: ['apricot', 'network-operations'],
  PacINET: ['pacinet'],
  inSIG: ['insig', 'internet-governance'],
  InterCommunity: ['intercommunity'],
  NSRC: ['nsrc', 'network-operations'],
}

/** The records of history as event documents; the address of each is its series and year, and the place where needed. */
export function historyDocuments() {
  const slugs = slugsOf(HISTORY)
  return HISTORY.map((record, at) => documentOf(record, slugs[at]!, neighboursOf(record, slugs)))
}

export type HistoryDocument = ReturnType<typeof historyDocuments>[number]

function documentOf(record: HistoryRecord, slug: string, neighbours: { event: string; relation: string }[]) {
  const [series, topic] = SERIES[record.series]!
  const languages = record.languages ?? []
  return {
    slug,
    series: seriesOf(series),
    edition: record.edition,
    status: 'published',
    isSample: false,
    language: 'en',
    texts: { en: { title: record.title } },
    dates: { ...datesOf(record), zone: zoneOf(record.country_code, record.city) },
    place: { country: record.country_code, city: record.city, venue: record.venue },
    format: record.format ?? 'onsite',
    languages,
    topics: topic ? topicsOf(topic) : [],
    neighbours,
    admission: 'none',
    tracks: (record.tracks ?? []).map((title, at) => ({
      code: `T${at + 1}`,
      language: languages[0] ?? 'en',
      texts: { en: { title } },
    })),
    history: {
      attendance: record.participants ?? null,
      countries: record.participant_countries ?? null,
      confidence: record.confidence,
      notes: notesOf(record),
    },
    sources: splitSources(record.source),
  }
}

/** As much as is known: the days, the month when the notes tell it, else the year. */
function datesOf(record: HistoryRecord): { startsOn: string; endsOn: string } {
  const startsOn = record.start_date ?? monthOf(record.title) ?? String(record.year)
  return { startsOn, endsOn: record.end_date ?? startsOn }
}

function notesOf(record: HistoryRecord): string | null {
  const fields = record.well_known_fields?.map((field) => field.replace('_', ' ')).join(', ')
  const notes = [
    record.notes,
    record.start_date && !record.end_date ? 'The last day is not known.' : undefined,
    fields ? `From general knowledge, not from the source: ${fields}.` : undefined,
    record.status ? `Status when recorded: ${record.status}.` : undefined,
  ].filter((note) => note !== undefined)
  return notes.length > 0 ? notes.join(' ') : null
}

function slugsOf(all: HistoryRecord[]): string[] {
  const short = all.map((record) => `${SERIES[record.series]![0]}-${record.year}`)
  const long = all.map((record, at) => [short[at]!, ...wordsOf(record.city ?? record.country_code ?? '')].join('-'))
  const best = short.map((slug, at) => (isOnly(short, slug) ? slug : long[at]!))
  return best.map((slug, at) => (isOnly(best, slug) ? slug : [short[at]!, ...wordsOf(all[at]!.title)].join('-')))
}

function isOnly(slugs: string[], slug: string): boolean {
  return slugs.indexOf(slug) === slugs.lastIndexOf(slug)
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[a-z0-9]+/g) ?? []
}

/** The training workshops stood beside the INET of their year: before it, or on the day before it began. */
function neighboursOf(record: HistoryRecord, slugs: string[]): { event: string; relation: string }[] {
  const other = record.series === 'NTW' ? 'INET' : record.series === 'INET' ? 'NTW' : null
  if (!other || !record.start_date) return []
  return HISTORY.flatMap((neighbour, at) => {
    if (neighbour.series !== other || neighbour.year !== record.year || !isNear(record, neighbour)) return []
    return [{ event: slugs[at]!, relation: neighbour.start_date! < record.start_date! ? 'before' : 'after' }]
  })
}

/** In the same country, and no more than two weeks from one beginning to the other. */
function isNear(one: HistoryRecord, other: HistoryRecord): boolean {
  if (!other.start_date || one.country_code !== other.country_code) return false
  const [first, second] = [one.start_date!, other.start_date].toSorted()
  return second! <= addDays(first!, 14) && first !== second
}
