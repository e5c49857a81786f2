export const PAPER_SIZES = ['a4', 'letter'] as const
export type PaperSize = (typeof PAPER_SIZES)[number]

/** More people than any room holds; a list that is longer is printed track by track. */
export const MOST_ON_PAPER = 2000

/** What every sheet for a room says of itself. Sheets are in words: the typesetter sets them and decides nothing. */
export interface RoomSheet {
  language: string
  isRightToLeft: boolean
  paper: PaperSize
  /** Of the document. */
  title: string
}

/** A name in its own letters, large, and in Latin ones ('' when those are the same). */
export interface PrintedName {
  name: string
  latinName: string
}

export interface SignInSheet extends RoomSheet {
  /** The event and the track, above the heading. */
  kicker: string
  heading: string
  /** Room, hours, instructors, a line each. */
  beside: string[]
  /** Heads of the columns; `extra` is '' where there is no such column. */
  head: { name: string; country: string; extra: string }
  /** Heads of the boxes to sign in: one or two. */
  boxes: string[]
  rows: (PrintedName & { country: string; extra: string })[]
  /** What stands on the lines for those who are not on the list, and how many of them there are. */
  walkIn: string
  walkIns: number
  /** `Sheet N7K4-M2Q` with what is to be done with it. */
  foot: string
  /** With `{page}` and `{pages}` in it. */
  pageOf: string
  present: string
}

export interface DoorList extends RoomSheet {
  kicker: string
  heading: string
  head: { name: string; country: string; where: string; ticket: string }
  rows: (PrintedName & { country: string; where: string; ticket: string; code: string })[]
  foot: string
  pageOf: string
}

/** As what somebody is there; it gives a badge its colour. */
export type BadgeRole = 'participant' | 'instructor' | 'speaker' | 'organizer' | 'front-desk'

export interface Badges extends RoomSheet {
  event: string
  /** `code` is '' for who is there without a ticket. */
  badges: (PrintedName & {
    organization: string
    country: string
    role: BadgeRole
    roleName: string
    track: string
    code: string
  })[]
}

export interface TentCards extends RoomSheet {
  event: string
  cards: (PrintedName & { detail: string })[]
}

export interface SeatPlanSheet extends RoomSheet {
  kicker: string
  heading: string
  /** Where the front of the room is. */
  front: string
  free: string
  columns: number
  rows: number
  /** Row and column are counted from 1. */
  seats: (PrintedName & {
    label: string
    row: number
    column: number
    isFree: boolean
    group: string
    machine: string
    addressRange: string
    zoneName: string
  })[]
  foot: string
  pageOf: string
}

/** Sets what is printed for a room in type, A4 or Letter: the port that the typesetter's adapter implements. */
export interface PaperPrinter {
  signInSheet(sheet: SignInSheet): Promise<Uint8Array>
  doorList(sheet: DoorList): Promise<Uint8Array>
  badges(sheet: Badges): Promise<Uint8Array>
  tentCards(sheet: TentCards): Promise<Uint8Array>
  seatPlan(sheet: SeatPlanSheet): Promise<Uint8Array>
}
