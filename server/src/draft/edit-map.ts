import { EditMap } from 'micromark-util-edit-map';
import type { Event } from 'micromark-util-types';

/**
 * micromark copies all that it has found so far for each underlined heading, and for each line that ends a list or a
 * quotation, though it changes the end alone. This comes to the same, and copies what stands behind the first change.
 */
export function changeEndsAlone(): void {
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
