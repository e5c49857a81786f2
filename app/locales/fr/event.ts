export const event = {}
