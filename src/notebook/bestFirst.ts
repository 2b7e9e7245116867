import { groupText } from "../core/groupText.js";
import type { ScoreGroup } from "../core/scoreGroup.js";
import type { Ordered } from "./inOrder.js";

/** The fields that tell a score of models, and which of them is compared. */
interface Scored {
  readonly has: readonly string[];
  readonly value: string;
  readonly isHighBest?: boolean;
}

const kinds: readonly Scored[] = [
  { has: ["metric", "skill", "against", "gap"], value: "skill", isHighBest: true },
  { has: ["metric", "relative", "pairs"], value: "relative" },
  { has: ["metric", "adjusted", "tasks"], value: "adjusted" },
  { has: ["metric", "peer", "origins"], value: "peer", isHighBest: true },
  { has: ["metric", "mean", "infinite"], value: "mean" },
  { has: ["loss", "score", "mcb"], value: "score" },
];

/**
 * Scores of models, within a metric and a group the best first; metrics and groups in the order they came in. Of a bias and a
 * coverage the best is the one nearest to what it should be; a metric of a reader's own is taken for one whose least is best.
 * Undefined of what is no such score.
 */
export function bestFirst<Row extends object>(rows: readonly Row[]): Ordered<Row> | undefined {
  const scored = kinds.find(({ has }) => rows.length > 0 && rows.every((row) => has.every((field) => field in row)));
  if (scored === undefined) return undefined;
  const metrics = new Map<string, Map<string, Row[]>>();
  for (const row of rows) {
    const metric = textAt(row, "metric") || textAt(row, "loss");
    const groups = metrics.get(metric) ?? new Map<string, Row[]>();
    const group = groupOf(row);
    metrics.set(metric, groups.set(group, [...(groups.get(group) ?? []), row]));
  }
  const groups = [...metrics].flatMap(([metric, one]) => [...one.values()].map((all) => ({ metric, all })));
  const ordered = groups.flatMap(({ metric, all }) => sorted(all, aimOf(metric, scored), scored));
  if (groups.every(({ all }) => all.length === 1)) return { rows: ordered };
  const within = groups.length === 1 ? "" : groups.length === metrics.size ? " in each metric" : " in each group";
  const ways = new Set([...metrics.keys()].map((metric) => wayOf(metric, scored)));
  return { rows: ordered, order: `Best first${within}: ${[...ways].join(", ")}.` };
}

/** What it is of but the model; a skill is against one model. */
function groupOf(row: object): string {
  const { step, origin, target, asks, key } = { key: {}, ...row } as ScoreGroup;
  const group = {
    ...(step !== undefined && { step }),
    ...(origin !== undefined && { origin }),
    ...(target !== undefined && { target }),
    ...(asks !== undefined && { asks }),
  };
  return `${groupText({ ...group, key })} ${textAt(row, "against")}`;
}

/** What a metric's mean should be; undefined where the least or the most is best. */
function aimOf(metric: string, { value }: Scored): number | undefined {
  if (value !== "mean") return undefined;
  if (metric === "bias()") return 0;
  const level = /^coverage\((0?\.\d+)\)$/.exec(metric)?.[1];
  return level === undefined ? undefined : Number(level);
}

function wayOf(metric: string, scored: Scored): string {
  const aim = aimOf(metric, scored);
  if (aim !== undefined) return `of ${metric} the nearest to ${aim}`;
  return `the ${scored.isHighBest ? "highest" : "lowest"} ${names[scored.value] ?? scored.value}`;
}

/** What a reader sees above the column. */
const names: Readonly<Record<string, string>> = {
  adjusted: "over all tasks",
  peer: "lead over the others",
  relative: "relative score",
  score: "mean score",
};

function sorted<Row extends object>(
  all: readonly Row[],
  aim: number | undefined,
  { value, isHighBest }: Scored,
): Row[] {
  const badness = (row: Row): number => {
    const is: unknown = Reflect.get(row, value);
    if (typeof is !== "number") return Number.POSITIVE_INFINITY;
    return aim !== undefined ? Math.abs(is - aim) : isHighBest ? -is : is;
  };
  return all
    .map((row) => ({ row, by: badness(row) }))
    .sort((one, other) => (one.by === other.by ? 0 : one.by - other.by))
    .map(({ row }) => row);
}

function textAt(row: object, name: string): string {
  const value: unknown = Reflect.get(row, name);
  return typeof value === "string" ? value : "";
}
