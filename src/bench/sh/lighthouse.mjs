// Lighthouse over a built site: serves it from this machine with gzip, visits one page of each kind with the desktop and
// the mobile profile, and prints a table, with the milliseconds of blocking time last: node src/bench/sh/lighthouse.mjs SITE FOLDER CHROMIUM [PAGES], where
// `npm install lighthouse@12.8.2` ran in FOLDER.
import {createServer} from 'node:http';
import {createRequire} from 'node:module';
import {existsSync, readFileSync, readdirSync, statSync} from 'node:fs';
import {extname, join, normalize} from 'node:path';
import {pathToFileURL} from 'node:url';
import {gzipSync} from 'node:zlib';

const [site, tools, chromium, only] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(createRequire(join(tools, 'package.json')).resolve(name)).href);
const {default: lighthouse, desktopConfig} = await load('lighthouse');
const {launch} = await load('chrome-launcher');

const TYPES = {'.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.json': 'application/json', '.txt': 'text/plain', '.xml': 'application/xml'};
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

/** As GitHub Pages serves: compressed, kept for ten minutes. */
const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  const file = normalize(join(site, path.endsWith('/') ? `${path}index.html` : path));
  if (!file.startsWith(normalize(site)) || !existsSync(file) || statSync(file).isDirectory()) {
    response.writeHead(404).end();
    return;
  }
  const type = TYPES[extname(file)];
  const bytes = readFileSync(file);
  response.writeHead(200, {
    'Content-Type': type ?? 'application/octet-stream',
    'Cache-Control': 'max-age=600',
    ...(type ? {'Content-Encoding': 'gzip'} : {}),
  });
  response.end(type ? gzipSync(bytes) : bytes);
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const origin = `http://127.0.0.1:${server.address().port}/`;

const period = readdirSync(site).filter((name) => /^\d{4}-\d{2}$/.test(name)).sort().at(-1);
const first = (folder) => readdirSync(join(site, folder)).filter((name) => !name.includes('.')).sort()[0];
const pages = {
  leaderboard: 'index.html',
  model: `${period}/models/${first(`${period}/models`)}/index.html`,
  compare: `${period}/compare/index.html`,
  cultures: `${period}/cultures/index.html`,
  items: `${period}/items/index.html`,
  findings: `${period}/findings/index.html`,
};

const chrome = await launch({chromePath: chromium, chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu']});
const failed = [];
try {
  console.log(`| page | profile | ${CATEGORIES.join(' | ')} | blocking |\n|---|---|---|---|---|---|---|`);
  for (const [name, path] of Object.entries(pages)) {
    if (only && !only.split(',').includes(name)) continue;
    for (const [profile, config] of [['desktop', desktopConfig], ['mobile', undefined]]) {
      const {lhr} = await lighthouse(origin + path, {port: chrome.port, logLevel: 'error', onlyCategories: CATEGORIES}, config);
      const scores = CATEGORIES.map((id) => Math.round((lhr.categories[id].score ?? 0) * 100));
      const blocking = Math.round(lhr.audits['total-blocking-time'].numericValue);
      console.log(`| ${name} | ${profile} | ${scores.join(' | ')} | ${blocking} |`);
      for (const id of CATEGORIES) {
        for (const {id: audit, weight} of lhr.categories[id].auditRefs) {
          const {score, title, displayValue = '', details} = lhr.audits[audit];
          if (weight > 0 && score !== null && score < (id === 'performance' ? 0.95 : 1)) {
            failed.push(`${name} ${profile}: ${audit}: ${title} ${displayValue} ${(details?.items ?? []).slice(0, 4).map((item) => item.node?.snippet ?? item.description ?? item.source ?? '').join(' ; ')}`);
          }
        }
      }
    }
  }
} finally {
  await chrome.kill();
  server.close();
}
for (const line of failed) console.log(line);
