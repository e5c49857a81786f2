/** An application that may need reviewers. */
export interface Assignable {
  id: string
  /** In which it is written. */
  language: string
  /** The code of its first wish; null without. */
  choiceCode: string | null
  /** How many reviewers it should have. */
  wanted: number
  /** Whose review it has or waits for. */
  has: string[]
  /** Who must not or will not judge it: a conflict, a skip, the applicant, a referee of theirs. */
  barred: string[]
}

export interface AssignableReviewer {
  accountId: string
  /** Empty: all. */
  languages: string[]
  choiceCodes: string[]
  /** How many they have already. */
  load: number
}

/** What reviewers keep to: everything evenly, the languages they read, the tracks they know, or both. */
export const ASSIGN_BY = ['evenly', 'language', 'track', 'both'] as const
export type AssignBy = (typeof ASSIGN_BY)[number]

export interface AssignmentPlan {
  pairs: { applicationId: string; accountId: string }[]
  /** Applications that nobody, or too few, may judge: how many reviewers they lack. */
  short: { applicationId: string; lacking: number }[]
}

/**
 * Who judges what: every application the reviewers it wants, none twice, nobody what they must not judge, and the loads
 * as even as that allows. Applications with the smallest choice of reviewers are served first; then what somebody has
 * too much of goes to who has least. What is assigned already stays.
 */
export function planAssignment(
  applications: Assignable[],
  reviewers: AssignableReviewer[],
  by: AssignBy,
): AssignmentPlan {
  const loads = new Map(reviewers.map(({ accountId, load }) => [accountId, load]))
  const choices = applications
    .filter(({ wanted, has }) => wanted > has.length)
    .map((application) => ({ application, may: reviewers.filter((one) => mayJudge(one, application, by)) }))
    .toSorted((one, other) => one.may.length - other.may.length || (one.application.id < other.application.id ? -1 : 1))
  const pairs: AssignmentPlan['pairs'] = []
  const short: AssignmentPlan['short'] = []
  const mayOf = new Map<string, Set<string>>()
  const givenOf = new Map<string, Set<string>>()
  for (const { application, may } of choices) {
    const lacking = application.wanted - application.has.length
    const chosen = may
      .toSorted((one, other) => loads.get(one.accountId)! - loads.get(other.accountId)!)
      .slice(0, lacking)
    for (const { accountId } of chosen) {
      pairs.push({ applicationId: application.id, accountId })
      loads.set(accountId, loads.get(accountId)! + 1)
    }
    mayOf.set(application.id, new Set(may.map(({ accountId }) => accountId)))
    givenOf.set(application.id, new Set(chosen.map(({ accountId }) => accountId)))
    if (chosen.length < lacking) short.push({ applicationId: application.id, lacking: lacking - chosen.length })
  }
  evenOut(pairs, { loads, mayOf, givenOf })
  return { pairs, short }
}

function mayJudge(reviewer: AssignableReviewer, application: Assignable, by: AssignBy): boolean {
  const { accountId, languages, choiceCodes } = reviewer
  if (application.has.includes(accountId) || application.barred.includes(accountId)) return false
  const reads = languages.length === 0 || languages.includes(application.language)
  const knows =
    choiceCodes.length === 0 || (application.choiceCode !== null && choiceCodes.includes(application.choiceCode))
  return (by === 'evenly' || by === 'track' || reads) && (by === 'evenly' || by === 'language' || knows)
}

interface Standing {
  loads: Map<string, number>
  mayOf: Map<string, Set<string>>
  givenOf: Map<string, Set<string>>
}

/** Moves new assignments from the fuller to the emptier, as long as one of two moves makes a difference. */
function evenOut(pairs: AssignmentPlan['pairs'], { loads, mayOf, givenOf }: Standing): void {
  for (let moved = true; moved;) {
    moved = false
    for (const pair of pairs) {
      const from = loads.get(pair.accountId)!
      const may = mayOf.get(pair.applicationId)!
      const given = givenOf.get(pair.applicationId)!
      let to: string | undefined
      for (const one of may)
        if (!given.has(one) && loads.get(one)! < (to === undefined ? from - 1 : loads.get(to)!)) to = one
      if (to === undefined) continue
      given.delete(pair.accountId)
      given.add(to)
      loads.set(pair.accountId, from - 1)
      loads.set(to, loads.get(to)! + 1)
      pair.accountId = to
      moved = true
    }
  }
}
