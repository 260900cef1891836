// Which periods came after the one of the page. A page is not written again when a period comes; one file of the site, which
// the program writes anew each time, lists them all.

/**
 * Newest first.
 * @param periods oldest first, each with its label and with the pages that it lacks or has anew beside the one before
 * @param own the period of the page
 * @param page the page below the folder of its period; a period that lacks it is entered at its first page
 */
export const newerPeriods = (periods, own, page) => {
  let exists = true;
  const found = [];
  for (const {period, label, gone, added} of periods) {
    if (period <= own) continue;
    exists = (exists || added.includes(page)) && !gone.includes(page);
    found.unshift({label, path: `${period}/${exists ? page : 'index.html'}`});
  }
  return found;
};
