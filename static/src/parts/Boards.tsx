import { useDesk } from "./desk";
import { Told } from "./Told";

/** The workshop's boards, as links: each is a page of its own. */
export function Boards() {
  const { boot } = useDesk();
  return (
    <ul class="boards">
      {boot.boards.map(({ id, title, language, url }) => (
        <li key={id}>
          <a href={url} aria-current={id === boot.board.id ? "page" : undefined}>
            <Told text={title} language={language} />
          </a>
        </li>
      ))}
    </ul>
  );
}
