/** Text that keeps its own direction inside a sentence of any other (FSI … PDI): what `bdi` is where markup cannot go. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`
}
