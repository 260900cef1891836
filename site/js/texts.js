// The texts of the page's language, from its file in data/languages: the program fills this module in when it writes a
// site. Empty as it stands, for tests outside a page, where a text is its key.
export const language = 'en';
export const texts = {};
