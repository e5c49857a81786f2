import type { LoaderFunctionArgs } from '@remix-run/node'
import { NOT_NOW } from './answers.ts'
import { handleError } from './error-log.server.ts'
import { type Feed, feedAnswer } from './feed-answer.server.ts'

/**
 * The loader of a feed. Programs empty calendars over answers that people would understand, so there are four only: the
 * whole feed, 404 where there is none (null), 410 where there was one that its owner ended, and for whatever goes wrong
 * 503 without a word, which every program takes as “keep what you have”.
 */
export function feedLoader(find: (args: LoaderFunctionArgs) => Promise<Feed | 'gone' | null>) {
  return async (args: LoaderFunctionArgs): Promise<Response> => {
    try {
      const feed = await find(args)
      if (feed === 'gone') return refusal(410, 'This calendar was ended by its owner.')
      return feed ? feedAnswer(args.request, args.context, feed) : refusal(404, 'There is no such calendar.')
    } catch (error) {
      if (error instanceof Response && error.status === 404) return refusal(404, 'There is no such calendar.')
      handleError(error, args)
      return new Response(null, { status: 503, headers: NOT_NOW })
    }
  }
}

function refusal(status: number, text: string): Response {
  return new Response(`${text}\n`, { status, headers: REFUSAL })
}

const REFUSAL = {
  'Content-Type': 'text/plain; charset=utf-8',
  'Cache-Control': 'no-store',
  Vary: 'Accept-Encoding',
  'X-Robots-Tag': 'noindex',
}
