import { EVENT_ID, type Event } from 'js-yaml';

/**
 * The events of a part of a text as those of the whole, in which the part begins at `by`. Not to be trusted any more
 * is that a scalar is `fast` to read: lines of the part may have been joined.
 */
export function moveEvents(events: readonly Event[], by: number): readonly Event[] {
  const moved = (offset: number) => (offset < 0 ? offset : offset + by);
  return events.map(event => {
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
      case EVENT_ID.POP:
        return event;
      case EVENT_ID.ALIAS:
        return { ...event, anchorStart: moved(event.anchorStart), anchorEnd: moved(event.anchorEnd) };
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE:
        return { ...event, ...movedProperties(event, moved), start: moved(event.start) };
      case EVENT_ID.SCALAR:
        return {
          ...event,
          ...movedProperties(event, moved),
          valueStart: moved(event.valueStart),
          valueEnd: moved(event.valueEnd),
          fast: false,
        };
      default:
        return event satisfies never;
    }
  });
}

interface Properties {
  readonly anchorStart: number;
  readonly anchorEnd: number;
  readonly tagStart: number;
  readonly tagEnd: number;
}

function movedProperties(event: Properties, moved: (offset: number) => number): Properties {
  return {
    anchorStart: moved(event.anchorStart),
    anchorEnd: moved(event.anchorEnd),
    tagStart: moved(event.tagStart),
    tagEnd: moved(event.tagEnd),
  };
}
