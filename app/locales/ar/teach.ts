export const teach = {}
