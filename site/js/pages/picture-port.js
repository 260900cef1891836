// What pictures to take along need of the browser; see browser.js.

const saved = (name, blob) => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser reads the file after the click; a second is more than it takes to begin.
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};

const written = (svg) => new XMLSerializer().serializeToString(svg);

export const picturePort = {
  /** The text of a picture, with everything in it escaped. */
  written,

  /** What an element looks like, by the names of CSS. */
  style: (element) => getComputedStyle(element),
  paper: () => getComputedStyle(document.body).backgroundColor,
  address: () => location.href.replace(/#.*/, ''),
  saveText: (name, type, text) => saved(name, new Blob([text], {type})),
  saveSvg: (name, svg) => saved(name, new Blob([written(svg)], {type: 'image/svg+xml'})),

  /** @param scale pixels for a unit of the picture */
  async savePng(name, svg, {width, height}, scale) {
    const address = URL.createObjectURL(new Blob([written(svg)], {type: 'image/svg+xml'}));
    const image = new Image();
    image.src = address;
    await image.decode();
    URL.revokeObjectURL(address);
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [width * scale, height * scale];
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    saved(name, await new Promise((done) => canvas.toBlob(done, 'image/png')));
  },
};
