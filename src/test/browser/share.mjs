// What somebody does with the page of a shared link, in a real browser: node share.mjs NAME PAGES STORAGE SCREENSHOTS DETAILS…
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const [name, pages, storage, screenshots, ...details] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
const EVERY_PAGE = ['open', 'silent', 'long', 'locked', 'gone'];
/** Their status is told in the console too. */
const OF_NO_GOOD_STATUS = ['locked', 'gone'].map(which => `${pages}/s/${which}`);

const shown = async page => Number(await page.getByRole('slider').getAttribute('aria-valuenow'));
const isPlaying = page => page.evaluate(() => !document.querySelector('audio').paused);
const current = page => page.locator('.transcript li[aria-current]');

function awaitTime(page, from, to = Infinity) {
  const isThere = ([first, last]) => {
    const { currentTime, seeking, readyState } = document.querySelector('audio');
    return currentTime >= first && currentTime <= last && !seeking && readyState > 1;
  };
  return page.waitForFunction(isThere, [from, to]);
}

function isTrouble(message) {
  return ['error', 'warning'].includes(message.type()) && !OF_NO_GOOD_STATUS.includes(message.location().url);
}

const deeds = {
  async plays({ page, seen }) {
    await page.goto(`${pages}/s/open`);
    await page.getByRole('slider').waitFor();
    assert.deepEqual(seen.filter(url => url.includes('audio')), [], 'audio is asked for before anybody plays it');

    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await awaitTime(page, 1.1);
    await page.locator('.now').getByText(/^0:0[1-9]$/).waitFor();
    await page.getByText('Available until 8 March 2026 at 10:05').waitFor();
    await page.getByRole('button', { name: 'Pause' }).click();
    assert.equal(await isPlaying(page), false);
    assert.ok(seen.some(url => url.startsWith(storage)), 'the audio comes from the storage');
  },

  async seeksOnTheWave({ page, seen }) {
    await page.goto(`${pages}/s/open`);
    const wave = page.getByRole('slider');
    const { width } = await wave.boundingBox();
    await wave.click({ position: { x: width / 2, y: 20 } });
    assert.ok(Math.abs(await shown(page) - 30) < 2, `at ${await shown(page)} s`);
    assert.match(await page.locator('.now').textContent(), /^0:(29|30)$/);
    assert.match(await wave.getAttribute('aria-valuetext'), /^0:(29|30) of 1:00$/);
    assert.deepEqual(seen.filter(url => url.includes('audio')), [], 'audio is asked for before anybody plays it');

    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await awaitTime(page, 29.9, 40);
    await wave.click({ position: { x: width / 4, y: 70 } });
    await awaitTime(page, 14, 25);
    assert.equal(await isPlaying(page), true);
  },

  async drawsALaneForEachChannel({ page }) {
    await page.goto(`${pages}/s/open`);
    await page.getByRole('slider').waitFor();
    const lanes = page.locator('.wave .canvases > div');
    await lanes.nth(1).locator('canvas').first().waitFor();
    assert.equal(await lanes.count(), 2);
    assert.deepEqual(await page.locator('.lanes li').allTextContents(), ['Agent', 'Customer']);
    const drawn = await lanes.evaluateAll(all => all.map(lane => {
      const canvas = lane.querySelector('canvas');
      const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
      return pixels.filter((value, index) => index % 4 === 3 && value > 0).length / (pixels.length / 4);
    }));
    drawn.forEach(part => assert.ok(part > 0.05 && part < 0.9, `${part} of a lane is drawn`));
  },

  async followsTheTranscript({ page }) {
    await page.goto(`${pages}/s/open`);
    await page.getByText('Oh. And what does that mean').first().click();
    await awaitTime(page, 15.1, 19);
    assert.equal(await isPlaying(page), true);
    await current(page).getByText('Oh. And what does that mean').waitFor();

    await page.evaluate(() => { document.querySelector('audio').currentTime = 40.5; });
    await current(page).getByRole('button', { name: 'Play from 0:40' }).waitFor();
    assert.equal(await current(page).count(), 1);
    await page.waitForFunction(() => {
      const { top, bottom } = document.querySelector('[aria-current]').getBoundingClientRect();
      return top > document.querySelector('.player').getBoundingClientRect().bottom && bottom <= innerHeight;
    });
  },

  async worksByKeyboardAlone({ page }) {
    await page.goto(`${pages}/s/open`);
    await page.getByRole('slider').waitFor();
    const press = key => page.keyboard.press(key);
    const tab = async role => {
      await press('Tab');
      const focused = page.locator(':focus');
      assert.equal(await focused.evaluate(element => getComputedStyle(element).outlineStyle), 'solid', `focus on ${role}`);
      return focused;
    };

    assert.equal(await (await tab('wave')).getAttribute('role'), 'slider');
    for (const [key, second] of [['ArrowRight', 5], ['PageUp', 35], ['ArrowLeft', 30], ['PageDown', 0], ['End', 60], ['Home', 0]]) {
      await press(key);
      assert.equal(await shown(page), second, key);
    }
    await press('ArrowUp');
    await press(' ');
    await awaitTime(page, 5.2);
    await press(' ');
    assert.equal(await isPlaying(page), false);

    assert.equal(await (await tab('play')).getAttribute('aria-label'), 'Play');
    await press('Enter');
    await page.getByRole('button', { name: 'Pause' }).waitFor();

    await tab('speed');
    await press('ArrowDown');
    assert.equal(await page.evaluate(() => document.querySelector('audio').playbackRate), 1.25);

    assert.equal(await (await tab('download')).getAttribute('href'), '/download');
    assert.equal(await (await tab('first turn')).getAttribute('aria-label'), 'Play from 0:00');
    await tab('second turn');
    await tab('third turn');
    await press('Enter');
    await awaitTime(page, 10.1, 15);
  },

  async asksForThePassword({ page }) {
    await page.goto(`${pages}/s/locked`);
    assert.equal(await page.locator('#error').count(), 0);
    await page.getByLabel('Password').fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByText('That password is wrong.').waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), 'password');
    assert.match(await page.getByLabel('Password').getAttribute('aria-describedby'), /^error /);

    await page.getByLabel('Password').fill('right & proper');
    await page.getByRole('button', { name: 'Open the recording' }).click();
    await page.getByRole('slider').waitFor();
    assert.equal(page.url(), `${pages}/s/locked`);
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await awaitTime(page, 0.2);
  },

  async saysSorry({ page }) {
    const answer = await page.goto(`${pages}/s/gone`);
    assert.equal(answer.status(), 410);
    assert.equal(await page.locator('body').innerText(), 'This recording was deleted.');
  },

  async fitsANarrowScreen({ page }) {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const which of EVERY_PAGE) {
      await page.goto(`${pages}/s/${which}`);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= 320, `${which} is ${width} wide`);
    }
    await page.goto(`${pages}/s/open`);
    await page.getByRole('slider').waitFor();
    const play = await page.getByRole('button', { name: 'Play', exact: true }).boundingBox();
    assert.ok(play.width >= 44 && play.height >= 44, 'a thumb finds it');
    await page.getByText('Oh. And what does that mean').first().click();
    await awaitTime(page, 15.1);
    assert.equal(await current(page).evaluate(turn => turn.getBoundingClientRect().bottom <= innerHeight), true);
    await page.screenshot({ path: `${screenshots}/narrow.png` });
  },

  async hasNothingThatAxeFinds({ page }) {
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      for (const which of EVERY_PAGE) {
        await page.goto(`${pages}/s/${which}`);
        await requireAccessible(page, `${which}, ${colorScheme}`);
      }
      await page.goto(`${pages}/s/locked`);
      await page.getByLabel('Password').fill('wrong');
      await page.keyboard.press('Enter');
      await page.getByText('That password is wrong.').waitFor();
      await requireAccessible(page, `wrong password, ${colorScheme}`);
      await page.screenshot({ path: `${screenshots}/locked-${colorScheme}.png` });

      await page.goto(`${pages}/s/open`);
      await page.getByText('Oh. And what does that mean').first().click();
      await awaitTime(page, 16);
      await page.getByRole('button', { name: 'Pause' }).click();
      await requireAccessible(page, `playing, ${colorScheme}`);
      await page.screenshot({ path: `${screenshots}/open-${colorScheme}.png` });
    }
  },

  async goesOnWhenTheAddressOfTheAudioIsOver({ page, troubles }) {
    await page.goto(`${pages}/s/open`);
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await awaitTime(page, 0.5);
    await page.getByRole('slider').focus();

    // while it plays, and while it does not
    await page.request.get(`${pages}/expire`);
    await page.keyboard.press('PageUp');
    await awaitTime(page, 30.2, 40);
    assert.equal(await isPlaying(page), true);
    await page.keyboard.press(' ');
    for (const [key, second] of [['End', 60], ['PageDown', 30]]) {
      await page.request.get(`${pages}/expire`);
      await page.keyboard.press(key);
      await awaitTime(page, second - 0.1, second + 0.1);
    }
    assert.equal(await isPlaying(page), false);
    await page.keyboard.press(' ');
    await awaitTime(page, 30.2, 40);
    assert.equal(await page.locator('.trouble').textContent(), '');
    // of those that are over the browser tells by itself
    troubles.splice(0, Infinity, ...troubles.filter(trouble => !trouble.includes('403')));
  },

  async asksForTheAudioAnewAfterAPause({ page, seen }) {
    const asked = () => seen.filter(url => url.startsWith(pages) && url.includes('audio')).length;
    await page.clock.install();
    await page.goto(`${pages}/s/open`);
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await awaitTime(page, 0.3);
    await page.getByRole('button', { name: 'Pause' }).click();
    const before = asked();

    await page.clock.fastForward('01:10');
    await page.getByRole('slider').focus();
    await page.keyboard.press('PageUp');
    await awaitTime(page, 30, 40);
    assert.equal(asked(), before + 1);
    await page.clock.fastForward('01:10');
    await page.keyboard.press(' ');
    await awaitTime(page, 30.3, 45);
    assert.equal(asked(), before + 2);
  },

  /** A link that the API has made, with the password that it has. */
  async opensARealShare({ page, seen, troubles }) {
    const [link, password] = details;
    await page.goto(link);
    await page.getByLabel('Password').fill(password);
    await page.keyboard.press('Enter');
    await page.getByText('thank you for calling').first().waitFor();
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await awaitTime(page, 0.5);
    assert.ok(seen.some(url => url.startsWith(storage)), 'the audio comes from the storage');
    await page.screenshot({ path: `${screenshots}/real.png` });
    // that a password is wanted is told in the console too
    troubles.splice(0, Infinity, ...troubles.filter(trouble => !trouble.includes('401')));
  },

  async saysThatTheAudioCannotBePlayed({ page, troubles }) {
    await page.goto(`${pages}/s/broken`);
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.getByRole('status').getByText('The audio cannot be played.').waitFor();
    troubles.splice(0, Infinity, ...troubles.filter(trouble => !trouble.includes('404')));
  },
};

const withoutScript = {
  async isCompleteWithoutAScript({ page }) {
    await page.goto(`${pages}/s/open`);
    const audio = page.locator('audio');
    assert.equal(await audio.isVisible(), true);
    assert.notEqual(await audio.getAttribute('controls'), null);
    assert.equal(await page.getByText('Oh. And what does that mean').first().isVisible(), true);
    assert.equal(await page.getByRole('link', { name: 'Download' }).isVisible(), true);
    assert.equal(await page.locator('button').isVisible(), false);
  },
};

async function requireAccessible(page, where) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run());
  const found = violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map(node => node.html.slice(0, 200))}`);
  assert.deepEqual(found, [], where);
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: process.getuid() === 0 ? ['--no-sandbox'] : [],
});
try {
  const context = await browser.newContext({
    javaScriptEnabled: name in deeds,
    viewport: { width: 1000, height: 800 },
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const seen = [];
  const troubles = [];
  page.on('request', request => seen.push(request.url()));
  page.on('console', message => isTrouble(message) && troubles.push(message.text()));
  page.on('pageerror', error => troubles.push(error.stack));

  await { ...deeds, ...withoutScript }[name]({ page, seen, troubles });

  assert.deepEqual(seen.filter(url => !url.startsWith(pages) && !url.startsWith(storage)), [], 'requests to others');
  assert.deepEqual(troubles, [], 'what the console says');
  assert.deepEqual(await context.cookies(), [], 'cookies');
} finally {
  await browser.close();
}
