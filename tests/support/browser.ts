import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const executable = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));

/** False where there is no Chromium; said once, so that a skipped test is not taken for a passed one. */
export const hasChromium = executable !== undefined;
if (!hasChromium) console.info('No Chromium here (apt-get install chromium, or set CHROMIUM): the page is not tested.');

export function openBrowser(): Promise<Browser> {
  compilePage();
  return chromium.launch({
    executablePath: executable ?? '',
    headless: true,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** A screenshot into the folder that git ignores. */
export async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync('artifacts/playground', { recursive: true });
  await page.screenshot({ path: `artifacts/playground/${name}.png` });
}

/** The page's scripts are served compiled: compiles them where a test run was not begun with a build. */
function compilePage(): void {
  const source = 'src/playground/page';
  const stale = readdirSync(source).some((name) => {
    const compiled = `dist/${source}/${name.replace(/\.ts$/u, '.js')}`;
    if (!name.endsWith('.ts')) return false;
    return !existsSync(compiled) || statSync(compiled).mtimeMs < statSync(`${source}/${name}`).mtimeMs;
  });
  if (!stale) return;
  execFileSync('npm', ['run', '-s', 'build'], { stdio: 'inherit' });
}
