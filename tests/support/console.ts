import { format } from 'node:util'

let written: string[] = []
let expected: (string | RegExp)[] = []

/** Says that this test writes such a thing with console.error or console.warn; it fails if it does not. */
export function expectConsoleError(pattern: string | RegExp = ''): void {
  expected.push(pattern)
}

let isWatched = false

/** From now on, what is written is remembered, once however many files ask. It stays visible unless it was expected. */
export function watchConsole(): void {
  if (isWatched) return
  isWatched = true
  for (const method of ['error', 'warn'] as const) {
    const write = console[method].bind(console)
    console[method] = (...args: unknown[]) => {
      const text = format(...args)
      written.push(text)
      if (!expected.some((pattern) => matches(text, pattern))) write(...args)
    }
  }
}

export function forgetConsole(): void {
  written = []
  expected = []
}

export function unexpectedOnConsole(): string[] {
  const surprises = written.filter((text) => !expected.some((pattern) => matches(text, pattern)))
  const missing = expected.filter((pattern) => !written.some((text) => matches(text, pattern)))
  return [
    ...surprises.map((text) => `Unexpected on the console (declare it with expectConsoleError): ${text}`),
    ...missing.map((pattern) => `Expected on the console but not written: ${pattern}`),
  ]
}

function matches(text: string, pattern: string | RegExp): boolean {
  return typeof pattern === 'string' ? text.includes(pattern) : pattern.test(text)
}
