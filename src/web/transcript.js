/** The turns of the transcript: each is played from on click, and the one that is heard is marked. */
export class Transcript {
  #turns;
  #player;
  #current = null;

  constructor(items, player) {
    this.#turns = Array.from(items, item => ({ item, start: Number(item.dataset.start) }));
    this.#player = player;
    this.#turns.forEach(turn => this.#open(turn));
    player.onChange(() => this.#follow());
  }

  /** The time becomes a button, so that it is reached by keyboard; a pointer may take the whole turn. */
  #open({ item, start }) {
    const time = item.querySelector('time');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = time.textContent;
    button.setAttribute('aria-label', `Play from ${time.textContent}`);
    time.replaceWith(button);
    item.addEventListener('click', () => {
      if (getSelection().isCollapsed) {
        this.#player.play();
        this.#player.seek(start);
      }
    });
  }

  #follow() {
    const { time, isPlaying } = this.#player;
    const isBegun = isPlaying || time > 0;
    const current = isBegun ? this.#turns.findLast(turn => turn.start <= time + 0.01) ?? null : null;
    if (current === this.#current) {
      return;
    }
    const wasInSight = this.#current === null || isInSight(this.#current.item);
    this.#current?.item.removeAttribute('aria-current');
    this.#current = current;
    current?.item.setAttribute('aria-current', 'true');
    // whoever has scrolled away reads something else
    if (current !== null && isPlaying && wasInSight) {
      current.item.scrollIntoView({ block: 'nearest' });
    }
  }
}

function isInSight(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
