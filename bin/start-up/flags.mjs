/** How every command of ours runs Node. */
export const FLAGS = ['--disable-warning=ExperimentalWarning']

/** And how it runs what serves, which is to stay small for months. */
export const SERVER_FLAGS = [
  ...FLAGS,
  // A small nursery: some 80 MB less in a rush, for a sixth of its registrations.
  '--max-semi-space-size=4',
  // Garbage is collected when there is nearly half as much again as was in use, not four times: 100 MB less in a rush.
  '--heap-growing-percent=40',
  // For `server/collect-at-rest.ts`.
  '--expose-gc',
]

/** What the C library reads: its threads share two heaps, so that less of what was given back stays with us. Some 5 MB. */
export const SETTINGS = { MALLOC_ARENA_MAX: '2' }
