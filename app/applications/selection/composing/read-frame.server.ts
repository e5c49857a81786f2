import type { Kysely } from 'kysely'
import type { AwardPackage, Frame, SeatChoice } from './candidate.ts'
import { seatsOf } from './purse.ts'
import type { Limits } from '../limits/limits.ts'
import { listFunds } from '#app/scholarships/funds/list-funds.server.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

interface Asked {
  call: { id: string; eventId: string; kind: Frame['kind'] }
  limits: Limits
  language: string
}

/** What there is to give in a call: its seats, its packages and the funds of its event, as the limits have it. */
export async function readFrame(db: Kysely<Database>, { call, limits, language }: Asked): Promise<Frame> {
  const [choices, funds, packages] = await Promise.all([
    readChoices(db, call.id, language),
    listFunds(db, call.eventId),
    readPackages(db, call.id, language),
  ])
  return {
    kind: call.kind,
    choices: choices.map((choice) => ({ ...choice, seats: seatsOf(choice, limits) })),
    funds,
    packages,
    limits,
  }
}

async function readChoices(db: Kysely<Database>, callId: string, language: string): Promise<SeatChoice[]> {
  const [choices, texts, rooms, held] = await Promise.all([
    db
      .selectFrom('callChoices')
      .select(['id', 'code', 'language as taughtIn', 'isClosed', 'seats', 'ticketTypeId'])
      .where('callId', '=', callId)
      .orderBy('position')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('callChoiceTexts as text')
      .innerJoin('callChoices as choice', 'choice.id', 'text.choiceId')
      .select(['text.choiceId', 'text.language', 'text.name'])
      .where('choice.callId', '=', callId)
      .execute(),
    db
      .selectFrom('callChoices as choice')
      .innerJoin('ticketTypeQuotas as draws', 'draws.ticketTypeId', 'choice.ticketTypeId')
      .innerJoin('quotas as quota', 'quota.id', 'draws.quotaId')
      .select(['choice.id as choiceId', 'quota.size', 'quota.overBy', 'quota.taken'])
      .where('choice.callId', '=', callId)
      .where('choice.seats', 'is', null)
      .execute(),
    db
      .selectFrom('callOffers')
      .select(({ fn }) => ['choiceId', fn.countAll<number>().as('count')])
      .where('callId', '=', callId)
      .where('state', 'in', ['open', 'accepted'])
      .groupBy('choiceId')
      .execute(),
  ])
  return choices.map(({ ticketTypeId: _ticket, isClosed, ...choice }) => {
    const own = rooms.filter(({ choiceId }) => choiceId === choice.id)
    const room = Math.min(...own.map(({ size, overBy, taken }) => size + overBy - taken))
    const offered = Number(held.find(({ choiceId }) => choiceId === choice.id)?.count ?? 0)
    const text = inLanguage(
      texts.filter(({ choiceId }) => choiceId === choice.id),
      language,
      choice.taughtIn ?? undefined,
    )
    return {
      ...choice,
      isClosed: isClosed === 1,
      name: text?.name ?? choice.code,
      // Who has an offer is a member of the cohort, and their seat is taken from the quota already.
      seats: choice.seats ?? (own.length === 0 ? null : Math.max(0, room) + offered),
    }
  })
}

/** The packages of a call in their order, with what they give. */
export async function readPackages(db: Kysely<Database>, callId: string, language: string): Promise<AwardPackage[]> {
  const [packages, texts, components] = await Promise.all([
    db
      .selectFrom('awardPackages')
      .select(['id', 'code', 'currency', 'isDefault'])
      .where('callId', '=', callId)
      .orderBy('position')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('awardPackageTexts as text')
      .innerJoin('awardPackages as pack', 'pack.id', 'text.packageId')
      .select(['text.packageId', 'text.language', 'text.name'])
      .where('pack.callId', '=', callId)
      .execute(),
    db
      .selectFrom('awardPackageComponents as component')
      .innerJoin('awardPackages as pack', 'pack.id', 'component.packageId')
      .select(['component.packageId', 'component.kind', 'component.amountMinor'])
      .where('pack.callId', '=', callId)
      .orderBy('component.position')
      .execute(),
  ])
  return packages.map(({ isDefault, ...pack }) => {
    const own = texts.filter(({ packageId }) => packageId === pack.id)
    return {
      ...pack,
      isDefault: isDefault === 1,
      name: inLanguage(own, language)?.name ?? pack.code,
      components: components
        .filter(({ packageId }) => packageId === pack.id)
        .map(({ kind, amountMinor }) => ({ kind, amountMinor: Number(amountMinor), currency: pack.currency })),
    }
  })
}
