// Where tabs do not fit side by side they scroll.

const EDGE = 16;

/** Scrolls to the tab of this page. Done when the page was just laid out; at any other time it would be laid out once more. */
export const showTab = (list) => {
  const observer = new ResizeObserver(() => {
    observer.disconnect();
    const here = list.querySelector('[aria-current]')?.getBoundingClientRect();
    const around = list.getBoundingClientRect();
    if (here && (here.right > around.right || here.left < around.left)) list.scrollLeft += here.left - around.left - EDGE;
  });
  observer.observe(list);
};
