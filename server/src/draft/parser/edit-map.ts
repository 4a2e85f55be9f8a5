import { EditMap } from 'micromark-util-edit-map';
import type { Event } from 'micromark-util-types';

/**
 * Makes micromark's `EditMap.consume` copy only the events after the first edit. Otherwise it copies all events for
 * each underlined heading, and for each line that ends a list or quotation. The result is the same.
 */
export function patchEditMap(): void {
  EditMap.prototype.consume = consume;
}

function consume(this: EditMap, events: Event[]): undefined {
  this.map.sort(([one], [other]) => one - other);
  const from = this.map[0]?.[0] ?? events.length;
  const behind = events.slice(from);
  events.length = Math.min(events.length, from);
  let done = 0;
  for (const [at, removed, added] of this.map) {
    while (done < at - from) events.push(behind[done++]!);
    for (const event of added) events.push(event);
    done = at - from + removed;
  }
  while (done < behind.length) events.push(behind[done++]!);
  this.map.length = 0;
  this.index.clear();
}
