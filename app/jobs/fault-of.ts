/** What a log may hold of a fault: databases repeat the values of a row in their messages, so those stay out. */
export function faultOf(error: unknown): { name: string; code?: string | undefined; stack?: string | undefined } {
  if (!(error instanceof Error)) return { name: 'unknown' }
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line))
  return { name: error.name, code: (error as NodeJS.ErrnoException).code, stack: frames?.join('\n') }
}
