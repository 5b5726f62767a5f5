import type { Language } from "../board/items";
import { useDesk } from "./desk";

interface ToldProps {
  readonly text: string;
  /** Where it is another than the reader's: then it is marked, for the eye and for a voice. */
  readonly language?: Language | null | undefined;
}

/** What people called something, perhaps in another language than the reader's. */
export function Told({ text, language }: ToldProps) {
  const { say } = useDesk();
  if (!language) return <>{text}</>;
  return (
    <>
      <span lang={language}>{text}</span> <span class="tongue">{say(`tongue.${language}`)}</span>
    </>
  );
}
