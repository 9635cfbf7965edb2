using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Norda.Features.Files;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.News.Writing;

[Access(Resource.News, Act.Change)]
[ResponseCache(NoStore = true)]
[RequestSizeLimit(StorePicture.MostBytes + 1024 * 1024)]
[RequestFormLimits(MultipartBodyLengthLimit = StorePicture.MostBytes + 1024 * 1024)]
public class NewModel(SaveNews save, IStringLocalizer<Texts> texts) : NewsEditor(save, texts)
{
    public void OnGet()
    {
    }

    public IActionResult OnPostPodglad() => ShowPreview();

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Save(cancel);
}
