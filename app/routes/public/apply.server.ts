import { callEvent } from '#app/applications/applying/own-form.server.ts'
import { callGives, type CallPage, isOnPage, publicCalls } from '#app/applications/applying/public-calls.server.ts'
import { callWindow } from '#app/applications/calls/call-window.ts'
import { readCall } from '#app/applications/calls/read-call.server.ts'
import { formSteps } from '#app/applications/form/form-steps.ts'
import { asksBefore, judgeTold, type Told } from '#app/applications/form/start-form.ts'
import { publicEventId } from '#app/applications/applying/public-event.server.ts'
import { notFound } from '#app/http/answers.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { signedIn } from '#app/http/guards.server.ts'

/** The calls of one kind at an event, and the one that is asked for; null where there are several to choose from. */
export async function findApply(request: Request, params: { event?: string | undefined }, context: RequestContext) {
  const { services, language, now } = context
  const { db } = services
  const { pathname, searchParams } = new URL(request.url)
  const page: CallPage = /\/scholarship(\/|\.txt$|$)/.test(pathname) ? 'scholarship' : 'apply'
  const eventId = await publicEventId(db, params.event ?? '')
  if (eventId === null) throw notFound()
  const heads = (await publicCalls(db, { eventId, language })).filter((head) => isOnPage(head, page))
  if (heads.length === 0) throw notFound()
  const slug = searchParams.get('call')
  const head = slug === null ? (heads.length === 1 ? heads[0] : undefined) : heads.find((one) => one.slug === slug)
  if (slug !== null && !head) throw notFound()
  const call = head ? await readCall(db, { callId: head.id, language }) : null
  return {
    page,
    event: await callEvent(db, eventId, language),
    heads: heads.map((one) => ({ ...one, window: callWindow(one, now) })),
    call,
  }
}

/** Everything the page of a call shows to who may apply. */
export async function applyView(request: Request, params: { event?: string | undefined }, context: RequestContext) {
  const { page, event, heads, call } = await findApply(request, params, context)
  const { services, language, now } = context
  const me = await signedIn(request, context)
  const shown = call && {
    slug: call.slug,
    title: call.title,
    summary: call.summary,
    description: call.description,
    deciding: call.deciding,
    language: call.language,
    opensAt: call.opensAt,
    closesAt: call.closesAt,
    closesZone: call.closesZone,
    graceMinutes: call.graceMinutes,
    refereesUntilAt: call.refereesUntilAt,
    reviewUntilAt: call.reviewUntilAt,
    decideAt: call.decideAt,
    refereesWanted: call.refereesWanted,
    choicesMaximum: call.choicesMaximum,
    hidden: call.isBlind ? call.hidden : [],
    rules: call.rules,
    choices: call.choices.map(({ code, name, description, taughtIn, seats, isClosed }) => ({
      code,
      name,
      description,
      taughtIn,
      seats,
      isClosed,
    })),
    criteria: call.criteria.map(({ code, label, help, maximum }) => ({ code, label, help, maximum })),
    pages: formSteps(call).length,
    window: callWindow(call, now),
    asks: asksBefore(call.rules),
    gives: await callGives(services.db, { callId: call.id, language }),
  }
  return {
    page,
    event,
    heads: heads.map(({ slug, title, summary, window, opensAt, closesAt, closesZone }) => ({
      slug,
      title,
      summary,
      window,
      opensAt,
      closesAt,
      closesZone,
    })),
    call: shown,
    me: { fullName: me && me.fullName !== me.email ? me.fullName : '', email: me?.email ?? '' },
    isMailed: new URL(request.url).searchParams.has('mailed'),
  }
}

export type ApplyView = Awaited<ReturnType<typeof applyView>>

/** The judgement of what was told, as the page shows it. */
export function judgement(call: { rules: Parameters<typeof judgeTold>[0] }, told: Told, now: string) {
  return { ...judgeTold(call.rules, told, now), told }
}

export type Judgement = ReturnType<typeof judgement>
