import { Player } from './player.js';
import { Transcript } from './transcript.js';
import { Wave } from './wave.js';

const find = selector => document.querySelector(selector);

const player = new Player(find('audio'), Number(find('.wave').dataset.duration));
new Wave(find('.wave'), player);
showControls(find('.controls'), player);
showTrouble(find('.trouble'), player);
new Transcript(document.querySelectorAll('.transcript li'), player);
document.querySelectorAll('.facts time').forEach(showInOwnZone);

function showControls(controls, player) {
  const play = controls.querySelector('.play');
  const now = controls.querySelector('.now');
  const rate = controls.querySelector('select');
  play.addEventListener('click', () => player.toggle());
  rate.addEventListener('change', () => player.setRate(Number(rate.value)));
  player.onChange(() => {
    play.setAttribute('aria-label', player.isPlaying ? 'Pause' : 'Play');
    play.classList.toggle('playing', player.isPlaying);
    now.textContent = player.text(player.time);
  });
  player.takeOver();
  controls.hidden = false;
}

function showTrouble(place, player) {
  player.onTrouble(isTrouble => {
    place.textContent = isTrouble ? 'The audio cannot be played. Reload the page to try again.' : '';
  });
}

/** The server cannot know where the listener is; what it wrote is in UTC. */
function showInOwnZone(time) {
  time.textContent = new Date(time.dateTime).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });
}
