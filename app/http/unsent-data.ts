import { data, type ServerBuild } from '@remix-run/node'

type Routes = ServerBuild['routes']
type Route = NonNullable<Routes[string]>

/** Where a stub has the data. The build of the pages has a copy of this module of its own, and the same symbol. */
const BEHIND = Symbol.for('plenary.data')

/**
 * The routes as Remix is given them: what the loaders and actions of pages return is a stub. Remix writes it all down
 * for a script that no page of ours has, which takes as long as reading it in the first place.
 */
export function withUnsentData(routes: Routes): Routes {
  return Object.fromEntries(Object.entries(routes).map(([id, route]) => [id, route && unsent(route)]))
}

/** The data behind the stubs of a page, to be rendered. */
export function renderedData<Data>(all: Record<string, Data>): Record<string, Data> {
  return Object.fromEntries(Object.entries(all).map(([id, one]) => [id, (behind(one) ?? one) as Data]))
}

function behind(one: unknown): unknown {
  return typeof one === 'object' && one !== null ? Reflect.get(one, BEHIND) : undefined
}

function unsent(route: Route): Route {
  const { module } = route
  if (!module.default) return route
  const { loader, action } = module
  return {
    ...route,
    module: {
      ...module,
      ...(loader && { loader: async (args) => stubFor(await loader(args)) }),
      ...(action && { action: async (args) => stubFor(await action(args)) }),
    },
  }
}

function stubFor<Answer>(answer: Answer): Answer | object {
  if (typeof answer !== 'object' || answer === null || isAnswer(answer)) return answer
  if (isWithInit(answer)) return data(stubFor(answer.data), answer.init ?? undefined)
  // Under a symbol, which whoever writes down an object passes over.
  return { [BEHIND]: answer }
}

/** Whether it is an answer by itself, by what it has, as Remix looks at it. */
function isAnswer(answer: object): boolean {
  return 'status' in answer && 'headers' in answer && 'body' in answer
}

/** Whether it is data with a status or headers of its own, which Remix looks for. */
function isWithInit(answer: object): answer is ReturnType<typeof data<unknown>> {
  return 'type' in answer && answer.type === 'DataWithResponseInit'
}
