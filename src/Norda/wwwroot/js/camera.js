// Reads tickets with the camera where the browser can; codes and names do without.
const box = document.querySelector("[data-camera]"), button = document.querySelector("[data-scan]"), video = box.querySelector("video");
const AGAIN = 3000;
let [last, lastAt] = ["", 0];

async function look(detector) {
  if (!video.srcObject) return;
  const [found] = await detector.detect(video).catch(() => []);
  if (found && (found.rawValue !== last || Date.now() - lastAt > AGAIN)) {
    [last, lastAt] = [found.rawValue, Date.now()];
    document.dispatchEvent(new CustomEvent("ticket", { detail: found.rawValue }));
  }
  setTimeout(() => look(detector), 150);
}

async function start() {
  video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  box.hidden = false;
  await video.play();
  look(new BarcodeDetector({ formats: ["qr_code"] }));
}

function stop() {
  video.srcObject.getTracks().forEach(track => track.stop());
  video.srcObject = null;
  box.hidden = true;
}

if ("BarcodeDetector" in window && navigator.mediaDevices) {
  button.hidden = false;
  button.addEventListener("click", () => video.srcObject ? stop() : start().catch(() => { button.hidden = true; }));
}
