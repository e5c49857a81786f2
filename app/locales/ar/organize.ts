export const organize = {}
