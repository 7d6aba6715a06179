/** Milliseconds for which the address that a browser was sent on to is good for sure. */
const GOOD_FOR = 45_000;

/** The page's audio element. It has loaded nothing until somebody plays it: a view is counted when the audio is asked for. */
export class Player {
  #audio;
  #listeners = [];
  #troubled = [];
  #wasGood = false;
  /** Where to go once there is audio: what a browser is told before, it may forget. */
  #wanted = null;
  /** Where the audio fails, the browser says that it is paused. */
  #isMeantToPlay = false;
  #askedAt = 0;

  constructor(audio, duration) {
    this.#audio = audio;
    this.duration = duration;
    for (const event of ['play', 'pause', 'ended', 'timeupdate', 'seeking', 'seeked', 'emptied']) {
      audio.addEventListener(event, () => this.#changed());
    }
    audio.addEventListener('play', () => { this.#isMeantToPlay = true; });
    audio.addEventListener('pause', () => { this.#isMeantToPlay &&= audio.error !== null; });
    audio.addEventListener('loadstart', () => { this.#askedAt = Date.now(); });
    audio.addEventListener('loadedmetadata', () => this.#begin());
    audio.addEventListener('playing', () => this.#good());
    audio.addEventListener('seeked', () => this.#good());
    audio.addEventListener('error', () => this.#failed());
  }

  get audio() {
    return this.#audio;
  }

  get isPlaying() {
    return !this.#audio.paused && !this.#audio.ended;
  }

  /** Seconds. */
  get time() {
    return this.#wanted ?? this.#audio.currentTime;
  }

  get isLoaded() {
    return this.#audio.readyState > HTMLMediaElement.HAVE_NOTHING;
  }

  onChange(listener) {
    this.#listeners.push(listener);
    listener();
  }

  onTrouble(listener) {
    this.#troubled.push(listener);
  }

  /** Has the page's own controls in place of the browser's. */
  takeOver() {
    this.#audio.controls = false;
    this.#audio.hidden = true;
  }

  toggle() {
    if (this.isPlaying) {
      this.#audio.pause();
    } else {
      this.play();
    }
  }

  play() {
    if (this.#isStale) {
      this.#askAnew(this.#audio.currentTime);
    }
    // what goes wrong is told by the event
    this.#audio.play().catch(() => {});
  }

  /** Goes to a second, or as near as there is one. */
  seek(time) {
    const wanted = Math.min(Math.max(time, 0), this.duration);
    if (this.#isStale) {
      const wasPlaying = this.isPlaying;
      this.#askAnew(wanted);
      if (wasPlaying) {
        this.play();
      }
    } else if (this.isLoaded) {
      this.#audio.currentTime = wanted;
    } else {
      this.#wanted = wanted;
    }
    this.#changed();
  }

  setRate(rate) {
    this.#audio.defaultPlaybackRate = rate;
    this.#audio.playbackRate = rate;
  }

  /** A time as 1:02:03 or 2:03. */
  text(time) {
    const seconds = Math.floor(time);
    const two = number => String(number).padStart(2, '0');
    const minutes = Math.floor(seconds / 60) % 60;
    return this.duration < 3600
      ? `${minutes}:${two(seconds % 60)}`
      : `${Math.floor(seconds / 3600)}:${two(minutes)}:${two(seconds % 60)}`;
  }

  #begin() {
    if (this.#wanted !== null) {
      this.#audio.currentTime = this.#wanted;
      this.#wanted = null;
    }
  }

  #good() {
    this.#wasGood = true;
    this.#troubled.forEach(listener => listener(false));
  }

  /** A browser keeps to the address it was sent on to, which is good for a minute: the page's own is asked again, once in a row. */
  #failed() {
    if (!this.#wasGood) {
      this.#troubled.forEach(listener => listener(true));
      return;
    }
    this.#wasGood = false;
    const wasMeantToPlay = this.#isMeantToPlay;
    this.#askAnew(this.#audio.currentTime);
    if (wasMeantToPlay) {
      this.play();
    }
  }

  /** Whether what is not there yet could not be had any more: a browser tries its old address for half a minute before it says so. */
  get #isStale() {
    return this.isLoaded && Date.now() - this.#askedAt > GOOD_FOR;
  }

  #askAnew(time) {
    this.#wanted = time;
    this.#audio.load();
  }

  #changed() {
    this.#listeners.forEach(listener => listener());
  }
}
