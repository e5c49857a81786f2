/** How every command of ours runs Node. */
export const FLAGS: string[]
/** And how it runs what serves. */
export const SERVER_FLAGS: string[]
/** What the C library reads. */
export const SETTINGS: Record<string, string>
