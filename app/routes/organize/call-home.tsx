import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CallHomeCountries } from './call-home-countries.tsx'
import { CallHomeCounts } from './call-home-counts.tsx'
import { CallHomeKpis } from './call-home-kpis.tsx'
import { CallHomeNext } from './call-home-next.tsx'
import { CallHomeOutcome } from './call-home-outcome.tsx'
import { CallHomeReceived } from './call-home-received.tsx'
import { CallHomeTimeline } from './call-home-timeline.tsx'
import { CallTag } from './call-tag.tsx'
import { requireCall } from './call.server.ts'
import { deskMeta } from './desk.ts'
import { useCall } from './use-call.ts'
import { callFigures } from '#app/applications/figures/call-figures.server.ts'
import { callTimeline } from '#app/applications/figures/call-timeline.ts'
import { nextSteps } from '#app/applications/figures/next-steps.ts'
import { notFound } from '#app/http/answers.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('callHome.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { call } = await requireCall(request, context, params)
  const { db, clock } = context.services
  const now = clock.now()
  const figures = await callFigures(db, { callId: call.id, language: context.language, now })
  if (!figures) throw notFound()
  const { waves: _waves, call: _call, ...shown } = figures
  return {
    figures: shown,
    timeline: callTimeline(figures, now),
    next: nextSteps(figures, now),
  }
}

/** Where a call stands: what is to be done, what is late, and who applied. */
export default function CallHome() {
  const { figures, timeline, next } = useLoaderData<typeof loader>()
  const { call } = useCall()
  return (
    <>
      <h1>
        <bdi lang={call.language}>{call.title}</bdi> <CallTag call={call} />
      </h1>
      {call.summary !== '' && (
        <p className="lead">
          <bdi lang={call.language}>{call.summary}</bdi>
        </p>
      )}
      <CallHomeKpis figures={figures} />
      <CallHomeNext steps={next} />
      <div className="pair">
        <CallHomeTimeline steps={timeline} />
        <CallHomeReceived figures={figures} />
      </div>
      <CallHomeCounts figures={figures} />
      <CallHomeCountries countries={figures.countries} />
      <CallHomeOutcome figures={figures} />
    </>
  )
}

export type HomeFigures = ReturnType<typeof useLoaderData<typeof loader>>['figures']
