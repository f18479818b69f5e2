// Says that a file is too large before it is sent. Without this script the server says it afterwards.
for (const input of document.querySelectorAll("input[type=file][data-most]")) {
  const message = document.getElementById(input.id + "-large");
  input.addEventListener("change", () => {
    const tooLarge = [...input.files].some((file) => file.size > Number(input.dataset.most));
    message.hidden = !tooLarge;
    if (tooLarge) input.value = "";
  });
}
