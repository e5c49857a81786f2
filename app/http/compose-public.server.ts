import type { App } from './app.server.ts'
import type { KeptPlace } from './kept-places.ts'
import { WholeAnswer } from './whole-answer.server.ts'
import { fewAtATime } from '#app/values/few-at-a-time.ts'
import { ownTurn } from '#app/values/own-turn.ts'
import { whileAwaited } from '#app/values/rush.ts'
import { newToken } from '#app/values/secret.ts'

/** Browsers and caches may keep a page, and ask each time whether it still holds. */
const ASK_AGAIN = 'public, no-cache'

/** More would wait for the database together, and whoever only asks it whether a kept page still holds behind them all. */
const AT_ONCE = 10

/**
 * Makes the answers that are kept: the application is asked by nobody in particular, without cookie and address, in one
 * language, and leaves a hole where the key of a form belongs.
 * @param baseUrl of this installation
 */
export function composePublic(
  app: App,
  baseUrl: string,
): (place: KeptPlace, last: WholeAnswer | null) => Promise<WholeAnswer> {
  const { origin } = new URL(baseUrl)
  const inTurn = fewAtATime(AT_ONCE)
  return async ({ address, language, hasForm }, last) => {
    const made = async () => {
      await ownTurn()
      const hole = hasForm ? newToken() : null
      const headers: HeadersInit = language === null ? {} : { 'Accept-Language': language }
      const client = { address: '', ...(hole !== null && { formKey: hole }) }
      const response = await app(new Request(origin + address, { headers }), client)
      if (response.status === 200) {
        if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', ASK_AGAIN)
        if (language !== null) vary(response.headers, 'Accept-Language')
      }
      vary(response.headers, 'Accept-Encoding')
      return await WholeAnswer.of(response, { last, hole })
    }
    return await whileAwaited(() => inTurn(made))
  }
}

function vary(headers: Headers, name: string): void {
  if (!headers.get('Vary')?.toLowerCase().includes(name.toLowerCase())) headers.append('Vary', name)
}
