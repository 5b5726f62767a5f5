import { Foot } from "../../parts/Foot";
import { TableView } from "./TableView";

export function TablePage() {
  return (
    <>
      <TableView />
      <Foot />
    </>
  );
}
