import type { RequestContext } from '#app/http/context.server.ts'
import { findPublishFacts } from '#app/events/publishing/find-publish-facts.server.ts'
import { publishChecklist, stopsOf } from '#app/events/publishing/publish-checklist.ts'
import { listTasks } from '#app/events/tasks/task-queries.server.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { mailStandingOf } from '#app/mail/mail-standing.server.ts'
import { figureEvent } from '#app/participants/figures/figure-event.server.ts'
import { homeFigures } from '#app/participants/figures/home-figures.server.ts'
import { toDoList } from '#app/participants/figures/to-do.ts'
import { conflictCount, toDoFacts } from '#app/participants/figures/to-do-facts.server.ts'
import { holdsRole } from '#app/people/rights.ts'

/** So many of the team's own tasks stand on the home of an event; the others are a page away. */
const TASKS_SHOWN = 8

/** What the home of an event shows this reader: money only to organizers and finance, what is to do only to the team. */
export async function readOverview(request: Request, slug: string, context: RequestContext) {
  const { event: place, signedIn, rights } = await requireRight(request, context, slug, 'look')
  const { services, language, now } = context
  const { db } = services
  const organizes = rights.includes('organize')
  const isTeam = organizes || rights.includes('programme') || rights.includes('people')
  const isFinance = holdsRole(signedIn.roles, 'finance', place)
  const hasMoney = organizes || isFinance
  const event = await figureEvent(db, place.id)
  const [figures, facts, conflicts, tasks, mail, publishFacts] = await Promise.all([
    homeFigures(db, { event, language, hasMoney, now }),
    isTeam ? toDoFacts(db, event, now) : null,
    isTeam ? conflictCount(db, event) : 0,
    isTeam ? listTasks(db, { eventId: event.id, isDone: false, page: 1, limit: TASKS_SHOWN }) : [],
    organizes ? mailStandingOf(db, event.id) : null,
    organizes && event.status === 'draft' ? findPublishFacts(db, event.id) : null,
  ])
  const items = publishFacts && publishChecklist(publishFacts, now)
  const stops = items ? stopsOf(items).length : 0
  const bounced = mail?.counts.undeliverable ?? 0
  const standing = { slug, stops, bounced, conflicts, owing: figures.owing, rights, isFinance, now }
  return {
    figures,
    hasMoney,
    isTeam,
    tasks,
    mail,
    checklist: items && { items, isReady: stops === 0 },
    toDo: facts ? toDoList({ ...standing, facts }) : [],
  }
}
