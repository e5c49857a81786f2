/** The problem of an imported row that somebody else changed since it was taken away: done only if somebody says so. */
export const CONFLICT = 'run.problem.conflict'
