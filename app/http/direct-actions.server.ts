import type { ActionFunction, ActionFunctionArgs, AppLoadContext, ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/react'

type Routes = ServerBuild['routes']
type Action = ActionFunction

/** How an action ended. */
type Outcome = { returned: unknown } | { thrown: unknown }

/** What a form was answered with before Remix was asked for the page that shows it. */
const outcomes = new WeakMap<AppLoadContext, Outcome>()

/** An action and the parameters of the address that it stands at. */
export interface DirectAction {
  action: Action
  params: ActionFunctionArgs['params']
}

/**
 * The routes as Remix is given them: an action that says of itself that it `isDirect` (in the route's `handle`) has run
 * by the time that Remix calls it, and is not run twice.
 */
export function withOutcomes(routes: Routes): Routes {
  return Object.fromEntries(
    Object.entries(routes).map(([id, route]) => {
      const action = route && directActionOf(route)
      if (!action) return [id, route]
      const replayed: Action = (args) => {
        const outcome = outcomes.get(args.context)
        if (!outcome) return action(args)
        if ('thrown' in outcome) throw outcome.thrown
        return outcome.returned as Response
      }
      return [id, { ...route, module: { ...route.module, action: replayed } }]
    }),
  )
}

/** Finds the direct action of an address among those of the routes that can match it. */
export function directActionAt(routes: Routes, pathname: string): DirectAction | null {
  if (!Object.values(routes).some((route) => route && directActionOf(route))) return null
  const match = matchRoutes(treeOf(routes), pathname)?.at(-1)
  const action = match && directActionOf(routes[match.route.id]!)
  return action ? { action, params: match.params } : null
}

/**
 * Runs an action without Remix's router, whose way takes as long as a whole order. Where it leads somewhere else that
 * is the answer; null when there is a page to show: Remix makes it, from what the action said.
 */
export async function runDirectly({ action, params }: DirectAction, request: Request, context: AppLoadContext) {
  try {
    const returned = await action({ request, params, context })
    outcomes.set(context, { returned })
    return isRedirect(returned) ? returned : null
  } catch (thrown) {
    outcomes.set(context, { thrown })
    return isRedirect(thrown) ? thrown : null
  }
}

function directActionOf({ module }: NonNullable<Routes[string]>): Action | null {
  const isDirect = (module.handle as { isDirect?: boolean } | undefined)?.isDirect === true
  return isDirect && module.action ? module.action : null
}

/** To an address that needs no resolving. */
function isRedirect(answer: unknown): answer is Response {
  return (
    answer instanceof Response &&
    [301, 302, 303, 307, 308].includes(answer.status) &&
    /^(\/|https?:)/.test(answer.headers.get('Location') ?? '')
  )
}

function treeOf(routes: Routes, parentId?: string): { id: string }[] {
  return Object.values(routes).flatMap((route) => {
    if (!route || route.parentId !== parentId) return []
    const { id, path, index, caseSensitive } = route
    const rest = { ...(path === undefined ? {} : { path }), ...(caseSensitive === undefined ? {} : { caseSensitive }) }
    return [index ? { id, index, ...rest } : { id, ...rest, children: treeOf(routes, id) }]
  })
}
