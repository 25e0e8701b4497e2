// The finished site, of which single files are wanted.
export async function site() {
  const page = new DOMParser().parseFromString(await (await fetch("/dist/index.html")).text(), "text/html");
  // Where the page says that something is.
  return (name) => new URL(`/dist/${page.querySelector(`meta[name="${name}"]`).content}`, location.href).href;
}
