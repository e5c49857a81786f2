import { remembered } from '#app/values/remembered.ts'

/** The origin of BASE_URL, which every request is held against. */
export const originOf = remembered((baseUrl) => new URL(baseUrl).origin)
