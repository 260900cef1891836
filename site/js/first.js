// Before the first paint: the colours that the visitor chose on an earlier visit. Not a module; runs on every page.
(() => {
  try {
    const theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // Storage may be forbidden; then the system's choice of colours stands.
  }
})();
