/**
 * Partition keys of the registry table under which lists are recorded. The steps that read what others send reach nothing else
 * of the table: no person, no account.
 */
export const LIST_ITEMS: readonly string[] = ['LIST#', 'LISTS#', 'LISTCONTENT#'];
