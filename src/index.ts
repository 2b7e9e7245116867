export type { ConflictEvent } from "./core/event.js";
