// Begins: shows the application in place of the static table.

function chosenInAddress() {
  const found = /#event=(.+)$/.exec(location.hash);
  try {
    return found ? decodeURIComponent(found[1]) : null;
  } catch {
    return null; // not an address that this page made
  }
}

document.body.classList.add("ready");
byId("app").hidden = false;
openWindow();
makeKindButtons();
makeFactualityMenu();
makeSourceMenu();
drawLegend();
listen();
state.chosen = byEvent.has(chosenInAddress()) ? chosenInAddress() : null;
bringIntoWindow(chosenItem());
drawAll();
drawDetails();
drawArticle();
