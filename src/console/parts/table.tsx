import type { Child } from 'hono/jsx';

/** A table with a caption; on a phone it scrolls in its own box, which must be reachable by keyboard. */
export const Table = (props: {
  readonly caption: string;
  readonly head: readonly string[];
  readonly children: Child;
}) => (
  <section class="scroll" aria-label={props.caption} tabindex={0}>
    <table>
      <caption>{props.caption}</caption>
      <thead>
        <tr>
          {props.head.map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </table>
  </section>
);

/** Names and values under each other. */
export const Facts = ({ facts }: { readonly facts: readonly (readonly [string, Child])[] }) => (
  <dl class="facts">
    {facts.map(([name, value]) => (
      <div>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
