import type { Because } from './because.ts'
import type { Candidate, Frame, Placed, SeatChoice } from './candidate.ts'
import { isFluent } from './is-fluent.ts'
import { planMoney } from './plan-money.ts'
import { Purse } from './purse.ts'
import { Tally } from './tally.ts'
import { wantedPackages } from './wanted-packages.ts'
import type { PlannedShare } from '#app/scholarships/awards/plan-shares.ts'

/** A place in a cohort that is being put together. */
export interface Placement extends Placed {
  shares: PlannedShare[]
  /** It was put there by hand, or has an offer: no suggestion moves it. */
  isFixed: boolean
}

type Attempt = { ok: true; placement: Placement } | { ok: false; why: Because[] }

/** A cohort while it is put together: nobody is placed where a wall would break. */
export class Draft {
  readonly members = new Map<string, Placement>()
  readonly tally: Tally
  #purse: Purse

  readonly frame: Frame

  constructor(frame: Frame) {
    this.frame = frame
    this.tally = new Tally(frame.choices, frame.limits)
    this.#purse = new Purse(frame)
  }

  /** Where somebody fits best: the first of their wishes with a seat and the money for it, or why there is none. */
  seek(candidate: Candidate, { beyondCaps = false }: { beyondCaps?: boolean } = {}): Attempt {
    const capped = beyondCaps ? [] : this.capsAgainst(candidate)
    if (capped.length > 0) return { ok: false, why: capped }
    const obstacles = { full: [], closed: [], language: [], money: [] } as Record<string, string[]>
    for (const choice of this.#wishesOf(candidate)) {
      const obstacle = choice && this.#obstacle(choice, candidate)
      if (obstacle) {
        obstacles[obstacle]!.push(choice.code)
        continue
      }
      const paid = this.#pay(candidate, choice)
      if (paid) return { ok: true, placement: { candidate, choiceId: choice?.id ?? null, ...paid, isFixed: false } }
      obstacles['money']!.push(choice?.code ?? '')
    }
    const why = Object.entries(obstacles).flatMap(([is, choices]) =>
      choices.length > 0 ? [{ is, choices } as Because] : [],
    )
    return { ok: false, why: why.length > 0 ? why : [{ is: 'no-wish' }] }
  }

  /** Which caps somebody would go beyond. */
  capsAgainst({ residence, institutionKey }: Pick<Candidate, 'residence' | 'institutionKey'>): Because[] {
    const { mostPerCountry, mostPerOrganization } = this.frame.limits
    const isOver = (taken: number, most: number | null): most is number => most !== null && taken >= most
    return [
      ...(residence !== null && isOver(this.tally.ofCountry(residence), mostPerCountry)
        ? [{ is: 'country' as const, most: mostPerCountry }]
        : []),
      ...(institutionKey !== null && isOver(this.tally.ofOrganization(institutionKey), mostPerOrganization)
        ? [{ is: 'organization' as const, most: mostPerOrganization }]
        : []),
    ]
  }

  /** A place that was given by hand or by an offer, wherever that is; false when a wall stands before it. */
  fix(placed: Placed): boolean {
    const choice = this.frame.choices.find(({ id }) => id === placed.choiceId)
    const pack = this.frame.packages.find(({ id }) => id === placed.packageId)
    const isHeld = placed.candidate.isHeld
    if (choice && !isHeld && this.isFull(choice)) return false
    const shares = pack && !isHeld ? this.#purse.plan(pack, placed.candidate, choice?.code ?? null) : []
    if (shares === null) return false
    this.put({ ...placed, shares, isFixed: true })
    return true
  }

  /** A cohort as it stands, whether or not it keeps the walls by now; who cannot be paid any more has no shares. */
  adopt(members: readonly Placed[]): void {
    const { shares, purse } = planMoney(this.frame, members)
    for (const placed of members)
      this.#hold({ ...placed, shares: shares.get(placed.candidate.id) ?? [], isFixed: true })
    this.#purse = purse
  }

  put(placement: Placement): void {
    this.#hold(placement)
    this.#purse.take(placement.shares)
  }

  #hold(placement: Placement): void {
    this.members.set(placement.candidate.id, placement)
    this.tally.add(placement)
  }

  take(id: string): Placement {
    const placement = this.members.get(id)!
    this.members.delete(id)
    this.tally.remove(placement)
    this.#purse.giveBack(placement.shares)
    return placement
  }

  /**
   * Plans the money anew in the order of the ranking, as it will be when decisions are made of it; who cannot be paid
   * then are returned, and nothing has changed.
   */
  settleMoney(): string[] {
    const { shares, unpaid, purse } = planMoney(this.frame, this.members.values())
    if (unpaid.length > 0) return unpaid
    for (const placement of this.members.values()) placement.shares = shares.get(placement.candidate.id) ?? []
    this.#purse = purse
    return []
  }

  #wishesOf({ wishes }: Candidate): (SeatChoice | null)[] {
    const { choices } = this.frame
    if (choices.length === 0) return [null]
    if (wishes.length === 0 && choices.length === 1) return [choices[0]!]
    return wishes.flatMap((id) => choices.find((choice) => choice.id === id) ?? [])
  }

  #obstacle(choice: SeatChoice, candidate: Candidate): 'closed' | 'language' | 'full' | null {
    if (choice.isClosed) return 'closed'
    if (!isFluent(this.frame, candidate, choice)) return 'language'
    return this.isFull(choice) ? 'full' : null
  }

  /** Whether a choice has no seat left. */
  isFull({ id, seats }: Pick<SeatChoice, 'id' | 'seats'>): boolean {
    return seats !== null && this.tally.seatsTaken(id) >= seats
  }

  #pay(candidate: Candidate, choice: SeatChoice | null): { packageId: string | null; shares: PlannedShare[] } | null {
    for (const pack of wantedPackages(this.frame, candidate)) {
      if (pack === null) return { packageId: null, shares: [] }
      const shares = this.#purse.plan(pack, candidate, choice?.code ?? null)
      if (shares) return { packageId: pack.id, shares }
    }
    return null
  }
}
