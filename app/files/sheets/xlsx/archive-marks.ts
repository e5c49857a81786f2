/** What stands in a ZIP archive (APPNOTE 6.3) before the end of the directory, a place in it, a file, and what follows one. */
export const END = 0x06054b50
export const ENTRY = 0x02014b50
export const LOCAL = 0x04034b50
export const AFTER = 0x08074b50
export const DEFLATED = 8
