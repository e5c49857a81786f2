import type { Clock } from './clock.ts'
import type { Logger } from './log.ts'
import type { Metrics } from './metrics.ts'
import type { GatewayStanding, PaymentGateway } from '#app/payments/gateway.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'

/** Silent so often in a row, it counts as down; then somebody may try it again after a while. */
const SILENCES = 3
const DOWN_MINUTES = 1
const REFUSED_MINUTES = 5

/**
 * Keeps an eye on a provider: one that does not answer, or does not know us any more, is not offered to the next
 * person while there is another way. An operator hears of it once by log and all the time by `plenary_gateway_working`.
 */
export function watchedGateway(
  gateway: PaymentGateway,
  { clock, log, metrics }: { clock: Clock; log: Logger; metrics: Metrics },
): PaymentGateway {
  const { method } = gateway
  let standing: GatewayStanding = 'working'
  let until: Instant = ''
  let silences = 0
  metrics.setGateway(method, true)

  function become(next: GatewayStanding, minutes = 0): void {
    if (next !== standing) {
      if (next === 'refused') log.error({ method }, 'the payment provider does not accept our key or our account')
      if (next === 'down') log.error({ method }, 'the payment provider is down')
      if (next === 'working') log.info({ method }, 'the payment provider works again')
    }
    standing = next
    until = addMinutes(clock.now(), minutes)
    metrics.setGateway(method, next === 'working')
  }

  function heard(isSilent: boolean): void {
    silences = isSilent ? silences + 1 : 0
    if (silences >= SILENCES) become('down', DOWN_MINUTES)
    else if (!isSilent && standing !== 'working') become('working')
  }

  return {
    ...gateway,
    standing: () => (standing === 'working' || until <= clock.now() ? 'working' : standing),
    async start(attempt, details) {
      const started = await gateway.start(attempt, details)
      if (started.kind === 'refused' && started.reason === 'locked-out') become('refused', REFUSED_MINUTES)
      else heard(started.kind === 'unknown' || (started.kind === 'refused' && started.reason === 'unavailable'))
      return started
    },
    async fetchState(attempt) {
      const answer = await gateway.fetchState(attempt)
      if (standing !== 'refused') heard(answer.state === 'unknown')
      return answer
    },
  }
}
