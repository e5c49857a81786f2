/** How many downloads a page of them shows. */
export const DOWNLOADS_PAGE = 50
