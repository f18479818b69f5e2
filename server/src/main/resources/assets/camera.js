// Takes the photo with the counter's camera and puts it where a chosen file would be. Without it, choose a file.
for (const group of document.querySelectorAll("[data-camera]")) {
  if (!navigator.mediaDevices || !window.DataTransfer) continue;

  const part = (name) => group.querySelector(`[data-camera-${name}]`);
  const [view, acts, open, take, fault] = ["view", "acts", "open", "take", "fault"].map(part);
  const file = group.querySelector("input[type=file]");
  let stream = null;
  acts.hidden = false;

  const stop = () => {
    if (stream) stream.getTracks().forEach((track) => track.stop());
    stream = null;
    view.hidden = take.hidden = true;
    open.hidden = false;
  };

  open.addEventListener("click", async () => {
    fault.hidden = true;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { width: { ideal: 1920 }, height: { ideal: 1080 } } });
    } catch {
      fault.hidden = false;
      return;
    }
    view.srcObject = stream;
    view.hidden = take.hidden = false;
    open.hidden = true;
    await view.play();
  });

  take.addEventListener("click", () => {
    const canvas = document.createElement("canvas");
    canvas.width = view.videoWidth;
    canvas.height = view.videoHeight;
    canvas.getContext("2d").drawImage(view, 0, 0);
    canvas.toBlob((blob) => {
      const chosen = new DataTransfer();
      chosen.items.add(new File([blob], "photo.jpg", { type: "image/jpeg" }));
      file.files = chosen.files;
      stop();
      const act = group.dataset.camera || "photo";
      file.form.requestSubmit(file.form.querySelector(`button[name=act][value=${act}]`));
    }, "image/jpeg", 0.92);
  });
  addEventListener("pagehide", stop);
}
