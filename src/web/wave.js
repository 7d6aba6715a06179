import WaveSurfer from 'wavesurfer.js';

const STEP = 5;
const LARGE_STEP = 30;
const LANE = 48;

/** The waveform, a lane a channel, and the slider that it is. */
export class Wave {
  #element;
  #player;
  #wave;

  constructor(element, player) {
    this.#element = element;
    this.#player = player;
    element.parentElement.hidden = false;
    this.#wave = this.#draw(JSON.parse(element.dataset.peaks));
    this.#wave.on('interaction', time => player.seek(time));
    element.addEventListener('keydown', event => this.#move(event));
    player.onChange(() => this.#tell());
  }

  #draw(peaks) {
    const lanes = () => peaks.map((_, lane) => this.#colours(lane));
    const wave = WaveSurfer.create({
      container: this.#element,
      media: this.#player.audio,
      peaks,
      duration: this.#player.duration,
      height: LANE,
      barWidth: 2,
      barGap: 1,
      barRadius: 1,
      barHeight: 0.88,
      maxPeak: Math.max(0.05, ...peaks.flat()),
      normalize: true,
      dragToSeek: true,
      cursorWidth: 2,
      hideScrollbar: true,
      splitChannels: lanes(),
      cursorColor: this.#colour('--ink'),
    });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () =>
      wave.setOptions({ splitChannels: lanes(), cursorColor: this.#colour('--ink') }));
    return wave;
  }

  #colours(lane) {
    const name = `--lane-${lane % 2}`;
    return { height: LANE, waveColor: this.#colour(`${name}-ahead`), progressColor: this.#colour(name) };
  }

  #colour(name) {
    return getComputedStyle(this.#element).getPropertyValue(name);
  }

  #move(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const { time, duration } = this.#player;
    const moves = {
      ArrowLeft: time - STEP,
      ArrowDown: time - STEP,
      ArrowRight: time + STEP,
      ArrowUp: time + STEP,
      PageDown: time - LARGE_STEP,
      PageUp: time + LARGE_STEP,
      Home: 0,
      End: duration,
    };
    if (event.key in moves) {
      this.#player.seek(moves[event.key]);
      event.preventDefault();
    } else if (event.key === ' ') {
      this.#player.toggle();
      event.preventDefault();
    }
  }

  #tell() {
    const { time, duration } = this.#player;
    if (!this.#player.isLoaded) {
      // there is nothing yet whose time the wave could follow
      this.#wave.setTime(time);
    }
    this.#element.setAttribute('aria-valuenow', Math.floor(time));
    this.#element.setAttribute('aria-valuetext', `${this.#player.text(time)} of ${this.#player.text(duration)}`);
  }
}
