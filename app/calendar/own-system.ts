export const SYSTEMS = ['android', 'ios', 'mac', 'windows', 'linux', 'web'] as const

/** What a reader's calendar runs on; `web` is any of them, in a browser. */
export type System = (typeof SYSTEMS)[number]

/** In this order: Android says that it is Linux as well, and iPhones that they are like a Mac. */
const SIGNS: [RegExp, System][] = [
  [/\bAndroid\b/, 'android'],
  [/\b(iPhone|iPad|iPod)\b/, 'ios'],
  [/\bMacintosh\b|\bMac OS X\b/, 'mac'],
  [/\bWindows\b/, 'windows'],
  [/\bCrOS\b/, 'web'],
  [/\bLinux\b|\bX11\b|\bFreeBSD\b/, 'linux'],
]

/** The system that a browser says it runs on. An iPad says that it is a Mac. */
export function ownSystem(userAgent: string | null): System {
  return SIGNS.find(([sign]) => sign.test(userAgent ?? ''))?.[1] ?? 'web'
}

/** All systems, the reader's own first; after a Mac what may be an iPad. */
export function systemsFrom(own: System): System[] {
  const next: System[] = own === 'mac' ? ['mac', 'ios'] : [own]
  return [...new Set([...next, ...SYSTEMS])]
}
