import type { Lab } from './lab-queries.server.ts'
import type { SeatPlanSheet } from '../paper/paper-printer.ts'
import { kickerOf, pageWords, type PaperAsked, type PaperTrack, printedWords, roomSheet } from '../paper/paper-words.ts'

/** The room as its lab stands, on paper. */
export function seatPlanSheet(
  asked: PaperAsked,
  { event, track, lab }: { event: string; track: PaperTrack | null; lab: Lab },
): SeatPlanSheet {
  const { t } = asked
  const room = track?.room
  return {
    ...roomSheet(asked, `${t('lab.title')}, ${event}`),
    kicker: kickerOf(event, track),
    heading: room ? `${t('lab.title')}, ${room}` : t('lab.title'),
    front: t('onPaper.front'),
    free: t('onPaper.free'),
    columns: Math.max(1, ...lab.seats.map(({ gridColumn }) => gridColumn)),
    rows: Math.max(1, ...lab.seats.map(({ gridRow }) => gridRow)),
    seats: lab.seats.map(({ person, label, gridRow, gridColumn, machine, addressRange, zoneName }) => ({
      name: person?.fullName ?? '',
      latinName: person?.latinName ?? '',
      label,
      row: gridRow,
      column: gridColumn,
      isFree: person === null,
      group: person?.group ?? '',
      machine,
      addressRange,
      zoneName,
    })),
    foot: printedWords(asked),
    pageOf: pageWords(t),
  }
}
