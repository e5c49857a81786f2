const HERE = 'http://here.invalid'

/**
 * An address of ours to lead back to, or '/me'. What a browser could read as another site is none of ours:
 * `//evil`, `/\evil`, addresses with control characters or white space, and what becomes one when its dots are resolved.
 */
export function localPath(typed: string | null | undefined): string {
  if (!typed || typed.length > 500 || !typed.startsWith('/') || /[\s\p{Cc}\\]/u.test(typed)) return '/me'
  if (!URL.canParse(typed, HERE)) return '/me'
  const { origin, pathname, search } = new URL(typed, HERE)
  if (origin !== HERE || pathname.startsWith('//') || /^\/(signin|signout)(\/|$)/.test(pathname)) return '/me'
  return pathname + search
}
