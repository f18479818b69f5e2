// Reads a card's code on the visitor's own device: from the camera, or from a picture. What is sent is the code's text
// alone. The reader is fetched when it is needed first, since most of its weight is wasted on whoever pastes a text.
(() => {
  const form = document.getElementById("check");
  if (!form) return;
  const text = document.getElementById("text");
  const picture = document.getElementById("picture");
  const camera = document.getElementById("camera");
  const video = document.getElementById("view");
  const say = (id) => {
    for (const note of form.querySelectorAll("[data-note]")) note.hidden = note.id !== id;
  };

  let reader;
  const load = () => reader ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = form.dataset.reader;
    script.onload = () => done(window.jsQR);
    script.onerror = failed;
    document.head.append(script);
  });

  const pixels = (source, width, height, longest) => {
    const scale = Math.min(1, longest / Math.max(width, height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(width * scale));
    canvas.height = Math.max(1, Math.round(height * scale));
    const drawing = canvas.getContext("2d", { willReadFrequently: true });
    drawing.drawImage(source, 0, 0, canvas.width, canvas.height);
    return drawing.getImageData(0, 0, canvas.width, canvas.height);
  };

  const send = (found) => {
    text.value = found;
    picture.value = "";
    form.requestSubmit();
  };

  const stop = () => {
    for (const track of video.srcObject?.getTracks() ?? []) track.stop();
    video.srcObject = null;
    video.hidden = true;
  };

  const watch = async () => {
    const jsQR = await load();
    const look = () => {
      if (!video.srcObject) return;
      if (video.readyState >= video.HAVE_ENOUGH_DATA) {
        const seen = pixels(video, video.videoWidth, video.videoHeight, 1280);
        const code = jsQR(seen.data, seen.width, seen.height, { inversionAttempts: "dontInvert" });
        if (code?.data) {
          stop();
          return send(code.data);
        }
      }
      setTimeout(look, 120);
    };
    look();
  };

  camera?.addEventListener("click", async () => {
    if (video.srcObject) return stop();
    try {
      video.srcObject = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: "environment", width: { ideal: 1280 } },
      });
      video.hidden = false;
      await video.play();
      say("note-watching");
      await watch();
    } catch {
      stop();
      say("note-no-camera");
    }
  });
  if (camera && navigator.mediaDevices?.getUserMedia) document.getElementById("with-camera").hidden = false;
  addEventListener("pagehide", stop);

  picture.addEventListener("change", async () => {
    const file = picture.files[0];
    if (!file) return;
    say("note-reading");
    try {
      const [jsQR, image] = await Promise.all([load(), createImageBitmap(file)]);
      for (const longest of [1000, 2000, 600]) {
        const seen = pixels(image, image.width, image.height, longest);
        const code = jsQR(seen.data, seen.width, seen.height);
        if (code?.data) return send(code.data);
      }
    } catch {
      // Not a picture this browser reads. The server says so in words, if the visitor sends it.
    }
    say("note-no-code");
  });
})();
