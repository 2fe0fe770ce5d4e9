import { dayInVietnam } from '../../vietnamese/official-date.ts';
import { standingOn } from '../timetable/period.ts';
import { standingWords, todayIn } from './timeline-words.ts';

/** Replaces the day of the build by the reader's day in Việt Nam's time: in words, standings and advice. */
class PlanTimeline extends HTMLElement {
  connectedCallback(): void {
    const today = dayInVietnam(new Date());
    const line = this.querySelector('[data-part="today"]');
    if (line) line.textContent = todayIn(today);
    for (const part of this.querySelectorAll<HTMLElement>('[data-standing]')) {
      const { from = '', before = '' } = part.dataset;
      const standing = standingOn(today, { from, before });
      if (standing === part.dataset['standing']) continue;
      part.dataset['standing'] = standing;
      if (part.textContent) part.textContent = standingWords[standing];
    }
    for (const advice of this.querySelectorAll<HTMLElement>('[data-at]')) {
      const { at, from = '', before = '' } = advice.dataset;
      advice.hidden = at !== standingOn(today, { from, before });
    }
  }
}

customElements.define('plan-timeline', PlanTimeline);
