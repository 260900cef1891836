// Before the first paint: that there are scripts, so that the page keeps room for what they will add; whether the address asks
// for another view than the published one, which is shown when it is there; whether another page shows this one in a frame, which leaves out what stands around the table; and the colours that the visitor chose on an
// earlier visit. Not a module; runs on every page.
(() => {
  document.documentElement.classList.add('scripted');
  if (location.search !== '') document.documentElement.classList.add('arranging');
  if (new URLSearchParams(location.search).get('embed') === '1') document.documentElement.classList.add('embedded');
  try {
    const theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // Storage may be forbidden; then the system's choice of colours stands.
  }
})();
