/* Measurements of a page, for the browser tests. Each returns a list of faults, in words. */
(() => {
  const say = (element) => {
    const name = element.tagName.toLowerCase() + (element.id ? `#${element.id}` : "") +
      (element.classList.length ? `.${[...element.classList].join(".")}` : "");
    return `${name} «${(element.textContent || "").trim().replace(/\s+/g, " ").slice(0, 40)}»`;
  };
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true }) &&
    element.getBoundingClientRect().width > 0;
  const shownTexts = () => [...document.querySelectorAll("svg text")]
    .filter((text) => text.textContent.trim() && isShown(text));

  /* What sticks out of the window without a scrolling box of its own around it. */
  const overflow = () => {
    const limit = document.documentElement.clientWidth;
    const isBoxed = (element) => {
      for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
        if (getComputedStyle(box).overflowX !== "visible") return true;
      }
      return false;
    };
    /* The boxes of these count what they clip; what they hold is looked at by itself. */
    const isGroup = (e) => e.ownerSVGElement && ["g", "a", "svg"].includes(e.localName);
    const faults = [...document.body.querySelectorAll("*")]
      .filter((e) => !isGroup(e) && isShown(e) && e.getBoundingClientRect().right > limit + 1 && !isBoxed(e))
      .map((e) => `${say(e)} ends at ${Math.round(e.getBoundingClientRect().right)} of ${limit}`);
    const width = document.documentElement.scrollWidth;
    if (width > limit) faults.push(`the page is ${width} wide in a window of ${limit}`);
    return faults.slice(0, 10);
  };

  /* Boxes that scroll on a screen and would be cut on paper. */
  const cut = () => [...document.body.querySelectorAll("*")]
    .filter((e) => isShown(e) && getComputedStyle(e).overflowX !== "visible" &&
      e.clientWidth > 2 && e.scrollWidth > e.clientWidth + 1)
    .map((e) => `${say(e)} shows ${e.clientWidth} of ${e.scrollWidth}`).slice(0, 10);

  /* Chart text smaller, as drawn, than `limit` CSS pixels. */
  const smallText = (limit) => shownTexts()
    .map((text) => {
      const matrix = text.getScreenCTM();
      const scale = Math.hypot(matrix.c, matrix.d);
      return [parseFloat(getComputedStyle(text).fontSize) * scale, text];
    })
    .filter(([size]) => size < limit - 0.05)
    .map(([size, text]) => `${say(text)} is ${size.toFixed(1)} px`).slice(0, 10);

  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = (colour) => {
    const [r, g, b] = rgba(colour).slice(0, 3).map((v) => v / 255)
      .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const isPaint = (colour) => colour && colour !== "none" && rgba(colour)[3] > 127;
  const backdrop = (element) => {
    for (let box = element; box; box = box.parentElement) {
      const colour = getComputedStyle(box).backgroundColor;
      if (isPaint(colour)) return colour;
    }
    return "white";
  };

  /* Chart text that does not stand out by 4.5 to 1 from what lies right under it. */
  const faintText = () => {
    const faults = [];
    for (const svg of document.querySelectorAll("svg")) {
      const page = backdrop(svg);
      const shapes = [...svg.querySelectorAll("rect, path, circle, polygon")]
        .map((shape) => [shape, getComputedStyle(shape)])
        .filter(([shape, style]) => isPaint(style.fill) && style.fillOpacity > 0.5 && isShown(shape))
        .map(([shape, style]) => [shape, style.fill, shape.getBoundingClientRect()]);
      for (const text of svg.querySelectorAll("text")) {
        if (!text.textContent.trim() || !isShown(text)) continue;
        const box = text.getBoundingClientRect();
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        const under = shapes.filter(([shape, , b]) =>
          shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING &&
          b.left <= x && x <= b.right && b.top <= y && y <= b.bottom).map(([, fill]) => fill).pop();
        const lights = [luminance(getComputedStyle(text).fill), luminance(under || page)];
        const ratio = (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05);
        if (ratio < 4.5) faults.push(`${say(text)} ${ratio.toFixed(2)} on ${under || page}`);
      }
    }
    return faults.slice(0, 10);
  };

  /* What still moves when the reader asked for no motion. */
  const motion = () => {
    const seconds = (list) => Math.max(...list.split(",").map(parseFloat));
    const faults = [...document.querySelectorAll("*")].filter((element) => {
      const style = getComputedStyle(element);
      return (style.animationName !== "none" && seconds(style.animationDuration) > 0.02) ||
        seconds(style.transitionDuration) > 0.02;
    }).map(say);
    if (getComputedStyle(document.documentElement).scrollBehavior === "smooth") {
      faults.push("scrolling is smooth");
    }
    return faults.slice(0, 10);
  };

  /* Whether the style sheets change how the page looks: false when they did not load. */
  const isStyled = () => {
    const look = () => ["font-family", "margin", "background-color", "color", "line-height"]
      .map((name) => getComputedStyle(document.body).getPropertyValue(name)).join("|");
    const styled = look();
    const sheets = [...document.styleSheets];
    for (const sheet of sheets) sheet.disabled = true;
    const plain = look();
    for (const sheet of sheets) sheet.disabled = false;
    return styled !== plain;
  };

  const pageLuminance = () => luminance(backdrop(document.body));

  window.probes = { overflow, cut, smallText, faintText, motion, isStyled, pageLuminance };
})();
