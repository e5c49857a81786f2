/** For how long a list can be given on, in hours. */
export const LINK_HOURS = [1, 24, 72, 168, 336] as const
