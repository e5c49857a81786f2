import type { LoaderFunctionArgs } from '@remix-run/node'
import { readRankedCall } from './ranking-reading.server.ts'
import { readFrame } from '#app/applications/selection/composing/read-frame.server.ts'
import { type Limits, readLimits } from '#app/applications/selection/limits/limits.ts'
import { findCallLimits } from '#app/applications/selection/limits/find-call-limits.server.ts'

/** The limits of a call as they are stored, with what there is to limit. */
export async function readLimitsPage(args: LoaderFunctionArgs) {
  const found = await readRankedCall(args)
  const { db } = args.context.services
  const stored = await findCallLimits(db, found.call.id)
  const frame = await readFrame(db, { call: found.call, limits: readLimits(''), language: args.context.language })
  return {
    ...found,
    stored,
    choices: frame.choices.map(({ code, seats }) => ({ code, seats })),
    funds: frame.funds.map(({ code, name, currency, freeMinor }) => ({ code, name, currency, freeMinor })),
  }
}

type Read = Awaited<ReturnType<typeof readLimitsPage>>

export type LimitsPage = Pick<Read, 'call' | 'choices' | 'funds'> & { limits: Limits }
