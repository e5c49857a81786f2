/** How many applications a page of the list has. */
export const APPLICATIONS_PAGE = 50
