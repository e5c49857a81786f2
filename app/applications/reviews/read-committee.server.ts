import type { Kysely } from 'kysely'
import type { Call } from '../calls/call.ts'
import { numberLabel } from './number-label.ts'
import { wantsThird } from './total.ts'
import { listFunds } from '#app/scholarships/funds/list-funds.server.ts'
import type { Database } from '#db/schema.ts'

/** So many ranks above and below the application that is open. */
const AROUND = 3

type ReadCall = Pick<Call, 'id' | 'eventId' | 'isBlind' | 'hidden' | 'numberPrefix' | 'thirdGap'>

/**
 * What a chair sees under an application that they have scored: the money of the event, and the ranking around it. It
 * holds numbers and scores; the country only where it is not hidden.
 */
export async function readCommittee(db: Kysely<Database>, { call, number }: { call: ReadCall; number: number }) {
  const [funds, ranked] = await Promise.all([
    listFunds(db, call.eventId),
    db
      .selectFrom('applications')
      .leftJoin('decisions', (join) =>
        join.onRef('decisions.applicationId', '=', 'applications.id').on('decisions.releasedAt', 'is not', null),
      )
      .leftJoin('awards', (join) =>
        join
          .onRef('awards.applicationId', '=', 'applications.id')
          .on('awards.state', 'in', ['offered', 'accepted', 'ended']),
      )
      .select(['applications.number', 'applications.score', 'applications.spread', 'applications.residence'])
      .select(['applications.askedMinor', 'applications.askedCurrency', 'applications.reviewCount'])
      .select(['decisions.kind as decision', 'awards.id as awardId'])
      .where('applications.callId', '=', call.id)
      .where('applications.state', '=', 'submitted')
      .where('applications.score', 'is not', null)
      .orderBy('applications.score', 'desc')
      .orderBy('applications.number')
      .execute(),
  ])
  const currency = funds[0]?.currency ?? null
  const own = funds.filter((fund) => fund.currency === currency)
  const sum = (of: (fund: (typeof own)[number]) => number) => own.reduce((total, fund) => total + of(fund), 0)
  const budget = sum(({ budgetMinor }) => budgetMinor)
  const promised = sum(({ offeredMinor, committedMinor }) => offeredMinor + committedMinor)
  const showsCountry = !call.isBlind || !call.hidden.includes('nationality')
  let left = budget - promised
  let isBelow = currency === null
  const rows = ranked.map((row, at) => {
    const isPromised = row.awardId !== null
    const asked = row.askedCurrency === currency ? (row.askedMinor ?? 0) : 0
    if (!isPromised && !isBelow) {
      if (asked > left) isBelow = true
      else left -= asked
    }
    return {
      rank: at + 1,
      number: row.number ?? 0,
      label: numberLabel(call.numberPrefix, row.number ?? 0),
      residence: showsCountry ? row.residence : null,
      score: row.score ?? 0,
      spread: row.spread,
      asked: row.askedMinor === null || row.askedCurrency === null ? null : row.askedMinor,
      currency: row.askedCurrency,
      standing: isPromised
        ? ('promised' as const)
        : row.decision === 'decline'
          ? ('declined' as const)
          : wantsThird(row.spread, call.thirdGap)
            ? ('discuss' as const)
            : isBelow
              ? ('below' as const)
              : ('above' as const),
      isBelow: !isPromised && isBelow,
    }
  })
  const at = rows.findIndex((row) => row.number === number)
  return {
    money:
      currency === null || budget === 0
        ? null
        : {
            currency,
            budget,
            promised,
            above: budget - promised - left,
            free: left,
            people: rows.filter((row) => row.standing === 'promised').length,
          },
    rows: rows.slice(Math.max(0, at - AROUND), at + AROUND + 1),
    total: rows.length,
  }
}

export type Committee = Awaited<ReturnType<typeof readCommittee>>
