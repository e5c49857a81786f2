/** A name of the DNS as it is configured: letters, digits and hyphens, labels of at most 63, 253 in all (RFC 1123, 2181). */
export function isZoneName(name: string): boolean {
  return name.length <= 253 && name.split('.').every((label) => /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/.test(label))
}

/** What was typed, as it is stored: in small letters, without the dot at the end. */
export function zoneNameOf(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase().replace(/\.$/, '')
}
