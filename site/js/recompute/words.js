// What the script that recomputes a page says; the texts stand in data/languages, below `script: recompute`.
import {translate} from '../translate.js';

/** As every page writes figures, whatever its language. */
const grouped = (n) => n.toLocaleString('en');

const models = (n) => translate('models', {n});

export const words = {
  recomputing: (done, all) => (all === 0 ? translate('recompute.begins') : translate('recompute.at', {done, models: models(all)})),
  noSnapshot: translate('recompute.no-snapshot'),
  comparedWithSnapshot: (n, wrong) => (wrong === 0 ? translate('recompute.same', {n}) : translate('recompute.differ', {wrong, n})),
  recomputedFromLabels: ({checked, wrong, labels}, n) =>
    wrong.length === 0
      ? translate('recompute.follows', {checked: grouped(checked), labels: grouped(labels), models: models(n)})
      : translate('recompute.strays', {wrong: wrong.length, checked}),
  noLabels: translate('recompute.no-labels'),
  intact: (yes) => translate(yes ? 'recompute.intact' : 'recompute.broken'),
  differs: ({where, shown, found}) => translate('recompute.differs', {where, shown: shown ?? '–', found: found ?? '–'}),
};
