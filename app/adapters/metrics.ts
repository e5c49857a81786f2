import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Figures for Prometheus: counts and times, nothing about anybody. */
export interface Metrics {
  observeRequest(method: string, status: number, seconds: number): void
  /** Whether a way to pay can be used. */
  setGateway(method: string, isWorking: boolean): void
  /** The text that Prometheus reads, and its content type. */
  render(): Promise<{ text: string; type: string }>
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'plenary_http_request_seconds',
    help: 'Time from the first byte of a request to the last byte of its answer.',
    labelNames: ['method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  const working = new Gauge({
    name: 'plenary_gateway_working',
    help: '1 while a payment provider answers and accepts our key, 0 while it does not.',
    labelNames: ['method'],
    registers: [registry],
  })
  /** Looking for one by its labels costs more than counting. */
  const known = new Map<string, ReturnType<typeof requests.labels>>()
  return {
    setGateway: (method, isWorking) => working.set({ method }, isWorking ? 1 : 0),
    observeRequest(method, status, seconds) {
      const key = method + Math.floor(status / 100)
      const series = known.get(key) ?? requests.labels({ method, status: `${Math.floor(status / 100)}xx` })
      known.set(key, series)
      series.observe(seconds)
    },
    render: async () => ({ text: await registry.metrics(), type: registry.contentType }),
  }
}
