// How like a model and a culture are, by several formulas: the arithmetic of scores.CultureFit (Java), in the browser.
import {centred, pearson, spearman} from '../weights/profile-fit.js';

/** The model's centred scores, each weighed by how far the culture puts the value above or below its own mean; in points. */
export const weighted = (model, culture) => {
  const m = centred(model);
  const c = centred(culture);
  const total = c.reduce((sum, value) => sum + Math.abs(value), 0);
  return total === 0 ? undefined : c.reduce((sum, value, i) => sum + value * m[i], 0) / total;
};

/** By name; the first is what pages are published with. */
export const FORMULAS = {spearman, pearson, weighted};

/** Numbers with spaces between them; null without any. */
export const vector = (text) => (text ? text.split(' ').map(Number) : null);

const TINTS = 10;

/** Which of eleven tints a figure has, where `most` has the darkest and its opposite the lightest. */
export const tint = (value, most) => {
  const step = Math.round((TINTS / 2) * (1 + Math.max(-1, Math.min(1, most > 0 ? value / most : 0))));
  return `heat-${String(step).padStart(2, '0')}`;
};
