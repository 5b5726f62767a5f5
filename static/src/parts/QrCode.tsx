interface QrCodeProps {
  readonly svg: string;
  readonly label: string;
}

/** A link for a camera, dark on white in every theme. */
export function QrCode({ svg, label }: QrCodeProps) {
  return <div class="invite-qr" role="img" aria-label={label} dangerouslySetInnerHTML={{ __html: scalable(svg) }} />;
}

/** A drawing of a fixed size as one that fills its place. */
function scalable(svg: string): string {
  if (svg.includes("viewBox")) return svg;
  return svg.replace(/\bwidth="(\d+)" height="(\d+)"/, 'viewBox="0 0 $1 $2"');
}
