// Makes elements of a document that it is given.

/** An element; a function among the attributes listens to the event of that name. Texts stay texts. */
export const maker = (page) => (tag, attributes, ...children) => {
  const element = page.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value !== false && value !== undefined) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children);
  return element;
};

/** A list to choose one value from. @param options pairs of a value and what it is called; @param change told the value */
export const selectOf = (make, options, change) => {
  const select = make('select', {autocomplete: 'off', change: () => change(select.value)});
  select.append(...options.map(([value, name]) => make('option', {value}, name)));
  return select;
};
