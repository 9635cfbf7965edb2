using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.News.Writing;

[Access(Resource.News, Act.Change)]
[ResponseCache(NoStore = true)]
public class NewModel(SaveNews save, IStringLocalizer<Texts> texts) : NewsEditor(save, texts)
{
    public void OnGet()
    {
    }

    public IActionResult OnPostPodglad() => ShowPreview();

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Save(cancel);
}
