import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireCohort } from './cohort-reading.server.ts'
import { isShown, shownOf } from './cohort-shown.ts'
import { measureCohort } from '#app/applications/selection/composing/measure-cohort.ts'
import { readCohort } from '#app/applications/selection/cohorts/read-cohort.server.ts'
import { wishersOf, wishesOf } from '#app/applications/selection/ranking/wishes-of.server.ts'
import { existingPage, pageNumber, PEOPLE_PAGE } from '#app/participants/paging.ts'

/** One page of a cohort: its figures, and its candidates in the order of the ranking with what was said of each. */
export async function readCohortPage(args: LoaderFunctionArgs) {
  const { call, cohort, base } = await requireCohort(args)
  const { db } = args.context.services
  const address = new URL(args.request.url).searchParams
  const { show, choice } = shownOf(address)
  const [whole, wishers] = await Promise.all([
    readCohort(db, { call, cohort, language: args.context.language }),
    wishersOf(db, { callId: call.id, choiceId: choice }),
  ])
  const { frame, ranked, members, marks } = whole
  const held = new Set(members.filter(({ candidate }) => candidate.isHeld).map(({ candidate }) => candidate.id))
  const listed = ranked.filter(({ id }) => isShown(show, marks.get(id)) && (wishers?.has(id) ?? true))
  const page = existingPage(pageNumber(address.get('page')), listed.length, PEOPLE_PAGE)
  const part = listed.slice((page - 1) * PEOPLE_PAGE, page * PEOPLE_PAGE)
  const ids = part.map(({ id }) => id)
  const wishes = await wishesOf(db, ids)
  return {
    call,
    base,
    cohort: { id: cohort.id, name: cohort.name, version: cohort.version, isChosen: cohort.isChosen },
    frame: { choices: frame.choices, packages: frame.packages, funds: frame.funds },
    rows: part.map(({ id, number, rank, score, residence }) => ({
      id,
      number,
      rank,
      score,
      residence,
      wishes: wishes.get(id) ?? [],
      isHeld: held.has(id),
      mark: marks.get(id) ?? null,
    })),
    before: measureCohort(frame, members),
    total: listed.length,
    page,
    show,
    choice,
    done: address.get('done'),
    query: new URLSearchParams([
      ...(show === 'all' ? [] : [['show', show]]),
      ...(choice === null ? [] : [['choice', choice]]),
    ]).toString(),
  }
}

export type CohortPage = Awaited<ReturnType<typeof readCohortPage>>
