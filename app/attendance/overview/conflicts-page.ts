/** How many conflicts a page has. */
export const CONFLICTS_PAGE = 25
